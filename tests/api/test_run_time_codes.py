"""Codes that no export gives by itself: they come of options, of what lies in the output folder, of the machine."""

from pathlib import Path

import pytest

from wpmigrate import ConvertOptions, convert
from wpmigrate.api import accounting, redirecting, validate
from wpmigrate.api.result import Result
from wpmigrate.api.workers import Batches
from wpmigrate.config.term_rules import TermRule
from wpmigrate.model import Entry, SiteIndex, Table
from wpmigrate.reader.mend import parts
from wpmigrate.redirects import FORMATS
from wpmigrate.report import Summary
from wpmigrate.targets import TARGETS

FIXTURES = Path(__file__).parents[2] / "fixtures"
DEMO = FIXTURES / "demo" / "export.xml"


def codes(result: Result) -> list[str]:
    """The codes of a result, in its order."""
    return [found.code for found in result.diagnostics]


def test_files_that_are_not_ours_are_kept_and_named(tmp_path: Path) -> None:
    """WXR801 for a file that somebody edited, WXR803 for one that stood there before the first run."""
    foreign = tmp_path / "posts" / "surdeg-for-otaliga.md"
    foreign.parent.mkdir()
    foreign.write_text("mine", encoding="utf-8")
    (first,) = convert([DEMO], tmp_path)
    assert codes(first).count("WXR803") == 1
    edited = tmp_path / "posts" / "rakna-hydrering.md"
    edited.write_text("edited", encoding="utf-8")
    (second,) = convert([DEMO], tmp_path)
    assert codes(second).count("WXR801") == 1
    assert (foreign.read_text("utf-8"), edited.read_text("utf-8")) == ("mine", "edited")


def test_a_worker_that_died_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """WXR804, in convert and in nothing else; what it had is done again."""
    monkeypatch.setattr(Batches, "deaths", property(lambda _: 1, lambda *_: None), raising=False)
    (result,) = convert([DEMO], tmp_path)
    assert codes(result).count("WXR804") == 1


def test_an_item_that_is_neither_written_nor_left_out_is_an_error() -> None:
    """WXR805: the books do not close."""
    index = SiteIndex(entries=Table(Entry, [Entry(number=0, id="1", post_id=1, type="post", status="publish")]))
    account = accounting.Account(index, TARGETS["markdown"])
    account.close()
    result = account.result(None, [])
    assert codes(result) == ["WXR805"]
    assert result.exit_status() == 1
    assert isinstance(result.summary, Summary)


def test_a_rule_for_a_term_that_is_not_there_is_named(tmp_path: Path) -> None:
    """WXR445, once for each rule."""
    (result,) = convert([DEMO], tmp_path, ConvertOptions(terms=(TermRule("drop", "category", "no-such"),)))
    assert codes(result).count("WXR445") == 1


def test_more_redirects_than_the_service_takes_are_named() -> None:
    """WXR607 where the format has a limit and the file goes beyond it."""
    limited = next(one for one in FORMATS.values() if one.limit)
    found = redirecting._limits(limited, "_redirects", [], limited.limit + 1)
    assert [one.code for one in found] == ["WXR607"]
    assert redirecting._limits(limited, "_redirects", [], limited.limit) == []


def test_an_item_that_no_mending_makes_well_formed_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """WXR253: the last resort reads what it can, and says so; every kind of fault that is known is mended before."""
    monkeypatch.setattr(parts, "_strictly", lambda *_: None)
    found = validate([FIXTURES / "rules" / "WXR255" / "bad.xml"])
    assert "WXR253" in [one.code for one in found.findings]
    assert found.exit_status == 1
