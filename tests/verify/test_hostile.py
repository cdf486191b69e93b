"""What is compared may be made to be slow: time grows as it does."""

from collections.abc import Callable

import pytest
from pace import seconds

from wpmigrate.verify.reading import facts_of

HOSTILE: dict[str, Callable[[int], str]] = {
    "blanks-in-heading": lambda n: f"<h2>a{' ' * n}b</h2>",
    "names-in-heading": lambda n: f"<h2>a{' {#a' * n}</h2>",
    "headings": lambda n: "<h2>a {#a}</h2>" * n,
    "players": lambda n: '<h2><iframe src="https://a.example/"></iframe></h2>' * n,
    "links-around-pictures": lambda n: '<a href="/a"><img src="a.gif" width="1"></a>' * n,
    "hidden": lambda n: '<p style="display:none">a</p>' * n,
    "marks-of-parts": lambda n: "a<!--more-->" * n,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text(name: str) -> None:
    """Four times the text takes about four times the time (sixteen times would be quadratic)."""
    small, large = HOSTILE[name](2_500), HOSTILE[name](10_000)
    assert seconds(lambda: facts_of(large)) < 8 * seconds(lambda: facts_of(small)) + 0.02
