"""Findings for people: grouped by code, worst first, with a few examples each; never longer than a screen unless asked."""

from collections.abc import Sequence

from wpmigrate.diagnostics import CATALOGUE, Diagnostic, Severity
from wpmigrate.report.printable import printable
from wpmigrate.report.verdict import Verdict

HEIGHT = 40
"""Lines that the short form has at most."""
_WIDTH = 160
"""Characters of an example."""

Room = tuple[int, bool]
"""Examples of a code, and whether its advice is shown."""

_ROOMS: Sequence[dict[Severity, Room]] = tuple(
    dict(zip(Severity, rooms, strict=True))
    for rooms in (
        ((3, True), (3, True), (3, True)),
        ((3, True), (3, True), (3, False)),
        ((3, True), (3, True), (1, False)),
        ((3, True), (3, True), (0, False)),
        ((3, True), (1, True), (0, False)),
        ((3, True), (1, False), (0, False)),
        ((1, True), (1, False), (0, False)),
        ((1, False), (0, False), (0, False)),
        ((0, False), (0, False), (0, False)),
    )
)
"""How much is shown of errors, warnings and infos: the first that fits the height is taken."""


def as_text(verdict: Verdict, show_all: bool) -> str:
    """The findings by code, then one line that counts."""
    groups = verdict.by_code()
    foot = _foot(verdict)
    if show_all:
        blocks = [_block(found, len(found), advised=True) for _, found in groups]
        return "".join(f"{line}\n" for line in [*_joined(blocks), *foot])
    for rooms in _ROOMS:
        blocks = [_block(found, *_room(rooms, found)) for _, found in groups]
        lines = _joined(blocks)
        if len(lines) + len(foot) < HEIGHT:
            break
    left = HEIGHT - len(foot) - 1
    if len(lines) > left:
        lines = [*lines[: left - 1], f"… {len(lines) - left + 1} lines more: --all"]
    elif any(len(found) > _room(rooms, found)[0] for _, found in groups):
        foot.append("--all shows every finding, “wpmigrate explain CODE” what a code means.")
    return "".join(f"{line}\n" for line in [*lines, *foot])


def _room(rooms: dict[Severity, Room], found: list[Diagnostic]) -> Room:
    return rooms[found[0].severity]


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


def _block(found: list[Diagnostic], shown: int, advised: bool) -> list[str]:
    """One code: its number and name, its first findings, what to do."""
    row = CATALOGUE[found[0].code]
    head = f"{found[0].severity:<7} {row.code} {row.name}"
    lines = [f"{head} ({len(found)}×)" if len(found) > 1 or not shown else head]
    lines += [_cut(f"  {_place(one)}{printable(one.message)}") for one in found[:shown]]
    if shown and len(found) > shown:
        lines.append(f"  … {len(found) - shown} more")
    if advised and row.to_do:
        lines.append(f"  → {row.to_do}")
    return lines


def _place(found: Diagnostic) -> str:
    """`file:line:column: `, as editors and terminals make it a link."""
    parts = [printable(found.file), *(str(number) for number in (found.line, found.column) if number)]
    return ":".join(parts) + ": " if found.file else ""


def _cut(line: str) -> str:
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"


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
