"""The frame of an export, `<rss><channel>…</channel></rss>`: what stands beside it, and where the reading goes on.

Entries of a channel that stand elsewhere (beside the channel, after its end, inside other elements) are as good as those
inside it: strict readers do not find them, their author means them.
"""

import re
from collections.abc import Sequence

from .element import CONTAINERS, LEAVES, Element
from .lines import count_lines
from .source import Data

_FRAME = frozenset({"rss", "channel"})
_ENTRIES = (CONTAINERS | LEAVES) - _FRAME
_TAGS = re.compile(rb"(?:<(?:rss|channel)(?:\s(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)?>\s*)+")

ITEM_START = rb"<item[\s>]\s*<"
"""The start tag of an item and the beginning of its first field."""

ITEM_END = rb"</item\s*>[^<]{0,500}(?:</?item[\s>]|</channel|<title[\s>]|<[!?]|<br)"
"""The end tag of an item, and what stands behind it in a channel, also in one that is broken there."""

_ITEM = re.compile(ITEM_START)

FURTHER = rb"<\?xml\s|<rss[\s>]|<channel[\s>]|" + ITEM_START
"""What may follow the end of a feed and is read as well: another export, or more of this one."""


COMMENT = rb"<!--(?:[^-]|-(?!-))*-->"
"""A comment as XML 1.0 §2.5 has it."""

NEXT_EXPORT = rb"<\?xml\s[^<>]*\?>\s*(?:" + COMMENT + rb"\s*)*<rss[\s>]"
"""The beginning of an export, behind one that was cut."""

is_next_export = re.compile(rb"[\s\xef\xbb\xbf]*" + NEXT_EXPORT).match


class Misplaced(Exception):  # noqa: N818 - no error: the reading goes on
    """Entries stand where a channel has none; the offset of the first of them, its line, and words for it.

    `is_root`: it is the root of an export inside another element; `is_open`: the start tag of an item is missing, the
    fields from `at` on are its.
    """

    def __init__(self, reason: str, line: int, at: int, *, is_root: bool = False, is_open: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.at = at
        self.is_root = is_root
        self.is_open = is_open


def fault_of_frame(stack: Sequence[Element], *, has_channel: bool) -> str:
    """What is wrong with the place of the last element of `stack`, empty if nothing is.

    `stack` has the elements that are open, at most root, channel and entry. `has_channel`: a channel was met before.
    """
    *outer, element = (element.key for element in stack)
    depth = len(outer)
    if element == "rss":
        return "a second <rss> begins inside the first" if depth else ""
    if element == "channel" and (depth == 2 or (depth == 1 and has_channel)):
        return "a second <channel> begins" if has_channel else f"<channel> stands inside <{outer[-1]}>"
    if element not in _ENTRIES or (depth == 2 and outer[1] == "channel"):
        return ""
    if depth == 0:
        return f"the export begins with <{element}>, without <rss> and <channel>"
    if depth == 1 and has_channel:
        return f"<{element}> stands after the end of the channel"
    return f"<{element}> stands inside <{outer[-1]}>, not inside <channel>"


def line_in_root(data: Data, name: bytes, line: int) -> int:
    """The line of an attribute of the tag that begins on `line`, when that is the root's; else `line`."""
    root = data.find(b"<rss")
    if root < 0 or count_lines(data, 0, root) + 1 != line:
        return line
    found = re.search(rb"\s(" + re.escape(name) + rb")\s*=", data[root : data.find(b">", root) + 1])
    return line + count_lines(data, root, root + found.start(1)) if found else line


def where_to_go_on(data: Data, at: int) -> int:
    """The offset at which the entries begin: after tags of the frame, at the first item in a comment, else `at`."""
    tags = _TAGS.match(data, at)
    if tags is not None:
        return tags.end()
    if data[at : at + 2] in (b"<!", b"<?"):
        item = _ITEM.search(data, at)
        return item.start() if item is not None else at + 2
    return at
