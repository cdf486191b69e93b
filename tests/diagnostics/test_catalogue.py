"""The catalogue of diagnostics: names, slots and making a finding."""

import re
import string
from typing import Any

import click
import pytest

from wpmigrate.cli import wpmigrate
from wpmigrate.diagnostics import CATALOGUE, Code, Severity, diagnose
from wpmigrate.diagnostics.examples import EXAMPLES


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


def test_advice_is_what_to_do_or_nothing() -> None:
    """Reports show it behind a message or an arrow, where "Nothing, or …" says nothing."""
    assert not [row.code for row in CATALOGUE.values() if row.to_do.startswith("Nothing")]


@pytest.mark.parametrize("row", CATALOGUE.values(), ids=str)
def test_options_that_are_named_exist(row: Code) -> None:
    """What is to be done, and the example, can be typed."""
    context = click.Context(wpmigrate)
    commands = [wpmigrate.get_command(context, name) for name in wpmigrate.list_commands(context)]
    params = [param for command in commands if command for param in command.params]
    options = {option for param in params for option in (*param.opts, *param.secondary_opts)}
    named = re.findall(r"(?<![\w-])--[a-z][a-z-]+", f"{row.advice} {EXAMPLES.get(row.code, '')}")
    assert set(named) <= options | {"--help", "--version"}


def test_codes_and_names_are_unique_and_in_order() -> None:
    """One code, one name; the table is in code order."""
    assert list(CATALOGUE) == sorted(CATALOGUE)
    assert len({row.name for row in CATALOGUE.values()}) == len(CATALOGUE)


@pytest.mark.parametrize("row", CATALOGUE.values(), ids=str)
def test_slots_are_named(row: Code) -> None:
    """Sentences are filled by name, never by position."""
    parts = list(string.Formatter().parse(row.sentence))
    slots = {name for _, name, _, _ in parts if name is not None}
    assert all(slot.isidentifier() for slot in slots)
    counted = {name: 2 for _, name, spec, _ in parts if name is not None and spec}
    values: dict[str, Any] = dict.fromkeys(slots, "x") | counted
    assert diagnose(row.code, **values).code == row.code


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 style sheets were"), (1, "1 style sheet was"), (2, "2 style sheets were")]
)
def test_words_go_with_their_number(number: int, words: str) -> None:
    """One is said in the singular."""
    assert diagnose("WXR513", number=number).message == f"{words} left out"


@pytest.mark.parametrize("row", CATALOGUE.values(), ids=str)
def test_no_sentence_speaks_of_one_in_the_plural(row: Code) -> None:
    """After a slot with a number stands a word for one and a word for more, unless it is never one."""
    assert row.code in {"WXR008", "WXR252", "WXR607", "WXR521"} or not re.search(
        r"\{(number|words|size)\} \w+s\b", row.sentence
    )


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
