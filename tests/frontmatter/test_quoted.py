"""One quoted form for four parsers."""

import json
import tomllib

import pytest
import yaml

from wpmigrate.frontmatter.quoted import quote


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("a", '"a"'),
        ('"\\', r'"\"\\"'),
        ("\n\t\r\b\f", r'"\n\t\r\b\f"'),
        ("\0\x1b", r'"\u0000\u001b"'),
        ("\x7f\x85\x9b", r'"\u007f\u0085\u009b"'),
        ("\u2028\u202e\ufeff\uffff", r'"\u2028\u202e\ufeff\uffff"'),
        ("å 你 😀", '"å 你 😀"'),
        ("\ud83d", '"\ufffd"'),
    ],
)
def test_quote(text: str, quoted: str) -> None:
    """Readable characters stand, invisible ones are escaped, lone surrogates are replaced."""
    assert quote(text) == quoted


def test_every_character_reads_back() -> None:
    """All 1,112,064 scalar values, by three parsers."""
    characters = [chr(number) for number in range(0x110000) if not 0xD800 <= number <= 0xDFFF]
    text = "".join(characters)
    assert json.loads(quote(text)) == text
    assert tomllib.loads(f"a = {quote(text)}")["a"] == text
    rare = "".join(characters[:0x3100] + characters[0xF000:0xF900] + characters[::97])
    assert yaml.safe_load(quote(rare)) == rare
