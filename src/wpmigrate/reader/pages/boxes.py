"""The boxes of posts in a page: one on a post's own page, several on a list."""

import re
from dataclasses import dataclass

from .classes import BOX, COMMON_BODY, SURE_TITLE, TITLE
from .document import Document
from .kinds import PageKind, kind_of, post_id_of
from .regions import Regions
from .tree import HtmlElement, Tree, outermost, tokens_of

_POST = re.compile(r"(?:post|prologue)-(\d+)")
"""The second is that of Prologue and P2."""

_NOT_POSTS = frozenset({"pingback", "trackback", "comment", "widget", "menu-item", "page_item"})
_MAIN_IDS = ("main", "content", "primary", "container", "main-content", "maincontent", "wrapper", "page")


@dataclass(slots=True)
class Box:
    """The box of one post: `post_id` by its class or id, None where it has none."""

    element: HtmlElement
    post_id: int | None
    classes: frozenset[str]


@dataclass(slots=True)
class Layout:
    """The posts of a page: `own` is that of a page of one post, `listed` are those of a list."""

    kind: PageKind
    post_id: int | None
    own: Box | None
    listed: list[Box]
    regions: Regions
    #: Boxes of other posts on a page of one post.
    others: list[HtmlElement]


def layout_of(document: Document) -> Layout:
    """The kind of the page and its boxes."""
    tree, kind, post_id = document.tree, kind_of(document), post_id_of(document)
    every = _every(tree)
    numbered = _outer(tree, every)
    regions = Regions(tree, _signs_of_the_post(tree) if kind is not PageKind.LIST else [])
    shown = [box for box in numbered or _bare(tree) if not regions.holds(box.element)]
    if kind is PageKind.UNKNOWN:
        # Without any word of WordPress several boxes are a list; a comment form or a lone box is a page of its own.
        has_form = "commentform" in tree.by_id or "respond" in tree.by_id
        kind = PageKind.LIST if len(shown) > 1 and post_id is None and not has_form else PageKind.SINGLE
    if kind in (PageKind.SINGLE, PageKind.PAGE, PageKind.ATTACHMENT):
        own = _own_box(tree, numbered, shown, post_id)
        others = [box for box in numbered if own is None or not tree.inside(own.element, box.element)]
        if own is not None and own.post_id is not None:
            # Themes print related posts within the box of the post.
            others += [box for box in every if tree.inside(box.element, own.element) and box.post_id != own.post_id]
        return Layout(kind, post_id, own, [], regions, [box.element for box in others])
    return Layout(kind, None, None, shown, regions, [])


def _every(tree: Tree) -> list[Box]:
    """Boxes with `post-ID` as class or id, in document order."""
    found: dict[HtmlElement, int] = {}
    for token, elements in tree.by_class.items():
        if match := _POST.fullmatch(token):
            for element in elements:
                if not tokens_of(element) & _NOT_POSTS:
                    found[element] = int(match[1])
    for identity, element in tree.by_id.items():
        if (match := _POST.fullmatch(identity)) and (
            element.tag not in ("a", "span", "h1", "h2", "h3", "li") or identity.startswith("prologue")
        ):
            found.setdefault(element, int(match[1]))
    ordered = sorted((element for element in found if element.tag not in ("html", "body")), key=tree.place)
    return [Box(element, found[element], tokens_of(element)) for element in ordered]


def _outer(tree: Tree, boxes: list[Box]) -> list[Box]:
    """The outermost of boxes."""
    outer = set(outermost(tree, [box.element for box in boxes]))
    return [box for box in boxes if box.element in outer]


def _bare(tree: Tree) -> list[Box]:
    """Boxes without an id: what themes call a post, or articles."""
    for names in BOX:
        found = [element for element in tree.classed([names]) if element.tag in ("div", "article", "section", "li")]
        found = [element for element in found if not tokens_of(element) & _NOT_POSTS and _has_heading(tree, element)]
        if found:
            return [Box(element, None, tokens_of(element)) for element in outermost(tree, found)]
    articles = [element for element in outermost(tree, tree.tagged(["article"])) if _has_heading(tree, element)]
    return [Box(element, None, tokens_of(element)) for element in articles]


def _has_heading(tree: Tree, element: HtmlElement) -> bool:
    """Whether a heading or what is called a title stands in it."""
    return any(True for _ in element.iter("h1", "h2", "h3", "h4")) or bool(tree.classed(TITLE, element))


def _signs_of_the_post(tree: Tree) -> list[HtmlElement]:
    """The first element that bears the surest name of a body, and the first main heading that is called a title.

    Some themes put title and byline of a post into the header of the site, over its picture.
    """
    bodies = next((tree.by_class[name][:1] for name in COMMON_BODY if name in tree.by_class), [])
    titles = [node for name in SURE_TITLE for node in tree.by_class.get(name, ()) if node.tag == "h1"]
    return [*bodies, *titles[:1]]


def _own_box(tree: Tree, numbered: list[Box], shown: list[Box], post_id: int | None) -> Box | None:
    """The box of the page's own post: that with its id, else a lone one.

    `numbered` are those with an id; `shown` the ones of them, or of all where none has one, that lie in no region.
    """
    own = [box for box in numbered if box.post_id == post_id] if post_id is not None else []
    if own:
        outside = [box for box in own if box in shown]
        return max(outside or own, key=lambda box: tree.size(box.element))
    if len(shown) != 1 or (numbered and post_id is not None):
        return None
    return shown[0] if numbered else Box(shown[0].element, post_id, shown[0].classes)


def main_of(tree: Tree) -> HtmlElement:
    """The main part of a page: `<main>`, what is called so, else the body."""
    for tag in ("main", "article"):
        found = tree.by_tag.get(tag, ())
        if len(found) == 1:
            return found[0]
    role = [element for element in tree.tagged(["div", "section"]) if element.get("role") == "main"]
    if role:
        return role[0]
    return next((tree.by_id[name] for name in _MAIN_IDS if name in tree.by_id), tree.body)
