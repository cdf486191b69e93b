"""The configuration file: found, read, and the line of each key for messages. It is data: nothing in it is ever run."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wpmigrate.errors import UsageError

from .keys import WrongKeyError

FILE = "wpmigrate.toml"
PROJECT = "pyproject.toml"
PROJECT_TRAIL = ("tool", "wpmigrate")
"""Where the keys stand in a pyproject.toml (the tool table of PEP 518)."""


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A configuration that was read: its keys, and what messages need."""

    name: str
    keys: Mapping[str, Any]
    text: str = ""
    #: The tables above `keys` in the file.
    above: tuple[str, ...] = ()

    def error(self, fault: WrongKeyError) -> UsageError:
        """The fault with its file and line."""
        line = line_of(self.text, (*self.above, *fault.trail))
        return UsageError(fault.message, file=self.name, line=line, advice=fault.advice)


def find(folder: Path) -> Path | None:
    """The configuration of a working folder: wpmigrate.toml, else a pyproject.toml that has a [tool.wpmigrate]."""
    own = folder / FILE
    if own.is_file():
        return own
    project = folder / PROJECT
    if not project.is_file():
        return None
    # Somebody else's pyproject.toml may be broken; it is ours only when it names us.
    text = project.read_text(encoding="utf-8", errors="replace")
    return project if ".".join(PROJECT_TRAIL) in text.replace(" ", "") else None


def read(path: Path) -> ConfigFile:
    """The configuration at `path`; raises UsageError with file and line when it cannot be read or is no TOML."""
    name = str(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        keys: Any = tomllib.loads(text)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"the configuration cannot be read: {reason}", file=name, advice="Check the path.") from None
    except UnicodeDecodeError:
        raise UsageError("the configuration is not UTF-8", file=name, advice="Save it as UTF-8.") from None
    except RecursionError:
        advice = "Close each [ with a ]."
        raise UsageError("the configuration is nested too deeply", file=name, advice=advice) from None
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+)", str(error))
        reason = str(error).partition(" (at ")[0]
        line = int(place[1]) if place else None
        advice = 'Write key = "value", one a line; see https://toml.io.'
        raise UsageError(f"this is no TOML: {reason}", file=name, line=line, advice=advice) from None
    if path.name != PROJECT:
        return ConfigFile(name, keys, text)
    for part in PROJECT_TRAIL:
        keys = keys.get(part, {}) if isinstance(keys, Mapping) else {}
    if not isinstance(keys, Mapping):
        raise UsageError("tool.wpmigrate must be a table", file=name, advice="Write [tool.wpmigrate] above its keys.")
    return ConfigFile(name, keys, text, PROJECT_TRAIL)


_PART = r"""(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)"""
_TRAIL = rf"{_PART}(?:\s*\.\s*{_PART})*"
_TABLE = re.compile(rf"\s*\[\[?\s*({_TRAIL})\s*\]")
_KEY = re.compile(rf"\s*({_TRAIL})\s*=")
_LONG_TEXT = ('"""', "'''")


def line_of(text: str, trail: tuple[str, ...]) -> int | None:
    """The 1-based line at which the key of `trail` stands, or the nearest table above it; None when neither does."""
    best, depth = None, 0
    for number, found in _trails(text):
        same = 0
        for ours, theirs in zip(trail, found, strict=False):
            if ours != theirs:
                break
            same += 1
        if same == len(found) and same > depth:
            best, depth = number, same
    return best


def _trails(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """(line, trail) of every table and key; texts of several lines are passed over."""
    table: tuple[str, ...] = ()
    in_text = False
    for number, line in enumerate(text.splitlines(), start=1):
        marks = sum(line.count(mark) for mark in _LONG_TEXT)
        if not in_text:
            head = _TABLE.match(line)
            key = None if head else _KEY.match(line)
            if head:
                table = _parts(head[1])
                yield number, table
            elif key:
                yield number, (*table, *_parts(key[1]))
        in_text ^= marks % 2 == 1


def _parts(trail: str) -> tuple[str, ...]:
    """A dotted key as its parts, without quotes."""
    return tuple(part.strip("\"'") for part in re.findall(_PART, trail))
