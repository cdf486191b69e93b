"""`codes_named`: how people name codes."""

import pytest

from wpmigrate.diagnostics import CATALOGUE, codes_named, codes_of
from wpmigrate.errors import UsageError


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("WXR421", ("WXR421",)),
        ("wxr421", ("WXR421",)),
        ("missing-slug", ("WXR421",)),
        (" Missing-Slug ", ("WXR421",)),
        ("WXR10", ("WXR101", "WXR102")),
        ("junk-*", ("WXR101", "WXR102")),
        ("all", tuple(CATALOGUE)),
    ],
)
def test_names(word: str, codes: tuple[str, ...]) -> None:
    """Codes, names in any case, beginnings, patterns, and the word for all."""
    assert codes_named(word) == codes


@pytest.mark.parametrize(
    ("word", "advice"), [("mising-slug", "missing-slug"), ("WXR999", "rules"), ("", "rules"), ("4xx", "WXR4")]
)
def test_what_names_nothing_is_refused(word: str, advice: str) -> None:
    """The message says what was probably meant, or where all names stand."""
    with pytest.raises(UsageError) as raised:
        codes_named(word)
    assert advice in raised.value.advice


def test_words_add_up() -> None:
    """Several words mean all of their codes."""
    assert codes_of(["WXR101", "junk-*"]) == {"WXR101", "WXR102"}
    assert codes_of([]) == frozenset()
