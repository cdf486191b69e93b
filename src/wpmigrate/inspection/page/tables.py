"""Tables and small pieces of the page. Everything that an export says is escaped here."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from wpmigrate.report import printable

SHOWN = 12
"""Rows of a table; the rest is behind a click."""

MOST = 100
LONGEST = 200
"""Characters of a name."""

_CODE = re.compile(r"`([^`]+)`")


def text(value: object) -> str:
    """A value of the export as HTML text: no markup, no control or direction characters, cut where it is too long."""
    said = str(value)
    return escape(printable(said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"))


def sentence(said: str) -> str:
    """A sentence of wpmigrate's own as HTML; what stands between backticks is code. It may name what the export says."""
    return _CODE.sub(r"<code>\1</code>", text(said))


def number(count: int, of: str) -> str:
    """A cell with a number; `of` says in the plural what was counted, where the page is too narrow for heads of columns."""
    return f'<td class="n" data-of="{of.removesuffix("s") if count == 1 else of}">{count:,}</td>'


def section(title: str, body: str) -> str:
    """A part of the page; nothing when it would be empty."""
    return f"<section><h2>{escape(title)}</h2>{body}</section>" if body else ""


def side_by_side(sections: Iterable[str]) -> str:
    """Parts beside each other where there is room."""
    shown = [part for part in sections if part]
    return f'<div class="pair">{"".join(shown)}</div>' if shown else ""


def bars(rows: Sequence[dict[str, Any]], head: str, key: str = "name") -> str:
    """Names with their numbers and bars, the largest first."""
    if not rows:
        return ""
    most = max(row["count"] for row in rows) or 1
    cells = [
        [
            f'<th scope="row">{text(row[key]) or "(none)"}</th>',
            number(row["count"], ""),
            f'<td class="bar" aria-hidden="true"><i style="width:{row["count"] * 100 / most:.1f}%"></i></td>',
        ]
        for row in rows
    ]
    return table([head, "number", ""], cells)


def handled(rows: Sequence[dict[str, Any]], head: str) -> str:
    """Names with their numbers and what becomes of them."""
    cells = [
        [
            f'<th scope="row"><code>{text(row["name"])}</code></th>',
            number(row["count"], "times"),
            number(row["items"], "items"),
            f"<td>{sentence(row['handling'])}</td>",
        ]
        for row in rows
    ]
    return told([head, "times", "items", "becomes"], cells) if rows else ""


def told(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose last column is sentences: on a narrow page they stand below the other cells of their row."""
    return table(heads, rows, kind="told")


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], kind: str = "short") -> str:
    """A table of ready cells: the first rows, then up to `MOST` behind a click. `kind` is its class."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' if name else '<td aria-hidden="true"></td>' for name in heads)
    first, rest = rows[:SHOWN], rows[SHOWN:MOST]
    shown = f"<table class={kind}><thead><tr>{head}</tr></thead><tbody>{_lines(first)}</tbody></table>"
    if not rest:
        return shown
    over = len(rows) - MOST
    more = f"{len(rest)} more" + (f" (and {over:,} that are not shown)" if over > 0 else "")
    hidden = f"<table class={kind}><thead><tr>{head}</tr></thead><tbody>{_lines(rest)}</tbody></table>"
    return f"{shown}<details><summary>{more}</summary>{hidden}</details>"


def _lines(rows: Iterable[Sequence[str]]) -> str:
    return "".join(f"<tr>{''.join(cells)}</tr>" for cells in rows)
