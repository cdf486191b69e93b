"""Paragraphs and line breaks of the classic editor, as WordPress's `wpautop()` makes them."""

import re

from .block_tags import BLOCK_NAME
from .html_split import in_comments, replace_in_elements
from .line_breaks import add_line_breaks
from .paragraph_pieces import in_pieces
from .paragraph_rules import BLANK, drop_breaks, part_blocks, place_paragraphs, settle_breaks, settle_ends

#: Stands for a line end inside a tag while lines are counted.
_HELD_NEWLINE = " <!-- wpnl --> "

_HAS_BLOCK = re.compile(rf"</?{BLOCK_NAME}[\s/>]")
_BREAKS_TAG = re.compile(r"<(?:/?(?:p|br|object|option|figcaption|audio|video|source|track|param|embed|script|svg)\b)")
_DOUBLE_BREAK = re.compile(r"<br\s*/?>\s*?<br\s*/?>", re.ASCII)
_LINE_END_IN_TAG = re.compile(r"<[^<>\n]*+\n")
_HELD_PRE = re.compile(r"<pre wp-pre-tag-(\d+)></pre>")

#: White space round elements that hold no paragraphs: the word that must occur, the pattern, what is kept of it.
_TIGHT = (
    ("<option", re.compile(r"\s*<option", re.ASCII), "<option"),
    ("</option>", re.compile(r"</option>\s*", re.ASCII), "</option>"),
    ("</object>", re.compile(r"(<object[^<>]*>)\s*", re.ASCII), r"\1"),
    ("</object>", re.compile(r"\s*</object>", re.ASCII), "</object>"),
    ("</object>", re.compile(r"\s*(</?(?:param|embed)[^<>]*>)\s*", re.ASCII), r"\1"),
    ("<source", re.compile(r"([<\[](?:audio|video)[^<>\]]*[>\]])\s*", re.ASCII), r"\1"),
    ("<track", re.compile(r"([<\[](?:audio|video)[^<>\]]*[>\]])\s*", re.ASCII), r"\1"),
    ("<source", re.compile(r"\s*([<\[]/(?:audio|video)[>\]])", re.ASCII), r"\1"),
    ("<track", re.compile(r"\s*([<\[]/(?:audio|video)[>\]])", re.ASCII), r"\1"),
    ("<source", re.compile(r"\s*(<(?:source|track)[^<>]*>)\s*", re.ASCII), r"\1"),
    ("<track", re.compile(r"\s*(<(?:source|track)[^<>]*>)\s*", re.ASCII), r"\1"),
    ("<figcaption", re.compile(r"\s*(<figcaption[^<>]*>)", re.ASCII), r"\1"),
    ("<figcaption", re.compile(r"</figcaption>\s*", re.ASCII), "</figcaption>"),
)


def autop(text: str, *, breaks: bool = True) -> str:
    """The text with `<p>` for blank lines and, with `breaks`, `<br />` for single ones. Source: `wpautop()`."""
    if not text.strip():
        return ""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _HAS_BLOCK.search(text) and not _BREAKS_TAG.search(text) and not _line_end_in_tag(text):
        return _plain(text, breaks=breaks)
    return _full(text, breaks=breaks)


def _plain(text: str, *, breaks: bool) -> str:
    """The short way for text without any block element: none of the other rules can apply."""
    pieces = (piece.strip("\n") for piece in BLANK.split(text) if piece)
    html = "\n".join(f"<p>{piece}</p>" for piece in pieces if piece.strip(" \t\n\r\f\v")) + "\n"
    return add_line_breaks(html).replace("</p><br />\n", "</p>\n") if breaks else html


def _full(text: str, *, breaks: bool) -> str:
    text, held = _hold_preformatted(text + "\n")
    if "<br" in text:
        text = _DOUBLE_BREAK.sub("\n\n", text)
    html = in_pieces(text, breaks=breaks)
    if html is None:
        html = _as_a_whole(text, breaks=breaks)
    if html.endswith("\n</p>\n"):
        html = html.removesuffix("\n</p>\n") + "</p>\n"
    if held:
        html = _HELD_PRE.sub(lambda found: held[int(found[1])] if int(found[1]) < len(held) else found[0], html)
    return html.replace(_HELD_NEWLINE, "\n") if "<!-- wpnl -->" in html else html


def _as_a_whole(text: str, *, breaks: bool) -> str:
    """The long way: each rule over the whole text."""
    text = _tighten(part_blocks(text))
    html = "".join("<p>" + piece.strip("\n") + "</p>\n" for piece in BLANK.split(text) if piece)
    html = settle_ends(place_paragraphs(html))
    return settle_breaks(html) if breaks else drop_breaks(html)


def _tighten(text: str) -> str:
    """The text with no line end inside of a tag, and no white space where no paragraph can be."""
    if _LINE_END_IN_TAG.search(text) is not None or ("<!--" in text and _line_end_in_comment(text)):
        text = replace_in_elements(text, "\n", _HELD_NEWLINE)
    for word, pattern, kept in _TIGHT:
        if word in text:
            text = pattern.sub(kept, text)
    return text


def _line_end_in_tag(text: str) -> bool:
    return "<!--" in text or _LINE_END_IN_TAG.search(text) is not None


def _line_end_in_comment(text: str) -> bool:
    """Whether one may stand in a comment or in a CDATA section."""
    return "<![CDATA[" in text or in_comments(text, "\n")


def _hold_preformatted(text: str) -> tuple[str, list[str]]:
    """The text with each `<pre …>…</pre>` replaced by an empty one, and what was replaced."""
    held: list[str] = []
    if "<pre" not in text:
        return text, held
    *parts, last = text.split("</pre>")
    pieces: list[str] = []
    for part in parts:
        start = part.find("<pre")
        if start < 0:
            pieces.append(part)
            continue
        pieces += (part[:start], f"<pre wp-pre-tag-{len(held)}></pre>")
        held.append(part[start:] + "</pre>")
    return "".join(pieces) + last, held
