"""TOML front matter: values first, then one section a mapping; dates are TOML's own."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

from .quoted import quote
from .value import Value, check_depth, iso_datetime

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def render_toml(fields: Mapping[str, Value]) -> str:
    """The block between `+++` lines (TOML 1.0.0)."""
    return "+++\n" + "".join(f"{line}\n" for line in _section(fields, "", 1)) + "+++\n"


@lru_cache(maxsize=1024)
def _key(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else quote(name)


_SCALARS: dict[type, Callable[..., str]] = {
    str: quote,
    bool: lambda value: "true" if value else "false",
    int: str,
    float: repr,  # Python's inf, nan and 1e+16 are TOML's
    datetime: iso_datetime,
    date: date.isoformat,
}

_KINDS: tuple[tuple[type, Callable[..., str]], ...] = (
    (bool, _SCALARS[bool]),
    (str, lambda value: quote(str(value))),
    (int, lambda value: str(int(value))),
    (float, lambda value: repr(float(value))),
    (datetime, iso_datetime),
    (date, date.isoformat),
)


def _value(value: Value, depth: int) -> str:
    render = _SCALARS.get(type(value))
    if render is not None:
        return render(value)
    check_depth(depth)
    if isinstance(value, Mapping):
        pairs = (f"{_key(key)} = {_value(entry, depth + 1)}" for key, entry in value.items() if entry is not None)
        inside = ", ".join(pairs)
        return f"{{ {inside} }}" if inside else "{}"
    for kind, render in _KINDS:
        if isinstance(value, kind):
            return render(value)
    assert isinstance(value, Sequence)
    return "[" + ", ".join(_value(entry, depth + 1) for entry in value if entry is not None) + "]"


def toml_value(value: Value) -> str:
    """One value as it stands behind an equals sign; mappings are inline tables. None is no value of TOML."""
    return _value(value, 1)


def _section(fields: Mapping[str, Value], name: str, depth: int) -> Iterator[str]:
    check_depth(depth)
    sections = []
    for key, value in fields.items():
        if isinstance(value, Mapping):
            sections.append((key, value))
        elif value is not None:
            yield f"{_key(key)} = {_value(value, depth + 1)}"
    for key, section in sections:
        full_name = f"{name}.{_key(key)}" if name else _key(key)
        yield ""
        yield f"[{full_name}]"
        yield from _section(section, full_name, depth + 1)
