"""Findings for people: grouped by code, worst first, with a few examples each; never longer than a screen unless asked."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from wpmigrate.diagnostics import CATALOGUE, Diagnostic, Severity
from wpmigrate.report.printable import cut, printable
from wpmigrate.report.verdict import Verdict

HEIGHT = 40
"""Lines that the short form has at most."""
_WIDTH = 160
"""Characters of an example."""

_EXAMPLES = 3


class Room(NamedTuple):
    """What is shown of a code: how many findings, and whether what to do."""

    shown: int = 0
    advised: bool = False


_STEPS: Sequence[tuple[Severity, Room]] = (
    (Severity.ERROR, Room(1)),
    (Severity.ERROR, Room(_EXAMPLES)),
    (Severity.ERROR, Room(_EXAMPLES, advised=True)),
    (Severity.WARNING, Room(1)),
    (Severity.WARNING, Room(1, advised=True)),
    (Severity.WARNING, Room(_EXAMPLES, advised=True)),
    (Severity.INFO, Room(1)),
    (Severity.INFO, Room(_EXAMPLES)),
    (Severity.INFO, Room(_EXAMPLES, advised=True)),
)
"""In this order codes get more room, each for itself, as long as the screen has some."""


def as_text(verdict: Verdict, show_all: bool) -> str:
    """The findings by code, then one line that counts."""
    groups = [found for _, found in verdict.by_code()]
    foot = _foot(verdict)
    if show_all:
        blocks = [_block(found, Room(len(found), advised=True)) for found in groups]
        return "".join(f"{line}\n" for line in [*_joined(blocks), *foot])
    rooms = _rooms(groups, HEIGHT - len(foot) - 1)
    lines = _joined([_block(found, room) for found, room in zip(groups, rooms, strict=True)])
    left = HEIGHT - len(foot) - 1
    if len(lines) > left:
        lines = [*lines[: left - 1], f"… {len(lines) - left + 1} lines more: --all"]
    elif any(len(found) > room.shown for found, room in zip(groups, rooms, strict=True)):
        foot.append("--all shows every finding, “wpmigrate explain CODE” what a code means.")
    return "".join(f"{line}\n" for line in [*lines, *foot])


def _rooms(groups: list[list[Diagnostic]], height: int) -> list[Room]:
    """The room of each code: its line is sure, then errors get examples first, then warnings, then notes."""
    rooms = [Room()] * len(groups)
    for severity, wanted in _STEPS:
        for place, found in enumerate(groups):
            if found[0].severity is not severity:
                continue
            before, rooms[place] = rooms[place], wanted
            if _height(groups, rooms) > height:
                rooms[place] = before
    return rooms


def _height(groups: list[list[Diagnostic]], rooms: list[Room]) -> int:
    sizes = [_size(found, room) for found, room in zip(groups, rooms, strict=True)]
    blanks = sum(one > 1 or other > 1 for one, other in pairwise(sizes))
    return sum(sizes) + blanks + bool(sizes)


def _size(found: list[Diagnostic], room: Room) -> int:
    """How many lines `_block` gives, without making them."""
    is_advised = room.advised and CATALOGUE[found[0].code].to_do
    return 1 + min(room.shown, len(found)) + (0 < room.shown < len(found)) + bool(is_advised)


def _joined(blocks: list[list[str]]) -> list[str]:
    """The blocks one below the other, with a blank line round one that has examples."""
    lines: list[str] = []
    before: list[str] = []
    for block in blocks:
        if lines and (len(block) > 1 or len(before) > 1):
            lines.append("")
        lines += block
        before = block
    return [*lines, ""] if lines else []


def _block(found: list[Diagnostic], room: Room) -> list[str]:
    """One code: its number and name, its first findings, what to do."""
    shown, advised = room
    row = CATALOGUE[found[0].code]
    head = f"{found[0].severity:<7} {row.code} {row.name}"
    lines = [f"{head} ({len(found)}×)" if len(found) > 1 or not shown else head]
    lines += [_line(one) for one in found[:shown]]
    if shown and len(found) > shown:
        lines.append(f"  … {len(found) - shown} more")
    if advised and row.to_do:
        lines.append(f"  → {row.to_do}")
    return lines


def _line(found: Diagnostic) -> str:
    """One finding with its place and the id of its item, which `show` and WordPress know it by."""
    item = f" (item {found.item})" if found.item and found.item.isdecimal() else ""
    return cut(f"  {_place(found)}{printable(found.message)}", _WIDTH - len(item)) + item


def _place(found: Diagnostic) -> str:
    """`file:line:column: `, as editors and terminals make it a link."""
    parts = [printable(found.file), *(str(number) for number in (found.line, found.column) if number)]
    return ":".join(parts) + ": " if found.file else ""


def _foot(verdict: Verdict) -> list[str]:
    """What was looked at and how it went."""
    files = printable(verdict.files[0]) if len(verdict.files) == 1 else f"{len(verdict.files)} files"
    counts = verdict.counts()
    told = [
        f"{number} {name}{'' if number == 1 else 's'}"
        for name, number in (("error", counts["error"]), ("warning", counts["warning"]), ("note", counts["info"]))
        if number
    ]
    known = f" ({verdict.known} more in the baseline)" if verdict.known else ""
    items = f"{verdict.items} item{'' if verdict.items == 1 else 's'}"
    lines = [f"{files or 'Nothing was read'}: {items}, {', '.join(told) or 'no findings'}{known}"]
    if verdict.max_warnings is not None and counts["warning"] > verdict.max_warnings:
        lines.append(f"More warnings than the {verdict.max_warnings} that are allowed.")
    return lines
