"""Counts and judgement → the document that all forms of output show; its shape is `schema.INSPECTION_SCHEMA`."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from wpmigrate.api.judging import Judged
from wpmigrate.config.policy import INTERNAL_TYPES, STATUSES
from wpmigrate.diagnostics import CATALOGUE, Diagnostic

from .handling import handling_of_block, handling_of_shortcode
from .languages import UNKNOWN
from .tally import Named, Tally

VERSION = 1
_VERSION = re.compile(r"(?:WordPress/|[?&]v=)(\d[\w.-]*)")
MOST_ROWS = 500
"""Rows of a list; what is beyond is told by the totals."""

Document = dict[str, Any]


def document_of(tally: Tally, judged: Judged, rules: Mapping[str, object]) -> Document:
    """The whole document; `rules` are the user's for shortcodes."""
    site = judged.index.site
    return {
        "version": VERSION,
        "files": list(judged.files),
        "site": {
            "title": site.title,
            "url": site.url,
            "language": site.language,
            "locale": _locale(site.language, tally.languages),
            "exporter": site.generator,
            "exporter_version": _version(site.generator),
            "wxr_version": site.wxr_version,
        },
        "items": tally.items,
        "types": _types(tally.types),
        "authors": _authors(tally, judged),
        "months": _months(tally),
        "undated": tally.undated,
        "terms": _terms(tally.terms),
        "fields": _rows(tally.fields),
        "comments": {
            "total": tally.comment_states.total(),
            "items": tally.commented,
            "states": _rows(tally.comment_states),
            "kinds": _rows(tally.comment_kinds),
        },
        "media": {
            "attachments": tally.media_kinds.total(),
            "without_address": tally.media_without_address,
            "kinds": _rows(tally.media_kinds),
            "hosts": _rows(tally.media_hosts),
            "picture_hosts": _rows(tally.picture_hosts),
        },
        "blocks": _handled(tally.blocks, handling_of_block),
        "shortcodes": _handled(tally.shortcodes, lambda name: handling_of_shortcode(name, rules)),
        "html": {"elements": _named(tally.tags), "styles": _rows(tally.styles)},
        "languages": _rows(tally.languages),
        "links": {"kinds": _rows(tally.links), "hosts": _rows(tally.link_hosts)},
        "sizes": _sizes(tally),
        "outcome": _outcome(judged),
        "problems": _problems(judged.findings),
    }


def _version(generator: str) -> str:
    """The version in a generator text (`https://wordpress.org/?v=6.8.2`); empty without one."""
    found = _VERSION.search(generator)
    return found[1] if found else ""


def _locale(declared: str, guessed: Counter[str]) -> str:
    """The locale as WordPress writes it: the declared one, unless most texts are in another language."""
    known = [(number, language) for language, number in guessed.items() if language != UNKNOWN]
    most = max(known, default=(0, ""))[1]
    language, _, region = declared.replace("_", "-").partition("-")
    if most and most != language.lower():
        return most
    return f"{language.lower()}_{region.upper()}" if region else language.lower()


def _rows(counter: Mapping[str, int]) -> list[Document]:
    """Names with their numbers, the largest first; equal ones by name."""
    rows = sorted(counter.items(), key=lambda row: (-row[1], row[0]))
    return [{"name": name, "count": count} for name, count in rows[:MOST_ROWS]]


def _types(types: Counter[str]) -> list[Document]:
    """Each post type with its statuses, and whether convert makes pages of it unasked."""
    found: dict[str, Counter[str]] = {}
    for key, number in types.items():
        name, _, status = key.partition("\0")
        found.setdefault(name, Counter())[status] += number
    rows = sorted(found.items(), key=lambda row: (-row[1].total(), row[0]))
    return [
        {
            "name": name,
            "count": statuses.total(),
            "statuses": _rows(statuses),
            "note": INTERNAL_TYPES.get(name, ""),
        }
        for name, statuses in rows[:MOST_ROWS]
    ]


def _authors(tally: Tally, judged: Judged) -> list[Document]:
    """Who wrote how many pages; by display name where the export knows it."""
    return [
        {**row, "display_name": author.name if (author := judged.index.authors.get(row["name"])) else row["name"]}
        for row in _rows(tally.authors)
    ]


def _months(tally: Tally) -> list[Document]:
    """Every month that has something, in order."""
    return [
        {"month": month, "posts": tally.months[month], "comments": tally.comment_months[month]}
        for month in sorted(tally.months.keys() | tally.comment_months.keys())
    ]


def _terms(terms: Counter[str]) -> list[Document]:
    """Each taxonomy with its terms."""
    found: dict[str, Counter[str]] = {}
    for key, number in terms.items():
        taxonomy, _, name = key.partition("\0")
        found.setdefault(taxonomy, Counter())[name] += number
    rows = sorted(found.items(), key=lambda row: (-len(row[1]), row[0]))
    return [{"taxonomy": taxonomy, "count": len(names), "terms": _rows(names)} for taxonomy, names in rows[:MOST_ROWS]]


def _named(named: Named) -> list[Document]:
    return [{**row, "items": named.items[row["name"]]} for row in _rows(named.times)]


def _handled(named: Named, handling: Callable[[str], str]) -> list[Document]:
    return [{**row, "handling": handling(row["name"])} for row in _named(named)]


def _sizes(tally: Tally) -> Document:
    """Bodies by their length: each step is ten times the one before."""
    top = max(tally.sizes, default=0)
    return {
        "characters": tally.characters,
        "steps": [{"below": 10**digits, "count": tally.sizes[digits]} for digits in range(1, top + 1)],
        "largest": [
            {"id": large.id, "type": large.type, "title": large.title, "characters": large.characters}
            for large in sorted(tally.largest, reverse=True)
        ],
    }


def _outcome(judged: Judged) -> Document:
    """What `convert` would write, and what it would leave out and why."""
    entries = judged.index.entries
    reasons = Counter(entry.skipped for entry in entries if entry.skipped is not None)
    written = [entry for entry in entries if entry.skipped is None]
    return {
        "written": len(written),
        "drafts": sum(entry.is_draft for entry in written),
        "left_out": [{**row, "why": _why(row["name"])} for row in _rows(reasons)],
    }


def _why(reason: str) -> str:
    """The words of the policy for a reason."""
    if reason in INTERNAL_TYPES:
        return INTERNAL_TYPES[reason]
    if reason.startswith("type "):
        return f"not asked for; --type {reason.removeprefix('type ')} brings it"
    if reason == "protected":
        return "has a password; --include protected brings it, as a draft"
    row = STATUSES.get(reason)
    return row.sentence if row is not None else "another item stands for it"


def _problems(findings: list[Diagnostic]) -> list[Document]:
    """The findings by code: the worst first, then the most frequent."""
    counts: Counter[str] = Counter(found.code for found in findings)
    severities = {found.code: str(found.severity) for found in findings}
    rank = {"error": 0, "warning": 1, "info": 2}
    rows = sorted(counts.items(), key=lambda row: (rank[severities[row[0]]], -row[1], row[0]))
    return [
        {
            "code": code,
            "name": CATALOGUE[code].name,
            "severity": severities[code],
            "count": count,
            "why": CATALOGUE[code].why,
            # Of several findings at once: the slots of the sentence stand for themselves.
            "advice": CATALOGUE[code].to_do,
        }
        for code, count in rows
    ]
