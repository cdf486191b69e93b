"""Regions of a page that say nothing about its post: menus, sidebars, footers, comments, related posts, other posts."""

from collections.abc import Iterable

from .classes import ELSEWHERE, ELSEWHERE_IDS, ELSEWHERE_ROLES, ELSEWHERE_TAGS
from .tree import HtmlElement, Tree, outermost, tokens_of

_FRAME = ("html", "body", "main")


class Regions:
    """Tells of an element whether it lies in such a region. What holds a post is never one."""

    def __init__(self, tree: Tree, posts: Iterable[HtmlElement]) -> None:
        """`posts` are elements that belong to posts: a region cannot hold them."""
        self._tree = tree
        kept = list(posts)
        found = {
            element
            for element in _candidates(tree)
            if element.tag not in _FRAME and not any(tree.inside(post, element) for post in kept)
        }
        self.outermost = outermost(tree, sorted(found, key=tree.place))

    def holds(self, element: HtmlElement) -> bool:
        """Whether `element` lies in a region that says nothing about a post."""
        return any(self._tree.inside(element, region) for region in self.outermost)


class Apart:
    """What to keep out of when fields are looked for: the body, regions, comments. Bylines in the body are let in."""

    def __init__(self, tree: Tree, elements: Iterable[HtmlElement], bylines: Iterable[HtmlElement] = ()) -> None:
        """`elements` are kept out of, but for `bylines` within them."""
        self._tree = tree
        self.elements = list(elements)
        self.bylines = list(bylines)

    def holds(self, element: HtmlElement) -> bool:
        """Whether `element` says nothing about the post."""
        inside = self._tree.inside
        return any(inside(element, other) for other in self.elements) and not any(
            inside(element, byline) for byline in self.bylines
        )


def _holds_own_terms(element: HtmlElement) -> bool:
    """Whether it stands in the box of a post and all its links are those that WordPress prints for terms (Storefront)."""
    if element.tag != "aside" or not any(
        up.tag == "article" or "hentry" in tokens_of(up) for up in element.iterancestors()
    ):
        return False
    links = list(element.iter("a"))
    return bool(links) and all("tag" in link.get("rel", "").split() for link in links)


def _candidates(tree: Tree) -> Iterable[HtmlElement]:
    """Elements that are such regions by tag, id, role or class."""
    yield from (element for element in tree.tagged(ELSEWHERE_TAGS) if not _holds_own_terms(element))
    for name in ELSEWHERE_IDS:
        if name in tree.by_id:
            yield tree.by_id[name]
    yield from tree.classed(ELSEWHERE)
    for tag in ("header", "footer"):
        for element in tree.by_tag.get(tag, ()):
            # The header and the footer of an article are its own.
            if not any(parent.tag in ("article", "main", "section") for parent in element.iterancestors()):
                yield element
    for element in tree.tagged(("div", "section", "ul", "header", "footer")):
        if element.get("role") in ELSEWHERE_ROLES:
            yield element
