"""Categories and tags of a post: links beat classes, classes beat text."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qs, unquote

from wpmigrate.html import split_url
from wpmigrate.model import made_slug

from .addresses import slug_of
from .classes import IS_BYLINE
from .document import Document
from .regions import Apart
from .sighting import TermSeen
from .titles import told_title
from .tree import HtmlElement, Tree, text_of, tokens_of

_COUNTED = re.compile(r"(.+) \(\d+\)")
_CLASSED = {"category": "category", "tag": "post_tag"}
_CATEGORY_BOXES = frozenset({
    "cat-links", "entry-categories", "post-categories", "categories", "cats", "category", "post-category", "td-category",
    "entry-category", "meta-category", "blog-categories",
})  # fmt: skip
_TAG_BOXES = frozenset({
    "tags-links", "tag-links", "entry-tags", "post-tags", "tags", "tagcloud", "post-tag", "tag-list", "td-tags",
    "meta-tags", "blog-tags", "single-tags", "tags-list",
})  # fmt: skip
_SEGMENTS = {"category": "category", "kategori": "category", "kategorie": "category", "categoria": "category",
             "categorie": "category", "tag": "post_tag", "etikett": "post_tag", "schlagwort": "post_tag"}  # fmt: skip

Slugs = dict[str, dict[str, None]]
"""The slugs in the classes of a post, in order, by taxonomy."""


def terms_of(
    tree: Tree,
    scopes: Iterable[HtmlElement],
    classes: frozenset[str],
    apart: Apart,
    *,
    in_byline: bool = False,
) -> list[TermSeen]:
    """The terms that the links of the first scope with any name; of a taxonomy that no link shows those of `post_class`.

    `classes` are those of the box; `apart` holds what says nothing of this post. `in_byline`: the scopes are bylines,
    where a link to the page of a term is one of the post's even without `rel`.
    """
    slugs = {kind: _classed(classes, prefix) for prefix, kind in _CLASSED.items()}
    for scope in scopes:
        links = [
            link
            for link in tree.tagged(("a",), scope)
            if (_is_term_link(link) or _is_own_term(link, slugs, in_byline=in_byline)) and not apart.holds(link)
        ]
        found = _unique(_term(link, slugs) for link in links)
        if found:
            break
    else:
        found = []
    shown = {kind: {term.slug for term in found if term.taxonomy == kind} for kind in slugs}
    # A theme may link the first category alone; a class of digits may be the id of one that is linked.
    missing = {
        kind: [slug for slug in slugs[kind] if not shown[kind] or (slug not in shown[kind] and not slug.isdigit())]
        for kind in slugs
        if not shown[kind] or shown[kind] & slugs[kind].keys()
    }
    return found + [TermSeen(taxonomy=kind, slug=slug, name="") for kind in missing for slug in missing[kind]]


def _classed(classes: frozenset[str], prefix: str) -> dict[str, None]:
    """The slugs in `category-SLUG` and `tag-SLUG` of `post_class`; a term whose slug it cannot print is there by id."""
    marks = {name for name in classes if name.startswith(prefix + "-")}
    return dict.fromkeys(sorted(name[len(prefix) + 1 :] for name in marks))


def _is_term_link(link: HtmlElement) -> bool:
    """Links as `the_category` and `the_tags` print them, or in boxes that themes name so."""
    relations = link.get("rel", "").split()
    if "tag" in relations or "category" in relations:
        return "technorati.com" not in link.get("href", "")
    parent = link.getparent()
    while parent is not None and parent.tag in ("span", "li", "ul", "p", "div", "footer", "header"):
        if tokens_of(parent) & (_CATEGORY_BOXES | _TAG_BOXES) and _by_address(link.get("href", "")):
            return True
        parent = parent.getparent()
    return False


def _is_own_term(link: HtmlElement, slugs: Slugs, *, in_byline: bool) -> bool:
    """Links of themes that print them without `rel`: by the address, where a byline or the classes of the box say it too."""
    href = link.get("href", "")
    taxonomy = _by_address(href)
    if not taxonomy:
        return False
    return in_byline or _slug(href) in slugs[taxonomy] or any(tokens_of(up) & IS_BYLINE for up in link.iterancestors())


def _term(link: HtmlElement, slugs: Slugs) -> TermSeen:
    """The term of a link: the taxonomy by `rel`, by the box, by the slug, by the address."""
    href = link.get("href", "")
    slug = _slug(href)
    name = text_of(link)
    if (found := _COUNTED.fullmatch(name)) and made_slug(found[1]) == unquote(slug):
        name = found[1]  # P2 prints how many posts have the tag
    return TermSeen(taxonomy=_taxonomy(link, href, slug, slugs), slug=slug, name=name)


def _taxonomy(link: HtmlElement, href: str, slug: str, slugs: Slugs) -> str:
    if "category" in link.get("rel", "").split():
        return "category"
    classes = " ".join(parent.get("class", "") for parent in list(link.iterancestors())[:4])
    if "taxonomy-" in classes and (named := [name[9:] for name in classes.split() if name.startswith("taxonomy-")]):
        return min(named)
    own = [kind for kind, known in slugs.items() if slug in known]
    if len(own) == 1:
        return own[0]
    by_address = _by_address(href)
    if by_address:
        return by_address
    boxes = set(classes.split())
    return "category" if boxes & _CATEGORY_BOXES and not boxes & _TAG_BOXES else "post_tag"


def _by_address(href: str) -> str:
    """The taxonomy that the address names, in WordPress's own words or in translations of its bases."""
    parts = split_url(href)
    query = parse_qs(parts.query)
    if "cat" in query or "category_name" in query:
        return "category"
    if "tag" in query:
        return "post_tag"
    return next((_SEGMENTS[segment] for segment in parts.path.split("/") if segment in _SEGMENTS), "")


