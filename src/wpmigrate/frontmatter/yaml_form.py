"""YAML front matter: block style, unquoted where safe, the same under YAML 1.1 and 1.2."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime

from .plain import yaml_text
from .value import Value, check_depth, iso_datetime

_LONGEST_KEY = 1000
"""Parsers look at most 1,024 characters ahead for the colon of a key (YAML 1.2.2, 7.4.2)."""


def render_yaml(fields: Mapping[str, Value]) -> str:
    """The block between `---` lines."""
    lines = list(_mapping(fields, "", 1)) or ["{}"]
    return "---\n" + "\n".join(lines) + "\n---\n"


def _real(number: float) -> str:
    """YAML 1.1 asks for a dot in the mantissa (https://yaml.org/type/float.html)."""
    if math.isnan(number):
        return ".nan"
    if math.isinf(number):
        return ".inf" if number > 0 else "-.inf"
    text = repr(number)
    if "e" in text and "." not in text:
        text = text.replace("e", ".0e")
    return text


def _moment(moment: datetime) -> str:
    # Without an offset a blank, not a T: Hexo and Nikola read that form as the site's local time.
    return iso_datetime(moment, " " if moment.tzinfo is None else "T")


_SCALARS: dict[type, Callable[..., str]] = {
    str: yaml_text,
    bool: lambda value: "true" if value else "false",
    int: str,
    float: _real,
    datetime: _moment,
    date: date.isoformat,
}

_KINDS: tuple[tuple[type, Callable[..., str]], ...] = (
    (bool, _SCALARS[bool]),
    (str, lambda value: yaml_text(str(value))),
    (int, lambda value: str(int(value))),
    (float, lambda value: _real(float(value))),
    (datetime, _moment),
    (date, date.isoformat),
)


def _scalar(value: object) -> str | None:
    """The text of a scalar; None for what is a list or a mapping."""
    render = _SCALARS.get(type(value))
    if render is not None:
        return render(value)
    return next((render(value) for kind, render in _KINDS if isinstance(value, kind)), None)


def _mapping(fields: Mapping[str, Value], indent: str, depth: int) -> Iterator[str]:
    check_depth(depth)
    for key, value in fields.items():
        if value is None:
            continue
        name = yaml_text(key)
        head = f"{indent}{name}:" if len(name) <= _LONGEST_KEY else f"{indent}? {name}\n{indent}:"
        text = _scalar(value) or _empty(value)
        if text is not None:
            yield f"{head} {text}"
            continue
        yield head
        yield from _block(value, indent + "  ", depth + 1)


def _empty(value: Value) -> str | None:
    """The flow form of a list or mapping that holds nothing; None for all others."""
    if isinstance(value, Mapping):
        return None if any(entry is not None for entry in value.values()) else "{}"
    assert isinstance(value, Sequence)
    return None if any(entry is not None for entry in value) else "[]"


def _block(value: Value, indent: str, depth: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        return _mapping(value, indent, depth)
    assert isinstance(value, Sequence)
    return _sequence(value, indent, depth)


def _sequence(values: Sequence[Value], indent: str, depth: int) -> Iterator[str]:
    check_depth(depth)
    for value in values:
        if value is None:
            continue
        text = _scalar(value) or _empty(value)
        if text is not None:
            yield f"{indent}- {text}"
            continue
        # A mapping or list within a list starts on the line of its dash.
        inner = _block(value, indent + "  ", depth + 1)
        yield f"{indent}- {next(inner)[len(indent) + 2 :]}"
        yield from inner
