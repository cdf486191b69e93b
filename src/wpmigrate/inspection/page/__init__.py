"""The document as one self-contained page: no script, no request, readable in the dark and by a screen reader."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from wpmigrate.inspection.document import Document

from .charts import NARROW, Column, columns, over_time
from .style import STYLE
from .tables import bars, handled, number, section, sentence, side_by_side, text, told

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def as_page(document: Document) -> str:
    """The page as HTML; everything that the export says is escaped."""
    site = document["site"]
    title = text(site["title"] or site["url"] or "An export")
    return "".join(
        [
            f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}: what is in the export</title>',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta name="generator" content="wpmigrate inspect"><style>{STYLE}</style></head><body>',
            f"<header><h1>{title}</h1>{''.join(_subtitle(document))}</header><main>",
            _facts(document),
            *_parts(document),
            f"</main><footer><p>Counted by wpmigrate inspect from {text(', '.join(document['files']))}.</p></footer>",
            "</body></html>\n",
        ]
    )


def _subtitle(document: Document) -> Iterator[str]:
    site = document["site"]
    wxr = f"WXR {site['wxr_version']}" if site["wxr_version"] else ""
    version = f"WordPress {site['exporter_version']}" if site["exporter_version"] else site["exporter"]
    for parts in ((site["url"],), (version, wxr, site["locale"])):
        if said := " · ".join(text(part) for part in parts if part):
            yield f'<p class="soft">{said}</p>'


def _facts(document: Document) -> str:
    """The figures that one wants first."""
    counts = {row["name"]: row["count"] for row in document["types"]}
    figures = {
        "items": document["items"],
        "posts": counts.get("post", 0),
        "pages": counts.get("page", 0),
        "comments": document["comments"]["total"],
        "media files": document["media"]["attachments"],
        "characters of text": document["sizes"]["characters"],
    }
    cells = "".join(f"<li><b>{figure:,}</b> {name}</li>" for name, figure in figures.items())
    return f'<ul class="facts">{cells}</ul>'


def _parts(document: Document) -> Iterator[str]:
    yield from _history(document["months"])
    yield side_by_side([_outcome(document["outcome"], document["items"]), _sizes(document["sizes"])])
    yield section("The biggest problems", _problems(document["problems"]))
    yield side_by_side([section("Types", _types(document["types"])), section("Authors", _authors(document))])
    yield side_by_side(
        section(f"Terms of {row['taxonomy']}", bars(row["terms"], "term")) for row in document["terms"][:6]
    )
    yield section("Blocks", handled(document["blocks"], "block"))
    yield section("Shortcodes", handled(document["shortcodes"], "shortcode"))
    media, html, links = document["media"], document["html"], document["links"]
    yield side_by_side(
        [
            section("Custom fields", bars(document["fields"], "field")),
            section("Media by kind", bars(media["kinds"], "kind")),
            section("Media by host", bars(media["hosts"], "host")),
            section("Hosts of the pictures in texts", bars(media["picture_hosts"], "host")),
            section("Comments by state", bars(document["comments"]["states"], "state")),
            section("Comments by kind", bars(document["comments"]["kinds"], "kind")),
            section("Where links lead", bars(links["kinds"], "kind")),
            section("Linked hosts", bars(links["hosts"], "host")),
            section("Languages, guessed from the words", bars(document["languages"], "language")),
            section("Elements", bars(html["elements"], "element")),
            section("Inline styles", bars(html["styles"], "property")),
        ]
    )
    yield section("The longest texts", _largest(document["sizes"]["largest"]))


def _history(months: list[dict[str, Any]]) -> Iterator[str]:
    """Posts and comments over time, on one axis of time."""
    if not months:
        return
    first, last = months[0]["month"], months[-1]["month"]
    for key, title in (("posts", "Posts and pages over time"), ("comments", "Comments over time")):
        counts = {row["month"]: row[key] for row in months}
        if any(counts.values()):
            chart = columns(over_time(counts, first, last), title=title, kind=key)
            yield section(title, f"{chart}<details><summary>By year</summary>{_years(counts)}</details>")


def _years(counts: dict[str, int]) -> str:
    """The same figures as a table."""
    years: Counter[str] = Counter()
    for month, count in counts.items():
        years[month[:4]] += count
    return bars([{"name": year, "count": count} for year, count in sorted(years.items())], "year")


def _sizes(sizes: Document) -> str:
    steps = [
        Column(f"{row['below'] // 10:,} to {row['below'] - 1:,} characters", f"< {row['below']:,}", row["count"])
        for row in sizes["steps"]
    ]
    return (
        section("How long the texts are", columns(steps, title="Texts by length", kind="sizes", width=NARROW))
        if steps
        else ""
    )


def _outcome(outcome: Document, items: int) -> str:
    """What convert would write, as a bar and in words."""
    public = outcome["written"] - outcome["drafts"]
    left = sum(row["count"] for row in outcome["left_out"])
    shares = (("written", public), ("draft", outcome["drafts"]), ("left", left))
    stack = "".join(
        f'<i class="{kind}" style="width:{count * 100 / (items or 1):.2f}%"></i>' for kind, count in shares if count
    )
    cells = [
        [
            f'<th scope="row">{text(row["name"])}</th>',
            number(row["count"], "items"),
            f"<td>{sentence(row['why'])}</td>",
        ]
        for row in outcome["left_out"]
    ]
    names = {"written": "written", "draft": "written as drafts", "left": "left out"}
    words = ", ".join(f'<span><i class="dot {kind}"></i>{count:,} {names[kind]}</span>' for kind, count in shares)
    reasons = told(["left out", "items", "why"], cells) if cells else ""
    return section(
        "What convert would do",
        f'<div class="stack" aria-hidden="true">{stack}</div><p class="shares">{words}.</p>{reasons}',
    )


def _problems(rows: list[dict[str, Any]]) -> str:
    if not rows:
        return "<p>None was found.</p>"
    cells = [
        [
            f'<td><span class="badge {row["severity"]}">{row["severity"]}</span></td>',
            f'<th scope="row"><code>{row["code"]}</code> {text(row["name"])}</th>',
            number(row["count"], "times"),
            f"<td>{sentence(row['why'])} {sentence(row['advice'])}</td>",
        ]
        for row in rows
    ]
    return told(["", "problem", "times", "what it means, what to do"], cells)


def _types(rows: list[dict[str, Any]]) -> str:
    cells = [
        [
            f'<th scope="row">{text(row["name"])}</th>',
            number(row["count"], "items"),
            f"<td>{_statuses(row['statuses'])}{_note(row['note'])}</td>",
        ]
        for row in rows
    ]
    return told(["type", "items", "statuses"], cells) if rows else ""


def _statuses(rows: Iterable[dict[str, Any]]) -> str:
    return ", ".join(f"{row['count']:,} {text(row['name'])}" for row in rows)


def _note(note: str) -> str:
    return f'<br><span class="soft">{text(note)}</span>' if note else ""


def _authors(document: Document) -> str:
    return bars(document["authors"], "author", "display_name")


def _largest(rows: list[dict[str, Any]]) -> str:
    cells = [
        [
            f'<th scope="row">{text(row["title"]) or "(no title)"}</th>',
            number(row["characters"], "characters"),
            f"<td>{text(row['type'])} {text(row['id'])}</td>",
        ]
        for row in rows
    ]
    return told(["title", "characters", "item"], cells) if rows else ""
