"""Blocks of code, to the byte but for blanks at the ends of lines."""

from collections import Counter
from collections.abc import Iterator

from wpmigrate.verify.pair import Difference, Pair

_SHOWN = 60


def code_blocks(pair: Pair) -> Iterator[Difference]:
    """Every block of code has the same text."""
    there = Counter(code.text for code in pair.have.code)
    filled = Counter(_filled_lines(text) for text in there)
    lost = []
    for code in pair.want.code:
        if there[code.text] > 0:
            there[code.text] -= 1
        elif not code.is_rough or not filled[_filled_lines(code.text)]:
            lost.append(code.text)
    left = list(there.elements())
    yield Difference("code blocks", len(lost), len(pair.want.code), _first_line_that_differs(lost, left))


def _filled_lines(code: str) -> str:
    """What counts where blocks inside end lines: where exactly a line begins is anybody's guess then."""
    return "\n".join(filled for line in code.split("\n") if (filled := line.strip()))


def _first_line_that_differs(lost: list[str], left: list[str]) -> str:
    """The first line of the first lost block that the first block that nobody asked for does not have."""
    if not lost:
        return ""
    lines = lost[0].split("\n")
    other = left[0].split("\n") if left else []
    for number, line in enumerate(lines):
        if number >= len(other) or line != other[number]:
            return f"line {number + 1}: {line.strip()[:_SHOWN]}"
    return f"{len(other) - len(lines)} lines more than before"
