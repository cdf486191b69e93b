"""Nothing that a terminal or a spreadsheet would execute is printed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpmigrate.report import cell, printable


@given(st.text())
def test_no_control_or_format_character_is_left(text: str) -> None:
    """Whatever goes in, no Cc, Cf, Cs, Zl or Zp comes out."""
    assert not {unicodedata.category(character) for character in printable(text)} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text(st.characters(categories=("L", "N", "P", "S"))))
def test_letters_of_all_languages_stay(text: str) -> None:
    """Visible text is not changed."""
    if text.isprintable():
        assert printable(text) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_is_no_formula(text: str) -> None:
    """A spreadsheet reads every cell as text."""
    assert cell(text)[0] not in "=+-@\t\r"


def test_an_escape_sequence_is_shown() -> None:
    """C1 controls and bidirectional marks are shown by their code."""
    assert printable("a\x9b31mb\u202ec") == "a\\u009b31mb\\u202ec"
