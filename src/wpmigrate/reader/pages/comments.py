"""Comments in a page: by their ids where WordPress prints them, else by their classes."""

import re
from collections.abc import Iterator
from datetime import datetime

from wpmigrate.html import BLOCK, HEADINGS, drop, parse_fragment, plain_text

from .head import moment_of_iso
from .sighting import CommentSeen
from .stored import stored_html
from .tree import HtmlElement, Tree, holds, outermost, text_of, tokens_of

_ID = re.compile(r"(?:li-|div-|dd-|article-)?comment-(\d{1,12})")
_DEPTH = re.compile(r"depth-(\d{1,2})")
_PINGS = frozenset({"pingback", "trackback"})
_LISTS = ("commentlist", "comment-list", "comments-list", "wp-block-comment-template", "pinglist", "pings")
_ONLY_TEXT = ("comment-content", "commentcontent", "wp-block-comment-content")
_TEXT = (*_ONLY_TEXT, "comment-text", "commenttext", "comment_text",
         "comment-entry",
         "comment__content", "comment_content", "commententry", "comment-body-content", "comment-body")  # fmt: skip
_AUTHOR = ("comment-author", "wp-block-comment-author-name", "comment-author-name", "commentauthor", "comment_author",
           "comment-meta-author", "fn")  # fmt: skip
_HOUR = re.compile(r"\D{0,8}\d{1,2}[:.]\d\d\D{0,8}")
"""The hour alone, with words of any language for the halves of the day."""

_ORDINAL = re.compile(r"[#№(\[]?\s*\d+\s*[.)\]]?")
"""The number of a comment in its list, which some themes link."""

_AUTHOR_ID = "commentauthor-"
_TEXT_ID = "commentbody-"
"""Ids of a plugin's script for quotes, which many themes of its day took over (Inove, Fusion)."""

_CALLED_AUTHOR = re.compile(r"comments?[-_]*author")
_CALLED_DATE = re.compile(r"(?:comments?[-_]*)?(?:date|time|posted|info|meta)(?:[-_]|$)")
_DATES = ("comment-date", "comment-time", "commentmetadata", "comment-metadata", "comment-meta", "comment-info")
_LABEL = re.compile(r"[^:：]{0,24}[:：]")
"""What stands before the link of a ping, such as "Pingback:", where the theme prints no text of it."""

_NOT_TEXT = frozenset({
    "comment-author", "comment-meta", "commentmetadata", "comment-metadata", "reply", "comment-reply-link", "avatar",
    "comment-awaiting-moderation", "comment-edit-link", "vcard", "says", "fn", "children", "comment-reply",
    "comment-header", "comment-footer", "comment-date", "comment-actions", "edit-link", "comment-subscription",
    "comment-likes", "comment-avatar", "wp-block-avatar", "wp-block-comment-date", "wp-block-comment-reply-link",
    "wp-block-comment-edit-link", "wp-block-comment-author-name", "screen-reader-text", "comment-number",
    "comment-rating", "alignleft-avatar", "gravatar",
})  # fmt: skip


def comments_of(tree: Tree) -> tuple[list[CommentSeen], list[HtmlElement]]:
    """The comments in the order of the page, and the elements that hold them."""
    nodes = _nodes(tree)
    held = dict(nodes)
    answered = _answered_by_depth(nodes)
    parents = {node: next((held[up] for up in node.iterancestors() if up in held), answered[node]) for node, _ in nodes}
    # Inner comments first: each is taken out of the comment that it answers.
    found = {node: _comment(tree, node, identity, parents[node]) for node, identity in reversed(nodes)}
    return [found[node] for node, _ in nodes], [node for node, _ in nodes]


def _answered_by_depth(nodes: list[tuple[HtmlElement, int]]) -> dict[HtmlElement, int]:
    """The comment that each answers by the `depth-N` of `comment_class`: the last before it one level above; 0 at the top.

    Some themes close the element of a comment before they print its answers.
    """
    last: dict[int, int] = {}
    found: dict[HtmlElement, int] = {}
    for node, identity in nodes:
        around = [node, *([parent] if (parent := node.getparent()) is not None else []), *list(node)[:1]]
        depths = [int(match[1]) for near in around for token in tokens_of(near) if (match := _DEPTH.fullmatch(token))]
        depth = depths[0] if depths else 1
        found[node] = last.get(depth - 1, 0) if depth > 1 else 0
        last[depth] = identity
    return found


