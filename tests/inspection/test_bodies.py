"""What a body is made of."""

from collections import Counter

import pytest
from pace import seconds

from wpmigrate.inspection.bodies import Markup, blocks_of, kind_of_link, shortcodes_of, words_of

BODY = """<!-- wp:core/paragraph --><p style="color:red; FONT-size : 2em">a</p><!-- /wp:paragraph -->
<!-- wp:acme/box {"a":1} /--><a href='https://example.org/x'>b</a> <IMG src="https://cdn.example.net/a.png">
[gallery ids="1"] [unknown a="1"]x[/unknown] [just words] <pre>[cut b="1"]</pre>"""


def test_a_body_is_taken_apart() -> None:
    """Blocks, shortcodes, elements, styles and addresses."""
    markup = Markup(BODY)
    assert blocks_of(BODY) == Counter({"paragraph": 1, "acme/box": 1})
    assert shortcodes_of(BODY) == Counter({"gallery": 1, "unknown": 1})
    assert markup.tags == Counter({"p": 1, "a": 1, "img": 1, "pre": 1})
    assert markup.styles == Counter({"color": 1, "font-size": 1})
    assert markup.links == ["https://example.org/x"]
    assert markup.pictures == ["https://cdn.example.net/a.png"]
    assert list(words_of("<b>Ein Wort</b> [x] &amp; noch", 9)) == ["ein", "wort", "noch"]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://www.example.org/a", "inside"),
        ("//example.org/a", "inside"),
        ("http://other.example.org/", "outside"),
        ("/a", "relative"),
        ("a:b", "other"),
        ("#top", "anchor"),
        ("mailto:a@example.org", "mail"),
        ("javascript:alert(1)", "other"),
        ("http://[broken", "outside"),
    ],
)
def test_links_have_kinds(address: str, kind: str) -> None:
    """Seen from the host of the site."""
    assert kind_of_link(address, "example.org") == kind


@pytest.mark.parametrize("piece", ["<a ", "<a href=", "[", "[a ", "<!-- wp:a ", 'style="', "a:", "<a style='a:"])
def test_hostile_bodies_take_linear_time(piece: str) -> None:
    """Ten times the text takes about ten times as long."""

    def spent(text: str) -> float:
        return seconds(lambda: (Markup(text), blocks_of(text), shortcodes_of(text), list(words_of(text, 300))))

    assert spent(piece * 200_000) < 40 * max(spent(piece * 20_000), 0.005)
