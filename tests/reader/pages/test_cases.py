"""Saved pages, feeds and texts in folders: what is read of each. The themes are invented after real ones."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.html import block_text, parse_fragment
from wpmigrate.model import Author, Item
from wpmigrate.reader import open_sources, read

CASES = sorted(path.parent for path in (Path(__file__).parents[3] / "fixtures" / "pages").rglob("expected.json"))


def read_all(paths: Sequence[Path]) -> tuple[list[Item], list[Diagnostic], dict[str, str]]:
    """The items, the findings, and the names of the authors by nicename."""
    sources, findings = open_sources([str(path) for path in paths])
    events = [event for source in sources for event in read(source)]
    names = {event.login: event.name for event in events if isinstance(event, Author)}
    found = [event for event in events if isinstance(event, Diagnostic)]
    return [event for event in events if isinstance(event, Item)], [*findings, *found], names


def plain(html: str) -> str:
    """HTML as text on one line."""
    return " ".join(block_text(parse_fragment(html)).split())


def told(item: Item, names: dict[str, str], findings: list[Diagnostic]) -> dict[str, Any]:
    """An item as the cases write it."""
    codes = {found.code for found in findings if found.item == item.id}
    terms = {kind: [term.name for term in item.terms if term.taxonomy == kind] for kind in ("category", "post_tag")}
    row: dict[str, Any] = {
        "id": item.id,
        "title": item.title,
        "date": item.date.isoformat() if item.date else None,
        "author": names.get(item.creator, item.creator),
        "categories": terms["category"],
        "tags": terms["post_tag"],
        "comment_count": item.known_comment_count,
        "slug": item.slug,
        "comments": [
            [
                comment.id,
                comment.parent,
                comment.author,
                comment.date.isoformat() if comment.date else None,
                plain(comment.content),
            ]
            for comment in item.comments
        ],
        "text": plain(item.content),
    }
    if "WXR461" in codes:
        row["is_partial"] = True
    if "WXR462" in codes:
        row["missing_pages"] = True
    return row


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_is_read_as_expected(case: Path) -> None:
    """All that a folder holds, read together, gives the posts that its expected.json names, and no others."""
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    files = [path for path in sorted(case.iterdir()) if path.name != "expected.json"]
    items, findings, names = read_all(files)
    assert [told(item, names, findings) for item in items] == expected