def _nodes(tree: Tree) -> list[tuple[HtmlElement, int]]:
    """One element a comment, with its id (0 for pings of themes that print none)."""
    by_id: dict[int, HtmlElement] = {}
    for identity, element in tree.by_id.items():
        if (match := _ID.fullmatch(identity)) and element.tag not in (
            "a",
            "span",
            "p",
            "h3",
            "form",
            "textarea",
            "input",
        ):
            known = by_id.get(int(match[1]))
            if known is None or tree.inside(known, element):
                by_id[int(match[1])] = element
    found = {element: number for number, element in by_id.items()}
    for element in tree.classed(_PINGS):
        is_item = element.tag in ("li", "div", "article", "dd")
        if is_item and not any(tree.inside(other, element) or tree.inside(element, other) for other in found):
            found[element] = 0
    if not found:
        found = dict.fromkeys(_classed(tree), 0)
    return sorted(found.items(), key=lambda pair: tree.place(pair[0]))


def _classed(tree: Tree) -> list[HtmlElement]:
    """Comments of themes that print no ids: items of a list of comments, or what is called a comment."""
    for box in tree.classed(_LISTS):
        items = [node for node in box if node.tag in ("li", "div", "article")]
        if items:
            return items
    return outermost(tree, [node for node in tree.classed(("comment",)) if node.tag in ("li", "div", "article")])


def _comment(tree: Tree, node: HtmlElement, identity: int, parent: int) -> CommentSeen:
    """One comment. What answers it was read before and is taken out here."""
    tokens = tokens_of(node)
    for inner in list(node):
        tokens |= tokens_of(inner) & _PINGS
    author, url, author_element = _author(tree, node)
    moment, date_text = _date(tree, node, identity)
    comment = CommentSeen(
        id=identity,
        parent=parent,
        kind=next((kind for kind in sorted(_PINGS) if kind in tokens), "comment"),
        author=author,
        url=url,
        moment=moment,
        date_text=date_text,
    )
    comment.content = _content(tree, node, identity, author_element)
    if comment.kind in _PINGS and _LABEL.fullmatch(plain_text(parse_fragment(comment.content)).strip()):
        comment.content = ""
    drop(node)
    return comment


def _author(tree: Tree, node: HtmlElement) -> tuple[str, str, HtmlElement | None]:
    """(name, address of the site, the element): the innermost name in the box of the author, else `<cite>`."""
    for element in _called_author(tree, node):
        if not holds(node, element):
            continue
        named = next(
            (inner for inner in element.iter("cite", "b", "strong", "span", "a") if plain_text(inner).strip()), None
        )
        best = element if named is None or element.tag in ("cite", "b", "span") else named
        if element.tag in HEADINGS and (element.text or "").strip():
            return " ".join((element.text or "").split()), "", element  # a name without a link, and the rest of a line
        text = text_of(best)
        link = best if best.tag == "a" else next(best.iter("a"), None)
        if link is not None and "#comment" in link.get("href", ""):
            link = next((other for other in best.iter("a") if "#comment" not in other.get("href", "")), None)
        address = link.get("href", "") if link is not None else ""
        if element.tag == "cite" and any("#comment-" in inner.get("href", "") for inner in element.iter("a")):
            return _of_cite(element, link), address, element
        if text:
            return text, address if "://" in address else "", element
    ping = next((inner for inner in node.iter("a") if "#comment" not in inner.get("href", "")), None)
    if ping is not None and tokens_of(node) & _PINGS:
        return text_of(ping), ping.get("href", ""), ping
    return "", "", None


def _called_author(tree: Tree, node: HtmlElement) -> Iterator[HtmlElement]:
    """Elements that may name the author, the surest first; last the link that WordPress itself prints, and a heading."""
    yield from tree.classed(("fn",), node)
    yield from tree.classed(("comment-author-link", "comment-author-name"), node)
    yield from tree.classed(_AUTHOR, node)
    yield from (element for element in node.iter("*") if element.get("id", "").startswith(_AUTHOR_ID))
    yield from tree.tagged(("cite",), node)
    outside = _beside_texts(tree, node)
    yield from (element for element in outside if any(map(_CALLED_AUTHOR.match, tokens_of(element))))
    yield from (element for element in outside if element.tag == "a" and "url" in tokens_of(element))
    yield from (element for element in outside if element.tag in HEADINGS)


