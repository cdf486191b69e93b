"""Bylines and the right reading of each: `fixtures/bylines/<locale>.jsonl`, a case a line; `unknown` is no locale told.

A case says what differs from an empty reading; `comments_open` is judged where the case has it, `none` means: no byline.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from wpmigrate.locales import Anchor, Byline, available, parse_byline

FOLDER = Path(__file__).parents[2] / "fixtures" / "bylines"
CASES = [
    pytest.param(path.stem, json.loads(line), id=f"{path.stem}-{number}")
    for path in sorted(FOLDER.glob("*.jsonl"))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
]


def reading(found: Byline | None) -> dict[str, Any]:
    """A byline in the form of a case, all fields present."""
    byline = found or Byline()
    return {
        "date": byline.date.isoformat() if byline.date else None,
        "date_status": byline.date_status,
        "time": byline.time.strftime("%H:%M") if byline.time else None,
        "author": byline.author,
        "categories": list(byline.categories),
        "tags": list(byline.tags),
        "comment_count": byline.comment_count,
        "comments_open": byline.comments_open,
    }


@pytest.mark.parametrize(("locale", "case"), CASES)
def test_a_byline_is_read_whole(locale: str, case: dict[str, Any]) -> None:
    """Every field is as the case says, and what the case does not name is unknown."""
    anchors = [Anchor(field, text) for field, text in case.get("anchors", ())]
    found = parse_byline(case["text"], None if locale == "unknown" else locale, anchors=anchors)
    got = reading(found)
    expected = {
        **reading(None),
        "comments_open": got["comments_open"],
        "date_status": "ok" if "date" in case else "absent",
    }
    expected |= {name: value for name, value in case.items() if name in expected}
    assert got == expected
    assert not case.get("none") or found is None


def test_every_locale_has_a_case_file() -> None:
    """A table that nothing reads would prove nothing."""
    assert set(available()) <= {path.stem for path in FOLDER.glob("*.jsonl")}
    assert {path.stem for path in FOLDER.glob("*.jsonl")} <= {*available(), "unknown", "prose"}
