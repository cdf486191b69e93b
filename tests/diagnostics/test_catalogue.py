"""The catalogue of diagnostics: names, slots and making a finding."""

import re
import string
from typing import Any

import pytest

from wpmigrate.diagnostics import CATALOGUE, Code, Severity, diagnose


@pytest.mark.parametrize("row", CATALOGUE.values(), ids=str)
def test_a_row_is_complete(row: Code) -> None:
    """Every code has a well-formed number and name, a sentence, a reason and advice."""
    assert re.fullmatch(r"WXR\d{3}", row.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.name)
    assert row.sentence
    assert not row.sentence.endswith(".")
    assert row.why.endswith(".")
    assert row.advice.endswith((".", "?"))
    assert row.severity in Severity
    assert "{" not in row.why + row.advice, "these are shown as they are: nothing fills slots"


def test_codes_and_names_are_unique_and_in_order() -> None:
    """One code, one name; the table is in code order."""
    assert list(CATALOGUE) == sorted(CATALOGUE)
    assert len({row.name for row in CATALOGUE.values()}) == len(CATALOGUE)


@pytest.mark.parametrize("row", CATALOGUE.values(), ids=str)
def test_slots_are_named(row: Code) -> None:
    """Sentences are filled by name, never by position."""
    slots = {name for _, name, _, _ in string.Formatter().parse(row.sentence) if name is not None}
    assert all(slot.isidentifier() for slot in slots)
    values: dict[str, Any] = dict.fromkeys(slots, "x")
    assert diagnose(row.code, **values).code == row.code


def test_a_finding_gets_its_place() -> None:
    """Lines that were counted within a text become lines of the file."""
    found = diagnose("WXR428", line=3).at(file="export.xml", item="7", first_line=100)
    assert (found.file, found.item, found.line) == ("export.xml", "7", 102)
    assert diagnose("WXR428").at(first_line=100).line == 100


def test_an_unknown_code_or_slot_is_a_defect() -> None:
    """A wrong call fails loudly."""
    with pytest.raises(KeyError):
        diagnose("WXR999")
    with pytest.raises(KeyError):
        diagnose("WXR401")