def _beside_texts(tree: Tree, node: HtmlElement) -> list[HtmlElement]:
    """The elements of a comment that lie in no box of its text."""
    texts = tree.within(tree.classed(_TEXT, node))
    return [element for element in node.iter("*") if element not in texts]


def _of_cite(cite: HtmlElement, link: HtmlElement | None) -> str:
    """The name in "Comment by NAME — DATE @ HOUR", the line of the Classic theme: two words stand before it."""
    if link is not None:
        return text_of(link)
    before = plain_text(cite).partition("—")[0].split()
    return " ".join(before[2:])


def _date(tree: Tree, node: HtmlElement, identity: int) -> tuple[datetime | None, str]:
    """(moment, words): `<time>`, else the words of the link to the comment itself."""
    for element in tree.tagged(("time",), node):
        if holds(node, element) and (moment := moment_of_iso(element.get("datetime", ""))):
            return moment, text_of(element)
    for element in tree.tagged(("a",), node):
        if holds(node, element) and element.get("href", "").endswith(f"#comment-{identity}"):
            parent = element.getparent()
            whole = text_of(parent).partition("—")[2].strip() if parent is not None and parent.tag == "cite" else ""
            words = whole or text_of(element)
            if parent is not None and _HOUR.fullmatch(words):
                words = text_of(parent)  # the day stands beside the link
            if any(map(str.isdigit, words)) and not _ORDINAL.fullmatch(words):
                return None, words
    others = [
        element
        for element in _beside_texts(tree, node)
        if element.tag == "time" or any(map(_CALLED_DATE.match, tokens_of(element)))
    ]
    lines = [text_of(element) for element in (*tree.classed(_DATES, node), *others) if holds(node, element)]
    days = [line for line in lines if any(map(str.isdigit, line)) and not _HOUR.fullmatch(line)]
    return None, min(days, key=len, default="")


def _content(tree: Tree, node: HtmlElement, identity: int, author: HtmlElement | None) -> str:
    """The words of a comment as HTML; of one in a `<dt>` they stand in the `<dd>` behind it."""
    if node.tag == "dt" and (behind := node.getnext()) is not None and behind.tag == "dd":
        return _stripped(behind, identity, author)
    for box in node.iter("div", "p"):
        if box.get("id", "").startswith(_TEXT_ID):
            return _stripped(box, identity, author)
    for name in _TEXT:
        for box in tree.classed((name,), node):
            if box is not node and box.tag != "a" and holds(node, box):
                return _stripped(box, identity, author, is_text=name in _ONLY_TEXT)
    return _stripped(node, identity, author)


def _stripped(box: HtmlElement, identity: int, author: HtmlElement | None, *, is_text: bool = False) -> str:
    """A box without what the theme prints around the text; with `is_text` it holds only this by its name."""
    for inner in list(box.iterdescendants("*")):
        is_own_link = inner.tag == "a" and identity and inner.get("href", "").endswith(f"#comment-{identity}")
        if tokens_of(inner) & _NOT_TEXT or inner.tag in ("form", "script") or is_own_link or inner is author:
            victim = _with_paragraph(inner, box)
            if victim is not None:
                drop(victim)
    only = next(box.iterchildren("*"), None)
    if (
        only is not None
        and len(box) == 1
        and only.tag in ("div", "article")
        and not (box.text or only.tail or "").strip()
    ):
        box = only
    blocks = [child for child in box if child.tag in BLOCK]
    if blocks and not is_text:
        _drop_loose(box, blocks[0])
    return stored_html(box, "")


def _with_paragraph(inner: HtmlElement, box: HtmlElement) -> HtmlElement | None:
    """The element to take out: a `<cite>` or a small line around it goes with it; None when it is gone already."""
    if not holds(box, inner):
        return None
    victim, parent = inner, inner.getparent()
    while (
        parent is not None
        and parent is not box
        and parent.tag in ("cite", "small", "p", "span")
        and _is_line(parent, inner)
    ):
        victim, parent = parent, parent.getparent()
    return victim


def _is_line(parent: HtmlElement, inner: HtmlElement) -> bool:
    """Whether little text stands beside `inner` in its parent."""
    return len(plain_text(parent)) - len(plain_text(inner)) < 60


def _drop_loose(box: HtmlElement, first: HtmlElement) -> None:
    """Words before the first block are the theme's ("says:")."""
    box.text = None
    for child in list(box):
        if child is first:
            break
        drop(child)
        box.text = None