def _slug(href: str) -> str:
    query = parse_qs(split_url(href).query)
    for key in ("tag", "category_name"):
        if key in query:
            return query[key][0]
    return "" if "cat" in query else slug_of(href)


def listed_terms(tree: Tree) -> Iterator[TermSeen]:
    """The terms that a page lists beside its posts (`wp_list_categories`, `wp_tag_cloud`): names of slugs, no post's terms."""
    for link in tree.tagged(("a",)):
        parent = link.getparent()
        is_listed = "tag-cloud-link" in tokens_of(link) or (parent is not None and "cat-item" in tokens_of(parent))
        href = link.get("href", "")
        if is_listed and (taxonomy := _by_address(href)) and (slug := _slug(href)):
            yield TermSeen(taxonomy=taxonomy, slug=slug, name=text_of(link))


def archive_term(document: Document) -> TermSeen | None:
    """The term whose archive a page is: the slug by `body_class`, the name by the window's title where a heading has it."""
    tree = document.tree
    for prefix, taxonomy in _CLASSED.items():
        marks = {name.removeprefix(prefix + "-") for name in tree.body_classes if name.startswith(prefix + "-")}
        slugs = [slug for slug in marks if not slug.isdigit()]
        if prefix not in tree.body_classes or len(slugs) != 1:
            continue
        headings = [text_of(heading) for heading in tree.tagged(("h1", "h2", "h3"))]
        told = told_title(document)
        # The second: page 2 of an archive has its number behind the name.
        names = [name for name in (told, told.rpartition(" – ")[0]) if name]
        name = next((name for name in names if any(heading.endswith(name) for heading in headings)), "")
        return TermSeen(taxonomy=taxonomy, slug=slugs[0], name=name) if name else None
    return None


def _unique(terms: Iterable[TermSeen]) -> list[TermSeen]:
    """Each term once, in the order of the page."""
    found: dict[tuple[str, str, str], TermSeen] = {}
    for term in terms:
        if term.name or term.slug:
            found.setdefault((term.taxonomy, term.slug, "" if term.slug else term.name), term)
    return list(found.values())
