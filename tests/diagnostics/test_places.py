"""`place_in`: the place of a fault in the source."""

import re
from dataclasses import replace

import pytest

from wpmigrate.diagnostics import CATALOGUE, diagnose, place_in
from wpmigrate.diagnostics.places import PLACES

ANY = diagnose("WXR428")


@pytest.mark.parametrize(
    ("code", "near", "text", "at"),
    [
        ("WXR501", "[box", "one [box a=1]", 4),
        ("WXR601", "/?a=1&b=2", 'x <a href="/?a=1&amp;b=2">', 11),
        ("WXR510", "", "one <SCRIPT>", 4),
        ("WXR510", "", "one &lt;script&gt;", 4),
        ("WXR512", "display:none", '<p>a</p><p style="display:none">', 18),
        ("WXR512", "", '<p>a</p><p style="left:-9000px">', 8),
        ("WXR518", "", "<!-- wp:a --><!-- note -->", 13),
        ("WXR501", "[gone", "nothing", -1),
    ],
)
def test_places(code: str, near: str, text: str, at: int) -> None:
    """What the finding names comes first, raw or escaped; then what its code looks like."""
    found = replace(ANY, code=code, near=near)
    assert place_in(text, found) == at


def test_bounds() -> None:
    """Only the part between the bounds is searched."""
    found = diagnose("WXR518", number=1)
    text = "<!-- a --><!-- b -->"
    assert place_in(text, found, 1) == 10
    assert place_in(text, found, 1, 10) == -1


def test_patterns_are_of_known_codes_and_find_no_empty_text() -> None:
    """A pattern that matches nothing-at-all would find every place."""
    assert set(PLACES) <= set(CATALOGUE)
    assert not [code for code, pattern in PLACES.items() if re.fullmatch(pattern, "")]
