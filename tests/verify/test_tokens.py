"""Text as tokens: folded by NFC and white space alone."""

import pytest

from wpmigrate.verify.tokens import excerpt, is_word, numbered, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En  gul\n\tkajak\u00a0till.", ["En", "gul", "kajak", "till", "."]),
        ("Cafe\u0301", ["Café"]),
        ("snake_case -- x2", ["snake", "_", "case", "-", "-", "x2"]),
        ("麺とramen", ["麺", "と", "ramen"]),
        ("se https://a.example/x?y=1, sen", ["se", "https://a.example/x?y=1,", "sen"]),
        ("到http://a.example/中", ["到", "http://a.example/", "中"]),
        ("sur\u00adde\u200bg", ["surdeg"]),
        ("“ja” \u2014 'nej'", ["“", "ja", "”", "\u2014", "'", "nej", "'"]),
        ("👩‍🚀", ["👩", "🚀"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    """Words, addresses and signs; typographic signs stay what they are."""
    assert tokens(text) == expected


def test_words_and_signs() -> None:
    """Letters and digits of any script make words."""
    assert all(map(is_word, ("å", "麺", "9", "Ж", "https://a.example/")))
    assert not any(map(is_word, ("_", "*", "…", "👩")))


def test_excerpts_are_short() -> None:
    """The first tokens fit on a line, and a long one is cut."""
    assert excerpt(["a", "b"]) == "a b"
    assert excerpt(map(str, range(100)), limit=10) == "0 1 2 3 4 …"
    assert excerpt(["x" * 100], limit=10) == "xxxxxxxxx…"
    assert excerpt([]) == ""
    assert numbered("*a**") == "* 3× a"
