"""Exports whose frame is broken, or that hide items: fixtures/frames. Every item is read or named, by every command."""

import json
from pathlib import Path

import pytest
from lxml import etree

from wpmigrate import convert
from wpmigrate.api import validate
from wpmigrate.diagnostics import Severity
from wpmigrate.inspection import inspect
from wpmigrate.model import Item
from wpmigrate.reader import Source, read
from wpmigrate.repair import repair

FRAMES = Path(__file__).parents[2] / "fixtures" / "frames"
CASES: dict[str, dict[str, list[str]]] = json.loads((FRAMES / "cases.json").read_text(encoding="utf-8"))
HIDDEN = "WXR257"


def ids(path: Path) -> list[str]:
    """The ids of the items that are read."""
    return [event.id for event in read(Source(path.name, path)) if isinstance(event, Item)]


def test_every_case_is_there() -> None:
    """Folder and table say the same."""
    assert {path.stem for path in FRAMES.glob("*.xml")} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_items_are_read_or_named(name: str, tmp_path: Path) -> None:
    """All three items, by reading, validating, converting and inspecting; fewer only with an error that says so."""
    path, expected = FRAMES / f"{name}.xml", CASES[name]
    assert ids(path) == expected["items"]
    verdict = validate([path])
    assert (
        sorted({found.code for found in verdict.findings if found.severity is not Severity.INFO}) == expected["found"]
    )
    told = [(found.code, found.line, found.message) for found in verdict.findings]
    assert len(set(told)) == len(told)
    assert ({"1", "2", "3"} > set(expected["items"])) == (HIDDEN in expected["found"]) == bool(verdict.exit_status)
    (result,) = convert([path], tmp_path / "out")
    rows = json.loads((tmp_path / "out/.wpmigrate/manifest.json").read_text(encoding="utf-8"))["items"]
    assert (result.exit_status(), sorted(row["id"] for row in rows)) == (verdict.exit_status, sorted(expected["items"]))
    assert inspect([path])["items"] == len(expected["items"])


@pytest.mark.parametrize("name", CASES)
def test_the_frame_is_mended(name: str, tmp_path: Path) -> None:
    """`repair` writes one channel in one root, with the same items; every change is listed; again, it changes nothing."""
    path, fixed, again = FRAMES / f"{name}.xml", tmp_path / "fixed.xml", tmp_path / "again.xml"
    result = repair([path], fixed)
    root = etree.fromstring(fixed.read_bytes())
    assert (root.tag, [child.tag for child in root.iterchildren("*")]) == ("rss", ["channel"])
    assert ids(fixed) == CASES[name]["items"]
    own = [item.findtext("{*}post_id") for item in root.iterfind("channel/item")]
    assert [one for one in own if one] == [one for one in CASES[name]["items"] if one.isdigit()]
    assert not result.is_changed or result.mended
    assert not repair([fixed], again).is_changed
    assert again.read_bytes() == fixed.read_bytes()
