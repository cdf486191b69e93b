"""What a conversion said that it left out or moved: what the diagnostics of its report count, item by item."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from wpmigrate.diagnostics import part_of

from .media import PLAYERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """How much of an item was left out by name, and where it went."""

    words: int = 0
    #: Pictures and players that only count readers.
    trackers: int = 0
    #: Handlers and addresses that may run code.
    unsafe: int = 0
    drawings: int = 0
    #: Players of kinds that run nowhere now.
    players: int = 0
    #: Text that the page hid was left out.
    hides: bool = False
    #: Lines that a theme printed were taken out.
    moves: bool = False
    #: Words that were left out of comments.
    comment_words: int = 0
    #: Where it stands, if not at its old address.
    address: str = ""


NOTHING_NAMED = Named()

_NUMBER = re.compile(r"\d+")
_HIDDEN_WORDS = re.compile(r"\((\d+) words?\)")
_ELEMENT = re.compile(r"(\d+) (\w+) elements?\b")
_STANDS_AT = re.compile(r"; the page stands at (\S+)$")
_DRAWINGS = frozenset({"svg", "canvas"})


def read_named(report: Path) -> dict[str, Named]:
    """What the report names, by item; empty when there is no report. Raises ValueError for one that is damaged."""
    found: dict[str, Named] = {}
    for diagnostic in _diagnostics(report):
        item, message = diagnostic.get("item"), str(diagnostic.get("message"))
        part = part_of(message)
        table = _BY_CODE_IN_COMMENTS if part.startswith("comment") else {} if part else _BY_CODE
        add = table.get(str(diagnostic.get("code")))
        if item is not None and add is not None:
            found[item] = add(found.get(item, NOTHING_NAMED), message)
    return found


def _diagnostics(report: Path) -> Iterator[dict[str, Any]]:
    """The diagnostics, one a line as the report has them; of a report that was formatted anew, from the whole."""
    try:
        with report.open(encoding="utf-8") as file:
            lines = [line for line in file if line.startswith('{"code": ')]
        if lines:
            yield from (json.loads(line.rstrip().removesuffix(",")) for line in lines)
        else:
            yield from json.loads(report.read_text(encoding="utf-8")).get("diagnostics", [])
    except FileNotFoundError:
        return


def _number(message: str) -> int:
    found = _NUMBER.match(message)
    return int(found[0]) if found else 0


def _hidden(named: Named, message: str) -> Named:
    found = _HIDDEN_WORDS.search(message)
    return replace(named, words=named.words + (int(found[1]) if found else 0), hides=True)


def _hidden_in_comments(named: Named, message: str) -> Named:
    return replace(named, comment_words=named.comment_words + _hidden(NOTHING_NAMED, message).words)


def _unsafe(named: Named, message: str) -> Named:
    return replace(named, unsafe=named.unsafe + _number(message))


def _trackers(named: Named, message: str) -> Named:
    return replace(named, trackers=named.trackers + _number(message))


def _elements(named: Named, message: str) -> Named:
    found = _ELEMENT.match(message)
    if found is None:
        return named
    if found[2] in _DRAWINGS:
        return replace(named, drawings=named.drawings + int(found[1]))
    if found[2] in PLAYERS:
        return replace(named, players=named.players + int(found[1]))
    return named


def _moved(named: Named, _: str) -> Named:
    return replace(named, moves=True)


def _moved_to(named: Named, message: str) -> Named:
    found = _STANDS_AT.search(message)
    return replace(named, address=found[1]) if found else named


_BY_CODE = {
    "WXR511": _unsafe,
    "WXR512": _hidden,
    "WXR514": _trackers,
    "WXR516": _elements,
    "WXR541": _moved,
    "WXR810": _moved_to,
}
"""The codes that stand for something a reader could see, and what their sentences say of it."""

_BY_CODE_IN_COMMENTS = {"WXR512": _hidden_in_comments}
"""The same for comments, of which words alone are compared."""
