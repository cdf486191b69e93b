"""Paragraphs and line breaks of the classic editor, as WordPress's `wpautop()` makes them."""

import re
from collections.abc import Callable
from operator import itemgetter
from typing import Any

from .block_tags import BLOCK_NAME
from .html_split import replace_in_elements
from .line_breaks import add_line_breaks

#: Stands for a line end inside a tag while lines are counted.
_HELD_NEWLINE = " <!-- wpnl --> "

#: As in WordPress anything may stand before the `>`, a `<` as well. It is only looked for in one paragraph at a time.
_TAG = rf"</?{BLOCK_NAME}[^>]*>"
_HAS_BLOCK = re.compile(rf"</?{BLOCK_NAME}[\s/>]")
_BREAKS_TAG = re.compile(r"<(?:/?(?:p|br|object|option|figcaption|audio|video|source|track|param|embed|script|svg)\b)")
_DOUBLE_BREAK = re.compile(r"<br\s*/?>\s*?<br\s*/?>", re.ASCII)
_BLOCK_START = re.compile(rf"<(?={BLOCK_NAME}[\s/>])", re.ASCII)
_BLOCK_END = re.compile(rf"(</{BLOCK_NAME}>)")
_RULE = re.compile(r"(<hr\s*?/?>)", re.ASCII)
_LINE_END_IN_TAG = re.compile(r"<[^<>\n]*\n")
_HELD_PRE = re.compile(r"<pre wp-pre-tag-(\d+)></pre>")
_SPLIT = re.compile(r"\n\s*\n", re.ASCII)

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

#: Paragraph tags that do not belong where splitting put them.
_MISPLACED: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], Any]], ...] = (
    (re.compile(r"<p>\s*</p>", re.ASCII), ""),
    (re.compile(r"<p>([^<]+)</(div|address|form)>"), r"<p>\1</p></\2>"),
    (re.compile(rf"<p>\s*({_TAG})\s*</p>", re.ASCII), itemgetter(1)),
    (re.compile(r"<p>(<li.+?)</p>"), r"\1"),
    (re.compile(r"<p><blockquote([^>]*)>", re.IGNORECASE), r"<blockquote\1><p>"),
    (re.compile(r"</blockquote></p>"), "</p></blockquote>"),
    (re.compile(rf"<p>\s*(?={_TAG})", re.ASCII), ""),
)
_LAST_TAG = re.compile(_TAG)
_BREAK_BEFORE_BLOCK = re.compile(r"<br />(?=\s*</?(?:p|li|div|dl|dd|dt|th|pre|td|ul|ol)[^>]*>)", re.ASCII)


def autop(text: str, *, breaks: bool = True) -> str:
    """The text with `<p>` for blank lines and, with `breaks`, `<br />` for single ones. Source: `wpautop()`."""
    if not text.strip():
        return ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _HAS_BLOCK.search(text) and not _BREAKS_TAG.search(text) and not _line_end_in_tag(text):
        return _plain(text, breaks=breaks)
    return _full(text, breaks=breaks)


def _plain(text: str, *, breaks: bool) -> str:
    """The short way for text without any block element: none of the other rules can apply."""
    pieces = (piece.strip("\n") for piece in _SPLIT.split(text) if piece)
    html = "\n".join(f"<p>{piece}</p>" for piece in pieces if piece.strip(" \t\n\r\f\v")) + "\n"
    return add_line_breaks(html).replace("</p><br />\n", "</p>\n") if breaks else html


def _full(text: str, *, breaks: bool) -> str:
    text, held = _hold_preformatted(text + "\n")
    text = _tighten(_part_blocks(text))
    html = "".join("<p>" + piece.strip("\n") + "</p>\n" for piece in _SPLIT.split(text) if piece)
    for pattern, kept in _MISPLACED:
        html = pattern.sub(kept, html)
    html = _drop_after_block(html, "</p>")
    if breaks:
        html = add_line_breaks(html.replace("<br>", "<br />").replace("<br/>", "<br />"))
    if "<br />" in html:
        html = _BREAK_BEFORE_BLOCK.sub("", _drop_after_block(html, "<br />"))
    if html.endswith("\n</p>\n"):
        html = html.removesuffix("\n</p>\n") + "</p>\n"
    if held:
        html = _HELD_PRE.sub(lambda found: held[int(found[1])] if int(found[1]) < len(held) else found[0], html)
    return html.replace(_HELD_NEWLINE, "\n") if "<!-- wpnl -->" in html else html


def _part_blocks(text: str) -> str:
    """The text with blank lines round its block elements, and its double breaks as such."""
    if "<br" in text:
        text = _DOUBLE_BREAK.sub("\n\n", text)
    parts = _BLOCK_END.split(_BLOCK_START.sub("\n\n<", text))
    parts[1::2] = [tag + "\n\n" for tag in parts[1::2]]
    text = "".join(parts)
    return _RULE.sub(r"\1\n\n", text) if "<hr" in text else text


def _tighten(text: str) -> str:
    """The text with no line end inside of a tag, and no white space where no paragraph can be."""
    if _line_end_in_tag(text):
        text = replace_in_elements(text, "\n", _HELD_NEWLINE)
    for word, pattern, kept in _TIGHT:
        if word in text:
            text = pattern.sub(kept, text)
    return text


def _drop_after_block(html: str, tag: str) -> str:
    """The HTML without the tag where it follows the tag of a block, nor the white space between them."""
    parts = html.split(tag)
    out: list[str] = []
    after_kept = False
    for part in parts[:-1]:
        bare = part.rstrip(" \t\n\r\f\v")
        if bare.endswith(">"):
            dropped = _LAST_TAG.search(bare, bare.rfind(">", 0, -1) + 1) is not None
        else:
            dropped = not bare and after_kept and tag == "</p>"
        out += (bare,) if dropped else (part, tag)
        after_kept = not dropped
    out.append(parts[-1])
    return "".join(out)


def _line_end_in_tag(text: str) -> bool:
    return "<!--" in text or _LINE_END_IN_TAG.search(text) is not None


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
