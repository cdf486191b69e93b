"""Tables, cell by cell."""

from collections import Counter
from collections.abc import Iterator

from wpmigrate.verify.facts import Grid
from wpmigrate.verify.pair import Difference, Pair

_SHOWN = 60
_Cells = dict[tuple[int, int], str]


def tables(pair: Pair) -> Iterator[Difference]:
    """Every table has the same grid of cells."""
    there = Counter(map(_frozen, pair.have.tables))
    lost = []
    for grid in pair.want.tables:
        key = _frozen(grid)
        if there[key] > 0:
            there[key] -= 1
        else:
            lost.append(grid)
    left = [grid for grid in pair.have.tables if there[_frozen(grid)] > 0]
    yield Difference("tables", len(lost), len(pair.want.tables), _first_cell_that_differs(lost, left))


def _frozen(grid: Grid) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, grid))


def _cells(grid: Grid) -> _Cells:
    return {(row, column): text for row, texts in enumerate(grid) for column, text in enumerate(texts)}


def _first_cell_that_differs(lost: list[Grid], left: list[Grid]) -> str:
    """The place and text of the first cell of a lost table that the table most like it does not have there."""
    if not lost:
        return ""
    cells = _cells(lost[0])
    likest: _Cells = max(map(_cells, left), key=lambda other: len(cells.items() & other.items()), default={})
    for (row, column), text in cells.items():
        if likest.get((row, column)) != text:
            return f"row {row + 1}, cell {column + 1}: {text[:_SHOWN]}"
    return "more cells than before"
