"""Pairs in folders: `export.html` as WordPress shows it, `output.md` as it was written, `expected.txt` what differs.

A line of `expected.txt` is a kind, how many of how many, and the first of them; no line: nothing differs.
"""

from pathlib import Path

import pytest

from wpmigrate.verify.addresses import address_key
from wpmigrate.verify.checks import CHECKS
from wpmigrate.verify.pair import Pair
from wpmigrate.verify.reading import facts_of
from wpmigrate.verify.rendering import rendered
from wpmigrate.verify.stored_words import stored_words

FIXTURES = Path(__file__).parents[2] / "fixtures" / "verify"
CASES = sorted(path.parent for path in FIXTURES.glob("*/export.html"))


def differences(html: str, markdown: str) -> list[str]:
    """What the checks say of a pair without a report."""
    pair = Pair(
        want=facts_of(html),
        have=facts_of(rendered(markdown), shows_hidden=True),
        want_link=address_key,
        have_link=address_key,
        stored=stored_words(html),
    )
    found = [difference for check in CHECKS for difference in check(pair)]
    return [f"{one.kind} {one.number}/{one.of} {one.sample}" for one in found if one.number]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    """Exactly the differences that the case expects are found."""
    found = differences((case / "export.html").read_text("utf-8"), (case / "output.md").read_text("utf-8"))
    assert found == (case / "expected.txt").read_text("utf-8").splitlines()


def test_there_are_cases() -> None:
    """The folder is found."""
    assert len(CASES) > 40


def test_a_pair_that_is_whole_stays_whole_in_itself() -> None:
    """HTML is Markdown too: every `export.html` without blank lines compared with itself differs in nothing."""
    for case in CASES:
        html = (case / "export.html").read_text("utf-8")
        if "script:" not in html and "\n\n" not in html.strip() and "style=" not in html:
            assert differences(html, html) == [], case.name
