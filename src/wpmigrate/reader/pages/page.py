"""One saved page → sightings of the posts that it shows."""

from wpmigrate.html import drop, plain_text

from .addresses import without_comment_page, without_page
from .authors import author_of
from .body import Found, bylines_in, clean_body, find_body, is_cut, pages_linked
from .boxes import Box, Layout, layout_of, main_of
from .bylines import is_day
from .comments import comments_of
from .counts import Count, count_in_list, count_on_page
from .dates import dates_of, head_dates, hour_beside, modified_of
from .document import Document
from .head import Head
from .kinds import PageKind, type_of
from .lines import lines_above, lines_beside
from .loose import read_loose
from .regions import Apart
from .sighting import Sighting
from .stored import stored_html
from .terms import terms_of
from .titles import heading_above, permalink_in, title_element, title_text, told_title
from .tree import HtmlElement, Tree

_PROTECTED = "post-password-required"
_LOCK = "post-password-form"


def read_page(document: Document) -> list[Sighting]:
    """The posts of a page, in its order; none when it shows none."""
    layout = layout_of(document)
    if layout.kind is PageKind.NOT_FOUND:
        return []
    if layout.kind is PageKind.LIST and not layout.listed:
        return read_loose(document, layout)
    if layout.kind is PageKind.LIST:
        found = [_listed(document, layout, box) for box in layout.listed]
        return [sighting for sighting in found if sighting.title or sighting.body]
    return _own(document, layout)


def _own(document: Document, layout: Layout) -> list[Sighting]:
    """The post of its own page."""
    tree, head = document.tree, document.head
    scope = layout.own.element if layout.own else main_of(tree)
    url = _address(document, layout)
    if not _has_named_body(document, layout, scope) and (found := read_loose(document, layout)):
        return found
    comments, held = comments_of(tree)
    keep_out = [*layout.regions.outermost, *(box for box in layout.others if not tree.inside(scope, box)), *held]
    body = find_body(tree, scope, keep_out) or find_body(tree, tree.body, keep_out)
    if body is None and layout.own is None:
        return []
    body = body or Found(scope)
    heading = _heading(document, layout, scope, body)
    title = title_text(heading) if heading is not None else told_title(document)
    classes = layout.own.classes if layout.own else frozenset()
    apart = _apart(tree, keep_out, body)
    wide = list(dict.fromkeys((scope, main_of(tree), tree.body)))
    is_protected = _PROTECTED in classes or bool(tree.classed((_LOCK,), body.element))
    count = Count() if is_protected else count_on_page(tree, comments, title, url)
    if (
        count.number is None
        and count.pages == 1
        and (linked := count_in_list(tree, tree.body, url, title)).number is not None
    ):
        count = linked
    nicename, name, by = author_of(tree, wide, apart, head)
    sighting = Sighting(
        file=document.name,
        role="single",
        type=type_of(document, layout.kind, classes),
        post_id=layout.post_id or (layout.own.post_id if layout.own else None),
        url=url,
        title=title,
        is_protected=is_protected,
        has_all_terms=_has_all_terms(classes),
        is_sticky="sticky" in classes,
        dates=[*dates_of(tree, wide, apart), *head_dates(head)],
        modified=modified_of(tree, scope, head),
        author=(nicename, name),
        terms=terms_of(tree, wide, classes, apart),
        comment_count=count.number,
        comments_open=count.is_open,
        comments=comments,
        hour=hour_beside(tree, scope),
        lang=head.lang,
    )
    sighting.lines = _lines(scope, apart, heading, head.lang)
    _note(sighting, by, count, layout)
    page_count = pages_linked(scope, url)
    _take_body(sighting, document, body, heading)
    sighting.is_bare = count.is_bare
    own_page = without_page(head.canonical or document.url, url)[1]
    sighting.page = (own_page, max(page_count, own_page))
    return [sighting]


def _has_named_body(document: Document, layout: Layout, scope: HtmlElement) -> bool:
    """Whether a class says where the text is, in the box or in the page."""
    out = [*layout.regions.outermost, *layout.others]
    return any(find_body(document.tree, where, out) is not None for where in (scope, document.tree.body))


def _listed(document: Document, layout: Layout, box: Box) -> Sighting:
    """A post of a list."""
    tree = document.tree
    body = find_body(tree, box.element, [])
    heading = title_element(tree, box.element, body.element if body else None)
    url = permalink_in(heading, box, document.head.blog)
    apart = _apart(tree, [], body)
    title = title_text(heading) if heading is not None else None
    count = count_in_list(tree, box.element, url, title or "")
    nicename, name, by = author_of(tree, [box.element], apart, Head())  # what the page's head says is about the list
    sighting = Sighting(
        file=document.name,
        line=int(getattr(box.element, "sourceline", 1) or 1),
        role="list",
        type=next((token[5:] for token in sorted(box.classes) if token.startswith("type-")), "post"),
        post_id=box.post_id,
        url=without_comment_page(url),
        title=title,
        is_protected=_PROTECTED in box.classes or bool(tree.classed((_LOCK,), box.element)),
        has_all_terms=_has_all_terms(box.classes),
        is_sticky="sticky" in box.classes,
        dates=dates_of(tree, [box.element], apart),
        author=(nicename, name),
        terms=terms_of(tree, [box.element], box.classes, apart),
        comment_count=count.number,
        comments_open=count.is_open,
        hour=hour_beside(tree, box.element),
        lang=document.head.lang,
    )
    sighting.lines = _lines(box.element, apart, heading, document.head.lang)
    _note(sighting, by, count, layout)
    _take_body(sighting, document, body or Found(box.element), heading)
    return sighting


