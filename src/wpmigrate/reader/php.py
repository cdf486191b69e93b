"""Values that PHP's `serialize()` wrote, as data: never as objects.

The format is PHP's (`ext/standard/var.c`): `s:LENGTH:"…";` counts bytes, arrays hold key and value pairs, `R:`/`r:`
refer to an earlier value by its number. Objects become dicts whose class name is data; `C:` (a class's own format) is
refused.
"""

from typing import Any

CLASS_KEY = "__class__"
"""Under this key an object's dict holds the name of its class."""

MAX_DEPTH = 200
"""Levels of arrays in arrays; real metadata has fewer than ten."""

_MAX_NUMBER = 24
"""Characters of a number: 64 bits and exponents fit."""


def unserialize(text: str) -> tuple[Any, bool]:
    """The value and whether wrong string lengths were mended (search and replace in a database causes them).

    Arrays become lists when their keys count from 0, else dicts. Raises ValueError when `text` is no serialized value.
    Time grows with the length of `text` alone.
    """
    reader = _Reader(text.encode("utf-8", "surrogatepass"))
    value = reader.value(0)
    if reader.position != len(reader.data):
        raise ValueError("text follows the serialized value")
    return value, reader.was_mended


class _Reader:
    """The state of one reading: the bytes, the place, the values that references may name."""

    __slots__ = ("data", "position", "seen", "was_mended")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = 0
        self.seen: list[Any] = []
        self.was_mended = False

    def value(self, depth: int, *, is_key: bool = False) -> Any:
        """The value at the current place; only a value that is no key has a number for references."""
        if depth > MAX_DEPTH:
            raise ValueError("nested too deeply")
        kind = self.data[self.position : self.position + 2]
        if is_key and kind not in _KEY_KINDS:
            raise ValueError(f"no key: {kind!r}")
        self.position += 2
        container = _CONTAINERS.get(kind)
        if container is not None:
            return container(self, depth)
        scalar = _SCALARS.get(kind)
        if scalar is None:
            raise ValueError(f"no serialized value: {kind!r}")
        value = scalar(self)
        if not is_key and kind != b"R:":
            self.seen.append(value)
        return value

    def token(self, end: bytes) -> bytes:
        """The short text up to `end`, which is passed over."""
        stop = self.data.find(end, self.position, self.position + _MAX_NUMBER + 1)
        if stop < 0:
            raise ValueError("a number does not end")
        token = self.data[self.position : stop]
        self.position = stop + 1
        return token

    def skip(self, expected: bytes) -> None:
        """Pass over `expected` or raise ValueError."""
        if not self.data.startswith(expected, self.position):
            raise ValueError(f"{expected!r} is missing")
        self.position += len(expected)

    def quoted(self, end: bytes) -> str:
        """`LENGTH:"…"` and `end`; a wrong length is mended: the text ends where a value can follow."""
        length = int(self.token(b":"))
        self.skip(b'"')
        start, stop = self.position, self.position + length
        if length < 0 or self.data[stop : stop + 1 + len(end)] != b'"' + end:
            stop = self._mended_end(start, end)
        self.position = stop + 1 + len(end)
        return self.data[start:stop].decode("utf-8", "replace")

    def _mended_end(self, start: int, end: bytes) -> int:
        """The first closing quote after which another value, the end of an array or of the text stands."""
        self.was_mended = True
        closing = b'"' + end
        stop = self.data.find(closing, start)
        while stop >= 0:
            after = stop + len(closing)
            if (
                after == len(self.data)
                or self.data[after : after + 1] == b"}"
                or self.data[after : after + 2] in _STARTS
            ):
                return stop
            stop = self.data.find(closing, stop + 1)
        raise ValueError("a text does not end")


def _null(_: _Reader) -> None:
    return None


def _bool(reader: _Reader) -> bool:
    return reader.token(b";") == b"1"


def _int(reader: _Reader) -> int:
    return int(reader.token(b";"))


def _float(reader: _Reader) -> float:
    token = reader.token(b";").decode("ascii", "replace")
    return float(token.replace("INF", "inf").replace("NAN", "nan"))


def _text(reader: _Reader) -> str:
    return reader.quoted(b";")


def _reference(reader: _Reader) -> Any:
    number = int(reader.token(b";"))
    if not 0 < number <= len(reader.seen):
        raise ValueError("a reference leads nowhere")
    value = reader.seen[number - 1]
    if isinstance(value, dict | list):
        # The value itself would make trees that grow without end; nothing in a post needs it twice.
        return None
    return value


def _array(reader: _Reader, depth: int) -> Any:
    found: dict[Any, Any] = {}
    reader.seen.append(found)
    _pairs(reader, depth, found)
    if found and list(found) == list(range(len(found))):
        return list(found.values())
    return found


def _object(reader: _Reader, depth: int) -> Any:
    found: dict[Any, Any] = {CLASS_KEY: reader.quoted(b":")}
    reader.seen.append(found)
    _pairs(reader, depth, found)
    return found


def _pairs(reader: _Reader, depth: int, found: dict[Any, Any]) -> None:
    number = int(reader.token(b":"))
    if not 0 <= number <= len(reader.data):
        raise ValueError("an array of impossible length")
    reader.skip(b"{")
    for _ in range(number):
        key = reader.value(depth + 1, is_key=True)
        # PHP marks protected and private properties with NUL characters.
        found[key.rpartition("\0")[2] if isinstance(key, str) else key] = reader.value(depth + 1)
    reader.skip(b"}")


_SCALARS = {
    b"N;": _null,
    b"b:": _bool,
    b"i:": _int,
    b"d:": _float,
    b"s:": _text,
    b"E:": _text,
    b"R:": _reference,
    b"r:": _reference,
}
_CONTAINERS = {b"a:": _array, b"O:": _object}
_KEY_KINDS = frozenset({b"i:", b"s:"})
_STARTS = frozenset({*_SCALARS, *_CONTAINERS})
