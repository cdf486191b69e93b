"""Fields that have lost their start tag: what is left of them is kept."""

import re
from typing import NamedTuple

from wpmigrate.reader.lines import line_ends
from wpmigrate.wxr import CDATA_CLOSE, CDATA_OPEN, cdata

from .cleansing import LOST_BLOCK
from .nesting import settle
from .payload import escaped
from .walk import Walker

_TAG = re.compile(rb"<?[^<>\[\]]*>")
_BLANKS = b" \t\r\n"
_REST_OF_OPENING = re.compile(rb"[!CDAT\[]*\[")


class _Rest(NamedTuple):
    """Where the text of a field stands among what is left of it, and whether it is all there."""

    low: int
    high: int
    is_section: bool
    is_whole: bool


def keep_orphan(walker: Walker, tag: re.Match[bytes], key: str) -> None:
    """The end tag of a field stands alone: the foreign text before it is its text."""
    at, left = tag.start(), walker.foreign
    text = walker.foreign_text(at)
    if not text:
        walker.leave_out(at, tag.end())
        return
    first = left + len(text) - len(text.lstrip())
    rest = _rest(text, b"<" + tag[2] + b">")
    walker.take_back()
    if rest.is_whole and LOST_BLOCK not in text:
        walker.note(first, "WXR255", {"reason": f"the start tag of {key} is missing"})
    else:
        walker.note(first, "WXR253", {"reason": f"the beginning of {key} is missing"})
    settle(walker, tag, key)
    low, high = left + rest.low, left + rest.high
    value = cdata(walker.data[low:high]) if rest.is_section else escaped(walker.place(tag[2], key, left), low, high)
    opening, closing = b"<" + tag[2] + b">", b"</" + tag[2] + b">"
    walker.keep(key, line_ends(text[: rest.low]) + opening, value, closing + line_ends(text[rest.high :]))


def _rest(text: bytes, start_tag: bytes) -> _Rest:
    """`start_tag`: what the field has lost."""
    bare = text.rstrip()
    if not bare.endswith(CDATA_CLOSE):
        tag = _TAG.match(text)
        is_whole = tag is not None and start_tag.endswith(tag[0].translate(None, _BLANKS))
        return _Rest(tag.end() if tag and is_whole else 0, len(text), is_section=False, is_whole=is_whole)
    high = len(bare) - len(CDATA_CLOSE)
    opened = text.find(CDATA_OPEN)
    if 0 <= opened <= high - len(CDATA_OPEN):
        return _Rest(opened + len(CDATA_OPEN), high, is_section=True, is_whole=True)
    opening = _REST_OF_OPENING.match(text, 0, high)
    return _Rest(opening.end() if opening else 0, high, is_section=True, is_whole=opening is not None)