def _lines(box: HtmlElement, apart: Apart, heading: HtmlElement | None, lang: str) -> list[str]:
    """The lines beside a body, and the one above its box where that is a date: others are those of archives."""
    days = [line for line in lines_above(box) if is_day(line, lang)]
    return [*days, *lines_beside(box, [*apart.elements, *([heading] if heading is not None else [])])]


def _apart(tree: Tree, keep_out: list[HtmlElement], body: Found | None) -> Apart:
    """Where fields are not looked for."""
    if body is None or not body.is_named:
        return Apart(tree, keep_out)
    return Apart(tree, [*keep_out, body.element], bylines_in(body.element))


def _has_all_terms(classes: frozenset[str]) -> bool:
    """Whether these are the classes of `post_class`, which names the type beside the terms since WordPress 2.9."""
    return "hentry" in classes and any(name.startswith(("type-", "category-")) for name in classes)


def _address(document: Document, layout: Layout) -> str:
    """The permalink of the page's own post: canonical, OpenGraph, the page's own address, a link of its heading."""
    head = document.head
    told = head.canonical or head.meta.get("og:url", "") or document.url
    if layout.own and not head.canonical:
        linked = permalink_in(title_element(document.tree, layout.own.element, None), layout.own, head.blog)
        told = linked if "://" in linked else told
    told = without_comment_page(told)
    plain = next((other for other in (_oembed(document), document.url) if other and other != told), "")
    return without_page(told, plain)[0]


def _oembed(document: Document) -> str:
    """The address without page number: numbers of pages do not stand in the link to the trackback or the feed."""
    for link in document.tree.by_tag.get("link", ()):
        if link.get("rel") == "alternate" and link.get("href", "").rstrip("/").endswith("/feed"):
            address = link.get("href", "").rstrip("/").removesuffix("/feed")
            if address.rstrip("/") != document.head.blog and not address.endswith("/comments"):
                return address
    return ""


def _heading(document: Document, layout: Layout, scope: HtmlElement, body: Found) -> HtmlElement | None:
    """The heading of the page's own post: in its box, else above it where it says what the page's title says."""
    tree = document.tree
    found = title_element(tree, scope, body.element if body.is_named else None)
    if found is not None and not layout.regions.holds(found):
        return found
    return heading_above(document, layout.regions, layout.others)


def _note(sighting: Sighting, by: str, count: Count, layout: Layout) -> None:
    """Where the fields came from."""
    evidence = sighting.evidence
    if by:
        evidence["author"] = by
    if count.evidence:
        evidence["comment_count"] = count.evidence
    if count.words:
        sighting.lines.append(count.words)
    if sighting.terms:
        evidence["terms"] = "links" if any(term.name for term in sighting.terms) else "classes of the box"
    if sighting.dates:
        evidence["date"] = sighting.dates[0][1]
    if layout.own is None and sighting.role == "single":
        evidence["body"] = "the main part of the page"


def _take_body(sighting: Sighting, document: Document, body: Found, heading: HtmlElement | None) -> None:
    """The text, cleaned; last of all, because it takes the tree apart."""
    is_in_body = body.is_named and heading is not None and document.tree.inside(heading, body.element)
    if (not body.is_named or is_in_body) and heading is not None and heading.getparent() is not None:
        drop(heading)
    cleaned = clean_body(body.element, sighting.url, is_named=body.is_named, lang=sighting.lang)
    sighting.lines += cleaned.lines
    text = plain_text(body.element)
    is_rest = cleaned.has_more or is_cut(text)
    # On the page of a post what its theme calls a summary may be the whole text (ColorMag).
    sighting.is_partial = (body.is_excerpt and is_rest) if sighting.role == "single" else body.is_excerpt or is_rest
    sighting.evidence.setdefault("body", "class" if body.is_named else "what is left of the box")
    sighting.body = "" if sighting.is_protected else stored_html(body.element, document.root_address)
    if sighting.type == "attachment":
        _take_file(sighting, body.element)


def _take_file(sighting: Sighting, body: HtmlElement) -> None:
    """The address of the file that an attachment page shows."""
    for link in body.iter("a"):
        href = link.get("href", "")
        if "/wp-content/" in href or "/files/" in href or "/uploads/" in href:
            sighting.attachment_url = href
            return
    image = next(body.iter("img"), None)
    sighting.attachment_url = image.get("src", "") if image is not None else ""
