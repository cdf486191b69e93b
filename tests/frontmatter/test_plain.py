"""What stands unquoted in YAML, and what does not."""

import pytest

from wpmigrate.frontmatter.plain import yaml_text


@pytest.mark.parametrize(
    "text",
    [
        *("a", "Generositet och affärer", "R&D", "https://example.com/?a=1&b=2#c", "/2010/12/slug/", "it's 5 o'clock"),
        *(
            'say "no"',
            "a-b_c.d",
            "你好",
            "😀 idag",
            "”Citat”",
            "a: b".replace(": ", ":"),
            "C#",
            "half % off",
            "x=y",
            "yesterday",
        ),
    ],
)
def test_stands_as_it_is(text: str) -> None:
    """Ordinary text is not quoted: people read and edit it."""
    assert yaml_text(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " a",
            "a ",
            "a: b",
            "a:",
            "a #b",
            "#a",
            "- a",
            "yes",
            "No",
            "TRUE",
            "null",
            "~",
            "y",
            "2014",
            "1e3",
            "0x1F",
            "12:30",
        ),
        *(
            "2010-12-15",
            "@a",
            "`a`",
            "*a",
            "&a",
            "!a",
            "%a",
            "'a'",
            '"a"',
            "[a]",
            "{a}",
            "a\nb",
            "a\tb",
            "a\x85",
            "\ufeffa",
        ),
        *("a\u2028b", "a\u202eb", ".inf", "nan", "<<", "=", "\xa0a", "|", ">", "?", ":"),
    ],
)
def test_is_quoted(text: str) -> None:
    """Whatever either version of YAML may read as something else, or cut, is between quotes."""
    quoted = yaml_text(text)
    assert quoted.startswith('"')
    assert quoted.endswith('"')
