"""Every bad input gives the expected diagnostics, items and texts; none gives a traceback."""

import json
from pathlib import Path
from typing import Any

import pytest

from wpmigrate.diagnostics import Diagnostic, Severity
from wpmigrate.errors import InputError
from wpmigrate.model import Item
from wpmigrate.reader import open_sources, read

BROKEN = Path(__file__).parents[2] / "fixtures" / "broken"
CASES: list[dict[str, Any]] = json.loads((BROKEN / "cases.json").read_text(encoding="utf-8"))["cases"]
OWN = {"WXR403", "WXR411", "WXR412", "WXR424", "WXR425", "WXR426", "WXR427"}
"""Codes of values that reading itself gives; the others of the fours and above belong to the rules."""


def _outcome(path: Path) -> tuple[list[Item], list[tuple[str, int | None]]]:
    """Items, and code and line of what is louder than info."""
    items: list[Item] = []
    found: list[tuple[str, int | None]] = []
    try:
        sources, diagnostics = open_sources([path])
        found += [(diagnostic.code, diagnostic.line) for diagnostic in diagnostics]
        for event in read(sources[0]):
            if isinstance(event, Item):
                items.append(event)
            elif isinstance(event, Diagnostic) and event.severity is not Severity.INFO:
                found.append((event.code, event.line))
    except InputError as error:
        found.append((error.code, error.line))
    return items, found


def _is_own(code: str) -> bool:
    return code[3] in "0123" or code in OWN


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_bad_input(case: dict[str, Any]) -> None:
    """The items are there with their text, and the fault is named with its code and line."""
    expect = case["expect"]
    items, found = _outcome(BROKEN / case["file"])
    wanted = [(row["code"], row["line"]) for row in expect["diagnostics"] if _is_own(row["code"])]
    missing = [(code, line) for code, line in wanted if not any(code == c and line in (None, at) for c, at in found)]
    assert missing == []
    if expect["outcome"] == "ok":
        assert found == []
    if expect["outcome"] == "rejected":
        assert items == []
    by_id = {item.id: item for item in reversed(items)}
    assert {str(post).partition("#")[0] for post in expect["posts"]} <= by_id.keys()
    for post, phrase in expect.get("texts", {}).items():
        # A repeated id gets its number (102#2) from the pipeline.
        assert phrase in by_id[post.partition("#")[0]].content or "#" in post


MUST = {
    "101-ctrl-08-cdata": (
        "content",
        "<p>Företagande handlar om <strong>mod</strong> och räksmörgåsar.</p>\n<p>Rad två  fortsätter.</p>",
    ),
    "102-ctrl-0c-title": ("title", "Att starta företag"),
    "106-charref-surrogates": ("title", "Glad \U0001f600 start"),
    "209-comment-in-text": ("title", "Att starta företag"),
    "303-amp-bare-title": ("title", None),
    "507-bom-double": ("title", "Att starta företag"),
    "508-bom-inside-text": ("slug", "att-starta-foretag"),
    "602-all-latin1-declared-utf8": ("title", "Att starta företag"),
    "604-true-latin1": ("title", "Att starta företag"),
    "707-missing-item-end": ("title", "Att starta företag"),
}
"""What must be in a field of post 102, where the case says it."""


@pytest.mark.parametrize(("name", "expected"), [(name, row) for name, row in MUST.items() if row[1] is not None])
def test_the_mended_field_is_whole(name: str, expected: tuple[str, str]) -> None:
    """A mend restores the field, and touches nothing beside the fault."""
    items, _ = _outcome(BROKEN / "cases" / f"{name}.xml")
    field, text = expected
    assert getattr(next(item for item in items if item.id == "102"), field) == text


def test_a_section_end_outside_of_sections_is_text() -> None:
    """`]]>` in a value that is no CDATA section: nothing of the value is lost, references beside it are read."""
    items, _ = _outcome(BROKEN / "cases" / "213-cdata-end-in-text.xml")
    item = next(item for item in items if item.id == "102")
    assert (item.meta_value("mark"), item.is_damaged) == ("a[b[0]]>1 & R&D", False)
