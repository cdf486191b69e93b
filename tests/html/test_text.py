"""The text of a tree."""

import pytest

from wpmigrate.html import block_text, parse_fragment, plain_text, squeezed_text, words


def test_comments_are_no_text() -> None:
    """Neither the plain nor the squeezed text holds comments."""
    root = parse_fragment("<p>a <!-- b -->c</p> d")
    assert plain_text(root) == "a c d"
    assert squeezed_text(root) == "acd"


def test_blocks_and_breaks_are_line_ends() -> None:
    """No two words of two blocks run together."""
    root = parse_fragment("<p>a</p><ul><li>b<li>c<br>d</ul>e<b>f</b><!-- g -->h")
    assert block_text(root).split("\n") == ["", "", "a", "", "", "b", "", "c", "d", "", "efh", ""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One two-three 4", ["One", "two", "three", "4"]),
        ("日本 go", ["日", "本", "go"]),
        ("soft\u00adhyphen zero\u200bwidth", ["softhyphen", "zerowidth"]),
        ("…—", []),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, expected: list[str]) -> None:
    """Scripts without blanks count by character; what shows nothing parts no word."""
    assert words(text) == expected
