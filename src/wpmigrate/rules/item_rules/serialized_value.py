"""WXR440: serialized post meta whose lengths are wrong."""

import re
from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import Item
from wpmigrate.reader import unserialize
from wpmigrate.rules.rule import ItemRule, of_item

_SERIALIZED = re.compile(r"(?:a:\d+:\{|O:\d+:\"|s:\d+:\")")
_COUNT = re.compile(rb"\ba:(\d{1,20}):\{")
_STRING = re.compile(rb's:(\d{1,10}):"')


def check(item: Item) -> Iterable[Diagnostic]:
    """Each meta key once. Lengths count bytes (`ext/standard/var.c`), so that editing a value by hand breaks them."""
    found: dict[str, Diagnostic] = {}
    for meta in item.meta:
        value = meta.value
        if value[1:2] != ":" or value[0] not in "aOs" or meta.key in found:
            continue
        if _SERIALIZED.match(value) and not has_right_lengths(value):
            found[meta.key] = of_item("WXR440", item, meta.line, key=meta.key, done=_done(value))
    return found.values()


def has_right_lengths(value: str) -> bool:
    """Whether every string ends where its length says and the value is closed; linear, without building the value.

    XML readers turn CR LF into LF (XML 1.0, 2.11): a string that is short by its line ends is as WordPress stored it.
    """
    data = value.strip().encode("utf-8", "surrogatepass")
    position = 0
    while True:
        start = _STRING.search(data, position)
        counts = _COUNT.findall(data, position, start.start() if start else len(data))
        if any(int(count) > len(data) for count in counts):
            return False  # no array has more pairs than bytes
        if start is None:
            return data[-1:] in (b"}", b";")
        end = _end_of_string(data, start.end(), int(start[1]))
        if end < 0:
            return False
        position = end + 2


def _end_of_string(data: bytes, start: int, length: int) -> int:
    """The place of the closing quote of a string; -1 when it is not where the length says."""
    end = start + length
    if data[end : end + 1] == b'"' and data[end + 1 : end + 2] in (b";", b":", b"}"):
        return end
    lost = 0
    end = data.find(b'";', start)
    known = start
    while 0 <= end - start <= length:
        lost += data.count(b"\n", known, end)
        known = end
        if end - start + lost == length:
            return end
        end = data.find(b'";', end + 1)
    return -1


def _done(value: str) -> str:
    """What becomes of the value."""
    try:
        unserialize(value)
    except ValueError:
        return "it is kept as text"
    return "its strings were read by their quotes"


RULE = ItemRule(("WXR440",), check)
