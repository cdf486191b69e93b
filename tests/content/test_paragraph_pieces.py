"""The short way of paragraphs gives what the long way gives, wherever it is taken."""

from random import Random

import pytest

from wpmigrate.content import paragraphs
from wpmigrate.content.paragraph_pieces import in_pieces

PARTS = (
    *("text", "a b", "x", ">", "&lt;", " ", "  ", "\t", "\n", "\n", "\n\n", "\n\n", "\n\t", "\n  \n", "\u00a0", "\f"),
    *("<div>", "</div>", "<ul>", "</ul>", "<li>", "</li>", "<h2>", "</h2>", "<td>", "</td>", "<dl>", "<dt>", "</dt>"),
    *("<blockquote>", "</blockquote>", '<blockquote class="x">', "<BLOCKQUOTE>", "</BLOCKQUOTE>", "<form>", "</form>"),
    *("<address>", "</address>", "<section>", "</section>", "<hr />", '<hr class="x">', "<hr>", "<link x>", "<picture>"),
    *("<b>", "</b>", '<a href="x">', "</a>", '<img src="x" />', "<br />", "<br>", "<br/>", "<!--more-->", "[gallery]"),
    *("<p>", "</p>", '<p class="a">', "<p>x</p>", "<p> </p>", "<p>a <b>c</b></p>", "<p>x\ny</p>", "<p>x<br></p>", "<P>"),
    *("<pre wp-pre-tag-0></pre>", "<div", "<b\n", "<", "<option>", "<figcaption>", "<!-- a\n -->", "<!-- <div> -->"),
)  # fmt: skip
UNUSUAL = 8


def texts(number: int) -> list[str]:
    """Texts of a few kinds of parts each: rules meet more often than in texts of all kinds."""
    random = Random(5)
    made: list[str] = []
    while len(made) < number:
        kinds = random.sample(PARTS if random.random() < 0.2 else PARTS[:-UNUSUAL], random.randrange(2, 14))
        text = "".join(random.choice(kinds) for _ in range(random.randrange(1, 24)))
        if text.strip():
            made.append(text + "\n")
    return made


@pytest.mark.parametrize("breaks", [True, False])
def test_both_ways_lead_to_the_same(breaks: bool) -> None:
    """Not a character differs, and the short way is taken for a good part."""
    taken = 0
    for text in texts(6_000):
        short = in_pieces(text, breaks=breaks)
        if short is not None:
            taken += 1
            assert short == paragraphs._as_a_whole(text, breaks=breaks), text
    assert taken > 2_000


@pytest.mark.parametrize(
    "text",
    [
        "one\n\ntwo\nlines\n",
        "<h2>title</h2>\n\ntext <a href='x'>link</a>\n",
        "<ul>\n\t<li>one</li>\n\t<li>two</li>\n</ul>\n",
        "<blockquote>said</blockquote>\n",
        "<p>its own</p>\n<p>paragraphs</p>\n",
        "<table><tr><td>1</td><td>2</td></tr></table>\n",
    ],
)
def test_usual_texts_take_the_short_way(text: str) -> None:
    """What most posts are made of."""
    assert in_pieces(text, breaks=True) is not None
