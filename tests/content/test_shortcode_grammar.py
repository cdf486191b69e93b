"""The shortcode grammar, attributes and shortcodes in tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpmigrate.content.shortcodes.attributes import parse_attributes
from wpmigrate.content.shortcodes.expand import expand
from wpmigrate.content.shortcodes.grammar import Shortcode, shortcodes

NAMES = frozenset({"a", "b-c", "gallery"})

ATTRIBUTES = {
    "": {},
    " x=\"1\" Y='2' z=3": {"x": "1", "y": "2", "z": "3"},
    ' "two words" bare': {"0": "two words", "1": "bare"},
    ' x = "1"': {"x": "1"},
    ' x="a\\nb\\x41\\"c': {"0": 'x="a\nbA"c'},
    ' x="<b"': {"x": ""},
    ' x="<b>y</b>"': {"x": "<b>y</b>"},
    "\u00a0x=1\u200by=2": {"x": "1", "y": "2"},
}


@pytest.mark.parametrize("text", ATTRIBUTES)
def test_attributes(text: str) -> None:
    """Attributes are read as `shortcode_parse_atts()` reads them."""
    assert parse_attributes(text) == ATTRIBUTES[text]


def names(text: str) -> list[tuple[str, str | None]]:
    """Names and content of the shortcodes of a text."""
    return [(found.name, found.content) for found in shortcodes(text, NAMES)]


def test_forms() -> None:
    """Enclosing, lone and self-closing shortcodes are told apart; the first closing tag ends one."""
    assert names("[a][a]x[/a]") == [("a", "[a]x")]
    assert names("[a /]x[/a] [b-c]") == [("a", None), ("b-c", None)]
    assert names('[a x="/"]y[/a]') == [("a", "y")]


def test_no_shortcodes() -> None:
    """Other names, names that go on, and brackets that never close are text."""
    assert names("[ab] [a-b] [A] [ a] [a x=") == []


def test_unnested_names() -> None:
    """A name that opens again before it closes enclosed nothing, where that is asked for."""
    found = [(one.name, one.content) for one in shortcodes("[a=1] [a]x[/a]", NAMES, NAMES)]
    assert found == [("a", None), ("a", "x")]


def test_escapes() -> None:
    """Doubled brackets stand for single ones; a half-doubled pair keeps its bracket."""
    for text, shown in {"[[a]]": "[a]", "[[a] [a]]": "[! !]", "[[a]x[/a]]": "[a]x[/a]", "[[a]x[/a]": "[!"}.items():
        assert expand(text, NAMES, lambda code, within: "!") == shown


def test_in_elements() -> None:
    """Comments and tags are no place for shortcodes, unless a rule serves them."""
    text = '<!-- [a] --><i title="[a]">[a]</i>'
    assert expand(text, NAMES, lambda code, within: "!") == '<!-- [a] --><i title="[a]">!</i>'

    def serve(code: Shortcode) -> str:
        return "javascript:x"

    served = expand('<a href="[a]" onclick="[a]">', NAMES, lambda code, within: None, serve)
    assert served == '<a href="x" onclick="[a]">'


@given(st.text(alphabet='[]/a "=<>!-x', max_size=60))
def test_unknown_names_change_nothing(text: str) -> None:
    """Without known names every text stays as it is."""
    assert expand(text, frozenset(), lambda code, within: "") == text
