"""References to characters."""

import pytest
from pace import seconds

from wpmigrate.html import unescape


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("&amp;amp; &#38; &#x26; &nix;", "&amp; & & &nix;"),
        ("&#" + "9" * 5000 + ";", "\ufffd"),
        ("&#" + "0" * 5000 + "65;b", "Ab"),
        ("&#" + "0" * 5000 + ";", "\ufffd"),
    ],
    ids=["usual", "large", "zeros before", "zeros"],
)
def test_references_of_any_length_are_resolved(text: str, expected: str) -> None:
    """Python itself refuses numbers of more than 4300 digits."""
    assert unescape(text) == expected


def test_a_long_reference_takes_linear_time() -> None:
    """A million digits are read at once."""
    assert seconds(lambda: unescape("&#" + "9" * 1_000_000)) < 1
