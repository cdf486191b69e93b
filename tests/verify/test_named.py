"""What the report of a conversion names is read, item by item, however the report is formatted."""

import json
from pathlib import Path

import pytest

from wpmigrate.diagnostics import CATALOGUE, diagnose
from wpmigrate.report import Summary, json_pieces
from wpmigrate.verify.named import Named, read_named

FOUND = [
    diagnose("WXR512", item="1", words=7, hosts=" (spam.example)", sample="köp 9 piller"),
    diagnose("WXR512", item="1", words=2, hosts="", sample="mer"),
    diagnose("WXR514", item="1", number=3, hosts=""),
    diagnose("WXR511", item="2", number=4),
    diagnose("WXR516", item="2#2", number=5, element="svg", hosts=""),
    diagnose("WXR516", item="2#2", number=6, element="applet", hosts=" (a.example)"),
    diagnose("WXR510", item="3", number=1, hosts=""),
    diagnose("WXR512", item="4", words=1, hosts="", sample="one"),
    diagnose("WXR516", item="4", number=1, element="canvas", hosts=""),
    diagnose("WXR512", words=1, hosts="", sample="of no item"),
    diagnose("WXR810", item="5", path="/page/2/", reason="is one that Hugo writes itself", new="/page/2-2/"),
    diagnose("WXR810", path="/tags/", reason="is taken", new="/terms/tags/"),
]
EXPECTED = {
    "1": Named(words=9, hides=True, trackers=3),
    "2": Named(unsafe=4),
    "2#2": Named(drawings=5, players=6),
    "4": Named(words=1, hides=True, drawings=1),
    "5": Named(address="/page/2-2/"),
}


@pytest.mark.parametrize("indent", [None, 2], ids=["as written", "formatted anew"])
def test_counts_by_item(tmp_path: Path, indent: int | None) -> None:
    """Numbers of one item are added; codes that stand for nothing a reader sees do not count."""
    report = tmp_path / "report.json"
    report.write_bytes(b"".join(json_pieces(Summary(), FOUND)))
    if indent:
        report.write_text(json.dumps(json.loads(report.read_text("utf-8")), indent=indent), "utf-8")
    assert read_named(report) == EXPECTED


def test_without_a_report_nothing_is_named(tmp_path: Path) -> None:
    """A folder without it, and a report without findings."""
    assert read_named(tmp_path / "none.json") == {}
    report = tmp_path / "report.json"
    report.write_bytes(b"".join(json_pieces(Summary(), [])))
    assert read_named(report) == {}


def test_damage_is_an_error(tmp_path: Path) -> None:
    """A report that is cut in a line is no report."""
    report = tmp_path / "report.json"
    report.write_text('{"code": "WXR5\n', "utf-8")
    with pytest.raises(ValueError):
        read_named(report)


@pytest.mark.parametrize("code", ["WXR511", "WXR514"])
def test_the_sentences_begin_with_their_number(code: str) -> None:
    """The catalogue may be worded anew, but a number that is read here stays where it is."""
    assert CATALOGUE[code].sentence.startswith("{number} ")
