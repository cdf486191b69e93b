"""Inspect: counts that are known from how the export was made, over one part and over several."""

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from wpmigrate.inspection import INSPECTION_SCHEMA, as_page, as_text, inspect
from wpmigrate.model import Item
from wpmigrate.reader import Source, read
from wpmigrate.repair import RepairOptions, repair

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "fixtures/demo/export.xml"
CORPUS = os.environ.get("WPMIGRATE_CORPUS", "")
REAL = sorted(Path(CORPUS, "corpus").glob("*.xml"))[::6] if CORPUS else []


@pytest.fixture(scope="module")
def demo() -> dict[str, Any]:
    """The demo export, inspected."""
    return inspect([DEMO])


def counts(rows: list[dict[str, Any]], name: str = "name") -> dict[str, int]:
    """A list of rows as a mapping."""
    return {row[name]: row["count"] for row in rows}


def test_the_document_keeps_to_its_schema(demo: dict[str, Any]) -> None:
    """As JSON it is what `wpmigrate schema inspect` says."""
    jsonschema.Draft202012Validator.check_schema(INSPECTION_SCHEMA)
    jsonschema.validate(json.loads(json.dumps(demo)), INSPECTION_SCHEMA)


def test_items_are_counted(demo: dict[str, Any]) -> None:
    """By type, status, author, year and term; comments and media."""
    assert demo["items"] == 14
    assert counts(demo["types"]) == {"post": 8, "page": 2, "attachment": 3, "nav_menu_item": 1}
    assert counts(demo["types"][0]["statuses"]) == {"publish": 5, "draft": 1, "future": 1, "private": 1}
    assert counts(demo["authors"], "display_name") == {"Alva Exempel": 8, "Sam Sample": 2}
    assert sum(row["posts"] for row in demo["months"]) + demo["undated"] == 10
    assert counts(next(row["terms"] for row in demo["terms"] if row["taxonomy"] == "category"))["Bröd"] == 4
    assert counts(demo["comments"]["states"]) == {"approved": 4, "pending": 1}
    assert counts(demo["media"]["kinds"]) == {"image": 3}
    assert demo["site"]["locale"] == "sv_SE"
    assert demo["site"]["exporter_version"] == "6.8.2"


def test_handling_is_that_of_the_content(demo: dict[str, Any]) -> None:
    """Blocks and shortcodes are named with what convert makes of them."""
    handling = {row["name"]: row["handling"] for row in demo["blocks"] + demo["shortcodes"]}
    assert handling["embed"] == "an embed with its caption"
    assert handling["gallery"].startswith("a gallery")
    assert handling["kalkylator"] == "stays as text, and is named"


def test_the_outcome_is_that_of_convert(demo: dict[str, Any]) -> None:
    """What convert would write and leave out, with reasons; and what validate would find."""
    outcome = demo["outcome"]
    assert (outcome["written"], outcome["drafts"]) == (8, 2)
    assert counts(outcome["left_out"]) == {"attachment": 3, "nav_menu_item": 1, "private": 1, "protected": 1}
    assert "WXR501" in {row["code"] for row in demo["problems"]}


def test_several_parts_are_one_site(demo: dict[str, Any], tmp_path: Path) -> None:
    """The parts of an export give the counts of the whole."""
    parts = repair([DEMO], tmp_path / "part.xml", RepairOptions(split_items=5)).files
    several = inspect(parts)
    assert several["files"] == [str(path) for path in parts]
    assert {**several, "files": [], "problems": []} == {**demo, "files": [], "problems": []}


def test_the_text_has_bars(demo: dict[str, Any]) -> None:
    """Every subject is named, and no line is wider than a terminal is wide with a long handling."""
    text = "\n".join(as_text(demo))
    for word in ("Types", "Authors", "Terms of category (4)", "Media by host", "Years", "Shortcodes", "leaves out 3"):
        assert word in text
    assert "████████████████████████ post (5 publish, 1 draft, 1 future, 1 private)" in text


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS, reason="WPMIGRATE_CORPUS names no folder")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_corpus(path: Path) -> None:
    """Real exports: as many items as the reader reads, a valid document, a page, a text."""
    document = inspect([path])
    assert document["items"] == sum(isinstance(event, Item) for event in read(Source(path.name, path)))
    assert document["outcome"]["written"] + sum(counts(document["outcome"]["left_out"]).values()) == document["items"]
    jsonschema.validate(document, INSPECTION_SCHEMA)
    assert as_page(document).endswith("</html>\n")
    assert len(as_text(document)) < 220
