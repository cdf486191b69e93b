"""Keys of a configuration: their kinds as data, and one check that names the key and what is allowed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, NamedTuple


class WrongKeyError(ValueError):
    """A key or value that cannot be meant. `trail` leads to it from the root of the configuration."""

    def __init__(self, trail: tuple[str, ...], message: str, advice: str = "") -> None:
        """`message` is one sentence without a full stop, `advice` names what is allowed."""
        super().__init__(message)
        self.trail = trail
        self.message = message
        self.advice = advice


class Kind(NamedTuple):
    """A kind of value: how it is called, and whether a value of TOML is one."""

    phrase: str
    accepts: Callable[[object], bool]


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


TEXT = Kind("a text", lambda value: isinstance(value, str))
FLAG = Kind("true or false", lambda value: isinstance(value, bool))
WHOLE = Kind("a whole number", _is_whole)
TEXTS = Kind("a list of texts", _is_texts)
DAY = Kind("a day such as 2010-12-15", _is_day)
TABLE = Kind("a table", lambda value: isinstance(value, Mapping))


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key: its name, the kinds of value that it takes, and what it means.

    `read` turns a value of one of the kinds into what the run takes, by the trail that leads to it; it raises
    WrongKeyError. `parameter` is the name that the run knows it by.
    """

    name: str
    kinds: tuple[Kind, ...]
    parameter: str
    read: Callable[[Any, tuple[str, ...]], Any]
    summary: str = ""
    #: Lines of TOML that show it.
    example: str = ""


def checked(
    section: Mapping[str, Any], keys: Mapping[str, tuple[Key, ...]], trail: tuple[str, ...] = ()
) -> dict[str, Any]:
    """What `section` says, by parameter; raises WrongKeyError for a key that does not exist and a value that is none.

    A name may have several keys, for values of different kinds: a text and a table, say.
    """
    found: dict[str, Any] = {}
    for name, value in section.items():
        if name not in keys:
            raise unknown_key(name, keys, trail)
        key = next((one for one in keys[name] if any(kind.accepts(value) for kind in one.kinds)), None)
        if key is None:
            raise wrong_kind((*trail, name), value, tuple(kind for one in keys[name] for kind in one.kinds))
        found[key.parameter] = key.read(value, (*trail, name))
    return found


def unknown_key(name: str, allowed: Iterable[str], trail: tuple[str, ...] = ()) -> WrongKeyError:
    """The fault of a key that does not exist, with what was probably meant, and all that are allowed."""
    names = list(allowed)
    near = get_close_matches(name, names, n=1)
    place = f" in [{dotted(trail)}]" if trail else ""
    guess = f"; did you mean {near[0]}?" if near else ""
    return WrongKeyError(
        (*trail, name), f"there is no key {name!r}{place}{guess}", f"The keys are: {', '.join(names)}."
    )


def wrong_kind(trail: tuple[str, ...], value: object, kinds: tuple[Kind, ...]) -> WrongKeyError:
    """The fault of a value of the wrong kind."""
    return WrongKeyError(
        trail, f"{dotted(trail)} must be {' or '.join(kind.phrase for kind in kinds)}, not {shown(value)}"
    )


def dotted(trail: tuple[str, ...]) -> str:
    """A trail as one writes it."""
    return ".".join(part if part.replace("-", "_").isidentifier() else f'"{part}"' for part in trail)


def shown(value: object) -> str:
    """A value as TOML writes it, nearly; long ones cut."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list):
        return "a list"
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
