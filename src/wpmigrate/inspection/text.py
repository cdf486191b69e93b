"""The document as text for a terminal, with small charts."""

from collections.abc import Iterable
from typing import Any

from wpmigrate.report import printable

from .document import Document

WIDTH = 24
"""Cells of a bar."""

SHOWN = 8
"""Rows of a list."""

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_STEPS = "▁▂▃▄▅▆▇█"


def as_text(document: Document) -> list[str]:
    """The lines: a head, then a block for each subject that the export has."""
    site = document["site"]
    lines = [
        f"{printable(site['title'] or site['url'] or 'An export without a title')}: {document['items']:,} items",
        *_facts(document),
    ]
    outcome = document["outcome"]
    for title, rows in (
        ("Types", [(_type_label(row), row["count"]) for row in document["types"]]),
        ("Authors", _pairs(document["authors"], "display_name")),
        *((_terms_title(row), _pairs(row["terms"])) for row in document["terms"][:3]),
        ("Custom fields", _pairs(document["fields"])),
        ("Comments", _pairs(document["comments"]["states"])),
        ("Media by kind", _pairs(document["media"]["kinds"])),
        ("Media by host", _pairs(document["media"]["hosts"])),
        ("Links", _pairs(document["links"]["kinds"])),
        ("Linked hosts", _pairs(document["links"]["hosts"])),
        ("Elements", _pairs(document["html"]["elements"])),
        ("Inline styles", _pairs(document["html"]["styles"])),
        ("Languages, guessed", _pairs(document["languages"])),
    ):
        lines += _chart(title, rows)
    lines += _years(document["months"])
    lines += _handled("Blocks", document["blocks"]) + _handled("Shortcodes", document["shortcodes"])
    as_drafts = f"{outcome['drafts']:,} of them as {'a draft' if outcome['drafts'] == 1 else 'drafts'}"
    lines += ["", f"convert would write {outcome['written']:,} item{'s' * (outcome['written'] != 1)}, {as_drafts}"]
    lines += [f"  leaves out {row['count']:,} {printable(row['name'])}: {row['why']}" for row in outcome["left_out"]]
    return lines + _problems(document["problems"])


def _facts(document: Document) -> Iterable[str]:
    site, sizes = document["site"], document["sizes"]
    facts = {
        "address": site["url"],
        "language": site["language"],
        "locale": site["locale"],
        "exporter": site["exporter"],
        "WXR": site["wxr_version"],
        "text": f"{sizes['characters']:,} characters",
        "files": ", ".join(document["files"]) if len(document["files"]) > 1 else "",
    }
    return (f"  {name:<9} {printable(value)}" for name, value in facts.items() if value)


def _pairs(rows: Iterable[dict[str, Any]], key: str = "name") -> list[tuple[str, int]]:
    return [(str(row[key]) or "(none)", row["count"]) for row in rows]


def _type_label(row: dict[str, Any]) -> str:
    statuses = [f"{status['count']} {status['name']}" for status in row["statuses"]]
    return row["name"] if len(statuses) == 1 else f"{row['name']} ({', '.join(statuses)})"


def _terms_title(row: dict[str, Any]) -> str:
    return f"Terms of {printable(row['taxonomy'])} ({row['count']})"


def bar(count: int, most: int, width: int = WIDTH) -> str:
    """A bar of `width` cells for the largest count, in eighths of a cell; never empty for something."""
    eighths = max(round(count * width * 8 / most), 1) if count and most else 0
    full, rest = divmod(eighths, 8)
    return "█" * full + (_EIGHTHS[rest] if rest else "")


def sparkline(counts: list[int]) -> str:
    """A line of small columns."""
    most = max(counts, default=0)
    return "".join(_STEPS[round(count * 7 / most)] if count else " " for count in counts) if most else ""


def _chart(title: str, rows: list[tuple[str, int]]) -> list[str]:
    """A title, then a bar for each of the first rows."""
    if not rows:
        return []
    most = max(count for _, count in rows)
    shown = rows[:SHOWN]
    lines = ["", title]
    lines += [f"  {count:>8,} {bar(count, most):<{WIDTH}} {printable(name)[:60]}" for name, count in shown]
    rest = rows[SHOWN:]
    return [*lines, f"  {sum(count for _, count in rest):>8,} in {len(rest)} more"] if rest else lines


def _years(months: list[dict[str, Any]]) -> list[str]:
    """Posts and comments by year, each year with the shape of its months."""
    years: dict[str, list[dict[str, Any]]] = {}
    for row in months:
        years.setdefault(row["month"][:4], []).append(row)
    if not years:
        return []
    lines = ["", "Years                       posts  comments  months"]
    for year, rows in sorted(years.items()):
        of_month = {row["month"][5:]: row["posts"] for row in rows}
        shape = sparkline([of_month.get(f"{month:02}", 0) for month in range(1, 13)])
        posts, comments = sum(row["posts"] for row in rows), sum(row["comments"] for row in rows)
        most = max(sum(row["posts"] for row in other) for other in years.values())
        lines.append(f"  {year} {bar(posts, most, 16):<16} {posts:>8,} {comments:>9,}  {shape:<12}".rstrip())
    return lines


def _handled(title: str, rows: list[dict[str, Any]]) -> list[str]:
    """Names with what becomes of them."""
    if not rows:
        return []
    shown = rows[: SHOWN * 2]
    lines = ["", f"{title}, and what they become"]
    lines += [f"  {row['count']:>8,} {printable(row['name']):<24} {row['handling']}" for row in shown]
    return [*lines, f"           {len(rows) - len(shown)} more"] if len(rows) > len(shown) else lines


def _problems(rows: list[dict[str, Any]]) -> list[str]:
    if not rows:
        return ["", "No problem found."]
    lines = ["", "Problems (wpmigrate validate says where, wpmigrate explain CODE what)"]
    shown = rows[: SHOWN * 2]
    lines += [f"  {row['count']:>8,} {row['severity']:<8} {row['code']} {row['name']}" for row in shown]
    return [*lines, f"           {len(rows) - len(shown)} more codes"] if len(rows) > len(shown) else lines
