"""Titles and names become plain text by the rules of the exporter's age."""

import pytest

from wpmigrate.reader.titles import exporter_version, plain_name, plain_title

RAW = {
    "Tom &amp; <em>Jerry</em>": "Tom & Jerry",
    "R&#038;D &#8211; x": "R&D – x",
    "a < b and c > d": "a < b and c > d",
    "one<br />two": "one two",
    "x <!-- note --> y": "x  y",
    "&lt;b&gt; is a tag": "<b> is a tag",
    "  two\n\tlines ": "two lines",
    "<!--" * 5 + "x": "<!--" * 5 + "x",
}


@pytest.mark.parametrize("raw", RAW)
def test_raw_titles(raw: str) -> None:
    """From 5.7 on: tags go, entities are resolved once."""
    assert plain_title(raw, "raw") == RAW[raw]


def test_escaped_titles_are_left_alone() -> None:
    """Before 5.7 the exporter stripped the tags and XML has resolved the entities: what is left is text."""
    assert plain_title("<b> is a tag &amp; so on", "escaped") == "<b> is a tag &amp; so on"


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("The mill&#8217;s wheel &amp; <b>", "The mill\u2019s wheel & <b>"),
        ("&#x2019;&hellip;", "\u2019\u2026"),
        ("R&D &copy &nothing; &#;", "R&D &copy &nothing; &#;"),
    ],
)
def test_entities_of_foreign_titles_are_resolved(raw: str, title: str) -> None:
    """What others than WordPress escaped twice; signs that end in no semicolon are text."""
    assert plain_title(raw, "foreign") == title


def test_names_are_unescaped_once() -> None:
    """WordPress stores term names with one level of entities."""
    assert plain_name("R&amp;D &amp;amp; more") == "R&D &amp; more"


@pytest.mark.parametrize(
    ("generator", "version"),
    [
        ("https://wordpress.org/?v=6.4.2", (6, 4)),
        ("http://wordpress.org/?v=3.4.1", (3, 4)),
        ("WordPress/5.7-alpha-1", (5, 7)),
        ("http://wordpress.com/", None),
        ("?v=" + "9" * 5000 + ".1", None),
        ("", None),
    ],
)
def test_exporter_version(generator: str, version: tuple[int, int] | None) -> None:
    """The version is read from the generator's address and from its comment form."""
    assert exporter_version(generator) == version
