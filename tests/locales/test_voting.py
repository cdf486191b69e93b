"""The language of a blog by the lines of its pages and what the pages name."""

import os
import subprocess
import sys

import pytest

from wpmigrate.locales import vote_locale

ENGLISH = ["Posted by Ann in Travel | 2 Comments", "This entry was posted on {} and is filed under Travel."]


@pytest.mark.parametrize(
    ("lines", "hints", "voted"),
    [
        ([ENGLISH[0], ENGLISH[1].format("مارس 4th, 2006")], ["fa-IR"], "fa"),
        ([ENGLISH[0], ENGLISH[1].format("Svibanj 6th, 2012")], ["hr"], "hr"),
        ([ENGLISH[0], ENGLISH[1].format("04.03.2006")], ["ru-RU"], "ru"),
        ([ENGLISH[0], ENGLISH[1].format("October 4th, 2006")], ["de-DE"], "en"),
        ([ENGLISH[0], ENGLISH[1].format("October 4th, 2006")], ["fr-FR", "en-US"], "en"),
        (["Publicerat den 4 mars 2006 av Ann", "Inga kommentarer"], ["en-US"], "sv"),
        ([], [], None),
    ],
    ids=["months", "half-translated-neighbour", "digits", "english-dates", "two-languages", "untouched-tag", "nothing"],
)
def test_the_language_is_voted(lines: list[str], hints: list[str], voted: str | None) -> None:
    """English words of an untranslated theme do not outvote the language that all pages name, English dates do."""
    found = vote_locale(lines, hints)
    assert (found and found.partition("_")[0]) == voted


def test_equal_votes_do_not_depend_on_the_order_of_sets() -> None:
    """Words that all locales of a language share speak for the one that the language stands for, in each process."""
    code = f"from wpmigrate.locales import vote_locale; print(vote_locale({ENGLISH!r}), vote_locale({ENGLISH!r}, ['de-DE', 'x']))"
    voted = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(6)
    }
    assert len(voted) == 1, voted
    assert voted.pop().startswith("en_US ")
