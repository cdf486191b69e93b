"""Lengths in bytes, and spellings that are one name."""

import pytest

from wpmigrate.output.limits import cut_to_bytes, fold


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "abc"),
        ("ååå", 5, "åå"),
        ("a-b", 2, "a"),
        ("ae\u0301", 2, "a"),
        ("ae\u0301\u0302", 4, "a"),
        ("😀😀", 7, "😀"),
        ("é", 1, ""),
    ],
)
def test_cut_to_bytes(text: str, limit: int, cut: str) -> None:
    """A cut falls between characters, takes a letter with its accents, and leaves no dash at the end."""
    assert cut_to_bytes(text, limit) == cut


@pytest.mark.parametrize(
    ("one", "other"),
    [("Nyheter", "nyheter"), ("råd", "ra\u030ad"), ("RÅD", "ra\u030ad"), ("straße", "STRASSE"), ("ǅ", "ǆ"), ("Σ", "ς")],
)
def test_fold_joins_what_systems_join(one: str, other: str) -> None:
    """Case and composition are folded."""
    assert fold(one) == fold(other)


def test_fold_tells_letters_apart() -> None:
    """å is not a, on any system."""
    assert fold("rad") != fold("råd")
