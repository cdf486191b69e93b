"""Items inside XML comments and the like, where no reader finds them.

WordPress writes comments only before the root, without items. A comment that holds whole items and nothing else was
written to take them out: they stay out, as they do for every reader of XML, and are named, since whoever has forgotten
them loses them. One that begins or ends inside an item, or in which another comment begins, was never closed: it hides by
accident what follows, up to the end of the next comment, and its items are read.
"""

import re
from typing import NamedTuple

from wpmigrate.wxr import CDATA_CLOSE, CDATA_OPEN

from .frame import ITEM_START

_TAG = re.compile(ITEM_START + rb"|</item\s*>")


_FIELD_LINE = re.compile(r"\n\s*</?(?:wp|dc|content|excerpt):")


class Hidden(NamedTuple):
    """Whole items, where they stand, and the line where that begins."""

    number: int
    where: str
    line: int


def swallows(key: str, text: str) -> bool:
    """Whether a field has swallowed its neighbours: its CDATA section was not closed, the next one's end closed it.

    The XML may be well-formed all the same. A text that quotes an export holds `]]>` too.
    """
    before = text.partition("<![CDATA[")[0]
    return "]]>" not in text and (f"{key.rpartition(':')[2]}>" in before or _FIELD_LINE.search(before) is not None)


def whole_items(text: bytes) -> int | None:
    """How many items a comment holds; None when it begins or ends inside one, or holds the beginning of a comment."""
    tags = [tag[0][:2] == b"</" for tag in _TAG.finditer(text)]
    if not tags:
        return 0
    is_whole = tags == [False, True] * (len(tags) // 2)
    is_open = text.rfind(CDATA_OPEN) > text.rfind(CDATA_CLOSE)
    return None if not is_whole or is_open or b"<!--" in text else len(tags) // 2


def items_in(text: bytes) -> int:
    """How many items begin in a text."""
    return sum(not tag[0].startswith(b"</") for tag in _TAG.finditer(text)) if b"<item" in text else 0
