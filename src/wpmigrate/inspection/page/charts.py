"""Pictures as inline SVG: columns over time and over sizes. Each has a title and a sentence for those who cannot see it."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

WIDE, NARROW, HEIGHT = 720, 360, 150
_CLASSES = {WIDE: "wide", NARROW: "narrow"}
"""A narrow page shows charts smaller, so their text must grow with their width."""

_FOOT, _HEAD = 18, 12
_GAP = 0.18
"""Share of a column's room that stays empty."""

_WIDEST = 44
_ROOM_OF_LABEL = 34


class Column(NamedTuple):
    """One column: its full name for the tooltip, what stands below it (mostly nothing), its height."""

    name: str
    label: str
    number: int


def columns(columns: Sequence[Column], *, title: str, kind: str, width: int = WIDE) -> str:
    """The chart; `kind` is the class that gives its colour. Names and labels are plain text."""
    most = max((column.number for column in columns), default=0)
    room = width / max(len(columns), 1)
    thick = min(room * (1 - _GAP), _WIDEST)
    high = HEIGHT - _FOOT - _HEAD
    parts = [
        f'<svg class="{_CLASSES[width]}" viewBox="0 0 {width} {HEIGHT}" role="img" aria-label="{escape(_spoken(columns, title))}">',
        f'<line class="axis" x1="0" x2="{width}" y1="{HEIGHT - _FOOT}" y2="{HEIGHT - _FOOT}"/>',
        f'<line class="axis" x1="0" x2="{width}" y1="{_HEAD}" y2="{_HEAD}" stroke-dasharray="2 4"/>',
        f'<text x="0" y="{_HEAD - 3}">{most:,}</text>',
    ]
    labels = 0
    for number, column in enumerate(columns):
        x = number * room
        if column.number:
            height = max(column.number * high / most, 1.5)
            parts.append(
                f'<rect class="{kind}" x="{x + (room - thick) / 2:.2f}" y="{HEIGHT - _FOOT - height:.2f}"'
                f' width="{thick:.2f}" height="{height:.2f}">'
                f"<title>{escape(column.name)}: {column.number:,}</title></rect>"
            )
        if column.label:
            labels += 1
            parts.append(_label(column.label, x, room, width, kind="below" if labels % 2 else "below every-other"))
    return "".join([*parts, "</svg>"])


def _label(text: str, x: float, room: float, width: int, kind: str) -> str:
    """What stands below a column: in its middle where that has room, else from its edge on, never beyond the chart.

    Every other label is marked by its kind: it goes where the page is narrow.
    """
    at, anchor = x + room / 2, "middle"
    if room < _ROOM_OF_LABEL:
        at, anchor = (x, "start") if x + _ROOM_OF_LABEL <= width else (x + room, "end")
    return f'<text x="{at:.2f}" y="{HEIGHT - 4}" text-anchor="{anchor}" class="{kind}">{escape(text)}</text>'


def _spoken(columns: Sequence[Column], title: str) -> str:
    """The chart in one sentence."""
    if not columns:
        return f"{title}: nothing"
    top = max(columns, key=lambda column: column.number)
    total = sum(column.number for column in columns)
    return (
        f"{title}: {total:,} from {columns[0].name} to {columns[-1].name}, most of them in {top.name} ({top.number:,})"
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
