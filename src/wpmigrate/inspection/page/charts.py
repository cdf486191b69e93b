"""Pictures as inline SVG: columns over time and over sizes. Each has a title and a sentence for those who cannot see it."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

WIDTH, HEIGHT = 720, 150
_FOOT, _HEAD = 18, 12
_GAP = 0.18
"""Share of a column's room that stays empty."""


class Column(NamedTuple):
    """One column: its full name for the tooltip, what stands below it (mostly nothing), its height."""

    name: str
    label: str
    number: int


def columns(columns: Sequence[Column], *, title: str, kind: str) -> str:
    """The chart; `kind` is the class that gives its colour. Names and labels are plain text."""
    most = max((column.number for column in columns), default=0)
    room = WIDTH / max(len(columns), 1)
    high = HEIGHT - _FOOT - _HEAD
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(_spoken(columns, title))}">',
        f'<line class="axis" x1="0" x2="{WIDTH}" y1="{HEIGHT - _FOOT}" y2="{HEIGHT - _FOOT}"/>',
        f'<line class="axis" x1="0" x2="{WIDTH}" y1="{_HEAD}" y2="{_HEAD}" stroke-dasharray="2 4"/>',
        f'<text x="0" y="{_HEAD - 3}">{most:,}</text>',
    ]
    for number, column in enumerate(columns):
        x = number * room
        if column.number:
            height = max(column.number * high / most, 1.5)
            parts.append(
                f'<rect class="{kind}" x="{x + room * _GAP / 2:.2f}" y="{HEIGHT - _FOOT - height:.2f}"'
                f' width="{room * (1 - _GAP):.2f}" height="{height:.2f}">'
                f"<title>{escape(column.name)}: {column.number:,}</title></rect>"
            )
        if column.label:
            parts.append(
                f'<text x="{x + room / 2:.2f}" y="{HEIGHT - 4}" text-anchor="middle">{escape(column.label)}</text>'
            )
    return "".join([*parts, "</svg>"])


def _spoken(columns: Sequence[Column], title: str) -> str:
    """The chart in one sentence."""
    if not columns:
        return f"{title}: nothing"
    top = max(columns, key=lambda column: column.number)
    total = sum(column.number for column in columns)
    return (
        f"{title}: {total:,} from {columns[0].name} to {columns[-1].name}, most of them in {top.name} ({top.count:,})"
    )


MOST_MONTHS = 120
"""From so many months on a chart has a column a year."""

_LABELS = 12
"""Labels that have room below a chart."""


def over_time(counts: dict[str, int], first: str, last: str) -> list[Column]:
    """Columns for the months from `first` to `last` (`2010-12`), or for the years when those are many."""
    months = _months(first, last)
    if len(months) > MOST_MONTHS:
        by_year: dict[str, int] = {}
        for month in months:
            by_year[month[:4]] = by_year.get(month[:4], 0) + counts.get(month, 0)
        step = -(-len(by_year) // _LABELS)
        return [
            Column(year, year if number % step == 0 else "", count)
            for number, (year, count) in enumerate(by_year.items())
        ]
    years = sorted({month[:4] for month in months})
    step = -(-len(years) // _LABELS)
    labelled = {next(month for month in months if month[:4] == year): year for year in years[::step]}
    if len(months) <= _LABELS:
        labelled = {month: month for month in months}
    return [Column(month, labelled.get(month, ""), counts.get(month, 0)) for month in months]


def _months(first: str, last: str) -> list[str]:
    """All months between two, both included."""
    start, end = (int(text[:4]) * 12 + int(text[5:7]) - 1 for text in (first, last))
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, end + 1)]
