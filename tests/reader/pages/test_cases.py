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
from wpmigrate.reader.pages.stored import FILE_FOLDERS

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
    assert {found.item for found in findings if found.item} <= {item.id for item in items}


PAGE = """<html><head><title>My long day | Blog</title><meta name="generator" content="WordPress 3.1"></head>
<body class="single single-post"><div class="post"><h1 class="entry-title">My long day</h1>
<div class="entry-content"><p>A text of some words about a long day at the sea with friends.</p>
<p><img src="day{folder}/boat.jpg" data-orig-file="https://blog.example.org/wp-content/uploads/boat.jpg"></p></div></div>
<h3 id="comments">3 Responses</h3></body></html>"""


@pytest.mark.parametrize("folder", FILE_FOLDERS)
def test_a_page_without_an_address(folder: str, tmp_path: Path) -> None:
    """Its findings name the item that it gives; a picture that a browser saved leads to where it was, in any language."""
    page = tmp_path / "day.html"
    page.write_text(PAGE.format(folder=folder), "utf-8")
    [item], findings, _ = read_all([page])
    assert {found.item for found in findings if found.code == "WXR463"} == {item.id}
    assert 'src="https://blog.example.org/wp-content/uploads/boat.jpg"' in item.content
