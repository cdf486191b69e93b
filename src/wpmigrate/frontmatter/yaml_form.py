"""YAML front matter: block style, unquoted where safe, the same under YAML 1.1 and 1.2."""

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import TypeGuard

from .plain import yaml_text
from .value import Value, check_depth, iso_datetime

_LONGEST_KEY = 1000
"""Parsers look at most 1,024 characters ahead for the colon of a key (YAML 1.2.2, 7.4.2)."""


def render_yaml(fields: Mapping[str, Value]) -> str:
    """The block between `---` lines."""
    lines: list[str] = []
    _mapping(fields, "", 1, lines)
    return "---\n" + "\n".join(lines or ["{}"]) + "\n---\n"


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


def _mapping(fields: Mapping[str, Value], indent: str, depth: int, lines: list[str]) -> None:
    check_depth(depth)
    for key, value in fields.items():
        if value is None:
            continue
        name = yaml_text(key)
        head = f"{indent}{name}:" if len(name) <= _LONGEST_KEY else f"{indent}? {name}\n{indent}:"
        text = _flow(value)
        if text is not None:
            lines.append(f"{head} {text}")
            continue
        lines.append(head)
        _block(value, indent + "  ", depth + 1, lines)


def _is_mapping(value: object) -> TypeGuard[Mapping[str, Value]]:
    """Abstract classes are slow to ask."""
    kind = type(value)
    return kind is dict or (kind is not list and isinstance(value, Mapping))


def _flow(value: Value) -> str | None:
    """The text of a scalar, or of a list or a mapping that holds nothing; None for all others."""
    scalar = _SCALARS.get(type(value))
    if scalar is not None:
        return scalar(value)
    if type(value) not in (list, dict):
        for kind, render in _KINDS:
            if isinstance(value, kind):
                return render(value)
    if _is_mapping(value):
        return None if any(entry is not None for entry in value.values()) else "{}"
    assert isinstance(value, Sequence)
    return None if any(entry is not None for entry in value) else "[]"


def _block(value: Value, indent: str, depth: int, lines: list[str]) -> None:
    if _is_mapping(value):
        _mapping(value, indent, depth, lines)
    else:
        assert isinstance(value, Sequence)
        _sequence(value, indent, depth, lines)


def _sequence(values: Sequence[Value], indent: str, depth: int, lines: list[str]) -> None:
    check_depth(depth)
    for value in values:
        if value is None:
            continue
        text = _flow(value)
        if text is not None:
            lines.append(f"{indent}- {text}")
            continue
        # A mapping or list within a list starts on the line of its dash.
        at = len(lines)
        _block(value, indent + "  ", depth + 1, lines)
        lines[at] = f"{indent}- {lines[at][len(indent) + 2 :]}"
