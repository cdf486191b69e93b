"""Broken exports and what repair makes of them, as data: fixtures/repair/<case>/{bad,expected}.xml."""

import os
from pathlib import Path

import pytest
from lxml import etree

from wpmigrate.diagnostics import Diagnostic, Severity
from wpmigrate.errors import InputError
from wpmigrate.model import Item
from wpmigrate.reader import Source, read
from wpmigrate.repair import RepairOptions, repair

ROOT = Path(__file__).parents[2]
CASES = sorted(path for path in (ROOT / "fixtures/repair").iterdir())
BROKEN = sorted((ROOT / "fixtures/broken/cases").iterdir())
CORPUS = os.environ.get("WPMIGRATE_CORPUS", "")
REAL = sorted(Path(CORPUS, "corpus").glob("*.xml")) if CORPUS else []
UNCHANGED = {"correct", "latin-1-declared"}
ARCHIVES = (b"PK", b"\x1f\x8b")
MINOR = {"WXR124", "WXR203", "WXR205"}
"""Codes of bytes and XML that may still be found: twice encoded text and direction marks are only named."""


def reading(path: Path) -> tuple[list[tuple[object, ...]], list[Diagnostic]]:
    """What matters of the items of an export, and the findings."""
    events = list(read(Source(path.name, path)))
    items = [event for event in events if isinstance(event, Item)]
    return [
        (item.id, item.type, item.title, item.content, item.slug, item.status, item.date, item.terms, item.meta)
        for item in [strip_lines(item) for item in items]
    ], [event for event in events if isinstance(event, Diagnostic)]


def strip_lines(item: Item) -> Item:
    """The item without the lines of its metadata, which mending may move."""
    from dataclasses import replace

    return replace(item, meta=tuple(replace(meta, line=None) for meta in item.meta))


def check_mended(path: Path, folder: Path) -> None:
    """The result of a repair: strict XML, the same items, no fault left, and repairing it again changes nothing."""
    out, again = folder / "fixed.xml", folder / "again.xml"
    result = repair([path], out)
    etree.fromstring(out.read_bytes(), etree.XMLParser(huge_tree=True, resolve_entities=False))
    items, found = reading(out)
    assert not [finding for finding in found if finding.severity is Severity.ERROR]
    assert {finding.code for finding in found if finding.code[3] in "12"} <= MINOR
    if not path.read_bytes().startswith(ARCHIVES):
        assert items == reading(path)[0]
        assert (out.read_bytes() == path.read_bytes()) == (not result.mended)
    repeated = repair([out], again)
    assert again.read_bytes() == out.read_bytes()
    assert not repeated.mended


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_cases(case: Path, tmp_path: Path) -> None:
    """Each broken export becomes the expected one, byte for byte; a correct one stays as it is."""
    result = repair([case / "bad.xml"], tmp_path / "fixed.xml")
    assert (tmp_path / "fixed.xml").read_bytes() == (case / "expected.xml").read_bytes()
    assert bool(result.mended) == (case.name not in UNCHANGED)
    assert result.exit_status == (1 if case.name == "truncated" else 0)
    check_mended(case / "bad.xml", tmp_path)


def is_refused(path: Path) -> bool:
    """Whether a file is no export at all."""
    try:
        repair([path], None, RepairOptions(dry_run=True))
    except InputError:
        return True
    return False


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.name)
def test_broken_exports(path: Path, tmp_path: Path) -> None:
    """Every export of fixtures/broken that can be read at all is mended."""
    if not is_refused(path):
        check_mended(path, tmp_path)


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS, reason="WPMIGRATE_CORPUS names no folder")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_corpus(path: Path, tmp_path: Path) -> None:
    """The same for real exports."""
    if not is_refused(path):
        check_mended(path, tmp_path)
