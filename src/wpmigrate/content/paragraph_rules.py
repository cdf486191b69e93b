"""What `wpautop()` does to a text, or to a piece of one, whose paragraphs have been marked."""

import re
from collections.abc import Callable
from operator import itemgetter
from typing import Any

from .block_tags import BLOCK_NAME
from .line_breaks import add_line_breaks

#: As in WordPress anything may stand before the `>`, a `<` as well. It is only looked for in one paragraph at a time.
TAG = rf"</?{BLOCK_NAME}[^>]*>"
_BLOCK_START = re.compile(rf"<(?={BLOCK_NAME}[\s/>])", re.ASCII)
_BLOCK_END = re.compile(rf"(</{BLOCK_NAME}>)")
_RULE = re.compile(r"(<hr\s*?/?>)", re.ASCII)
#: Blank lines.
BLANK = re.compile(r"\n\s*\n", re.ASCII)

#: Paragraph tags that do not belong where splitting put them: the words without which a pattern cannot match, the
#: pattern, what takes its place.
_MISPLACED: tuple[tuple[tuple[str, ...], re.Pattern[str], str | Callable[[re.Match[str]], Any]], ...] = (
    ((), re.compile(r"<p>\s*</p>", re.ASCII), ""),
    (("</div>", "</address>", "</form>"), re.compile(r"<p>([^<]+)</(div|address|form)>"), r"<p>\1</p></\2>"),
    ((), re.compile(rf"<p>\s*({TAG})\s*</p>", re.ASCII), itemgetter(1)),
    (("<p><li",), re.compile(r"<p>(<li.+?)</p>"), r"\1"),
    ((), re.compile(r"<p><blockquote([^>]*)>", re.IGNORECASE), r"<blockquote\1><p>"),
    (("</blockquote></p>",), re.compile(r"</blockquote></p>"), "</p></blockquote>"),
    ((), re.compile(rf"<p>\s*(?={TAG})", re.ASCII), ""),
)
_LAST_TAG = re.compile(TAG)
_BREAK_BEFORE_BLOCK = re.compile(r"<br />(?=\s*</?(?:p|li|div|dl|dd|dt|th|pre|td|ul|ol)[^>]*>)", re.ASCII)


def part_blocks(text: str) -> str:
    """The text with blank lines round its block elements."""
    parts = _BLOCK_END.split(_BLOCK_START.sub("\n\n<", text))
    parts[1::2] = [tag + "\n\n" for tag in parts[1::2]]
    text = "".join(parts)
    return _RULE.sub(r"\1\n\n", text) if "<hr" in text else text


def place_paragraphs(html: str) -> str:
    """The HTML with its paragraph tags out of and into blocks; end tags may still follow the tag of a block."""
    for words, pattern, kept in _MISPLACED:
        if not words or any(word in html for word in words):
            html = pattern.sub(kept, html)
    return html


def settle_ends(html: str) -> str:
    """The HTML without the `</p>` that follow the tag of a block."""
    return _drop_after_block(html, "</p>")


def settle_breaks(html: str) -> str:
    """The HTML with `<br />` for the single line ends that are no edge of a block."""
    if "<br" in html:
        html = html.replace("<br>", "<br />").replace("<br/>", "<br />")
    html = add_line_breaks(html)
    return drop_breaks(html)


def drop_breaks(html: str) -> str:
    """The HTML without the `<br />` after and before the tags of blocks."""
    return _BREAK_BEFORE_BLOCK.sub("", _drop_after_block(html, "<br />")) if "<br />" in html else html


def ends_block(html: str) -> bool:
    """Whether the last thing in the HTML is the tag of a block."""
    return html.endswith(">") and _LAST_TAG.search(html, html.rfind(">", 0, -1) + 1) is not None


def _drop_after_block(html: str, tag: str) -> str:
    """The HTML without the tag where it follows the tag of a block, nor the white space between them."""
    parts = html.split(tag)
    out: list[str] = []
    after_kept = False
    for part in parts[:-1]:
        bare = part.rstrip(" \t\n\r\f\v")
        dropped = ends_block(bare) if bare else after_kept and tag == "</p>"
        out += (bare,) if dropped else (part, tag)
        after_kept = not dropped
    out.append(parts[-1])
    return "".join(out)
