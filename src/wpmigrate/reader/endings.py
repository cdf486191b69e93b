"""Where tags end, and whether the end tags of channel and feed are there or only a part of them."""

import re

from .source import Data

BLANK = b" \t\r\n\0\x1a\xef\xbb\xbf"
"""Bytes that say nothing after the end of an export."""

CHANNEL_END_TAG = re.compile(rb"</channel\s*>")

_TAG = re.compile(rb"<[^<>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*)*>")
_NAME = re.compile(rb"<([^\s/>]+)")
_TAIL = b"</channel></rss>"
_LONGEST_TAIL = 40
_LONGEST_FRAME = 1 << 10
_END_TAGS = re.compile(rb"\s*(?:</[A-Za-z_][\w.:-]*\s*>\s*)+")
"""Those of elements that some tool has put round the channel, or in place of it."""
_RSS_END = re.compile(rb"</rss\s*>")


def is_tail(data: Data, start: int) -> bool:
    """Whether nothing but (a part of) the end tags stands between `start` and the file's end."""
    rest = data[max(start, len(data) - _LONGEST_TAIL) :].strip(BLANK)
    if len(data) - start < _LONGEST_FRAME and _END_TAGS.fullmatch(data[start:]):
        return True
    return not rest or _TAIL.startswith(b"".join(rest.split())) or b"</rss>".startswith(rest)


def after_tag(data: Data, offset: int) -> int:
    """The offset after the tag that begins at `offset`."""
    found = _TAG.match(data, offset)
    return found.end() if found else data.find(b">", offset) + 1


def after_entry(data: Data, start: int, end: int) -> int:
    """The offset after an entry that expat saw end at `end`: at its end tag, or after it when it is an empty element."""
    name = _NAME.match(data, start)
    closing = b"</" + name[1] if name else b"</"
    return after_tag(data, end) if data[end : end + len(closing)] == closing else end


def after_closing_tags(data: Data, start: int) -> int:
    """The offset after the end tags of channel and feed that stand at `start`; always beyond `start`."""
    position = start
    for closing in (b"</channel", b"</rss"):
        while data[position : position + len(closing)] == closing:
            position = data.find(b">", position) + 1 or len(data)
            while data[position : position + 1].isspace():
                position += 1
    return max(position, start + 1)


def is_rest_of_end(data: Data, start: int, after: int) -> bool:
    """Whether the file ends before the feed's end tag is whole; `start` to `after` are the end tags that are there."""
    rest = data[after : after + _LONGEST_TAIL].strip(BLANK)
    return not _RSS_END.search(data[start:after]) and b"</rss>".startswith(rest)
