"""Marks and links that are left open at the end of a paragraph."""

import pytest
from pace import seconds

from wpmigrate.content.open_marks import reopen_marks

CASES = {
    "<p><b>one</p><p>two</b> x</p>": "<p><b>one</b></p><p><b>two</b> x</p>",
    '<p><a href="u"></p>\n<h3>H</h3>\n<p>P</p>\n<p></a></p>': (
        '<p></p>\n<h3><a href="u">H</a></h3>\n<p><a href="u">P</a></p>\n<p></p>'
    ),
    "<p><b>a<i>b</p><p>c</i>d</b></p>": "<p><b>a<i>b</i></b></p><p><b><i>c</i>d</b></p>",
    '<p><a href="u"><img src="1"></p><p><img src="2"></a></p>': (
        '<p><a href="u"><img src="1"></a></p><p><a href="u"><img src="2"></a></p>'
    ),
}


@pytest.mark.parametrize(("html", "mended"), CASES.items())
def test_a_mark_goes_on_in_the_next_paragraph(html: str, mended: str) -> None:
    """As the reconstruction of active formatting elements in browsers does; nothing is marked that holds nothing."""
    assert reopen_marks(html) == mended
    assert reopen_marks(mended) == mended


@pytest.mark.parametrize(
    "html",
    [
        "<p><b>never</p><p>closed</p>",
        "<b><p>one</p><p>two</p></b>",
        "<table><tr><td><p><b>x</p></td><td>y</b></td></tr></table>",
        "<p>a</b></p><p>c</p>",
        "<p><b>a</p><!-- </b> --><p>c</p>",
        "<p>" + "<b>" * 40 + "</p><p>x" + "</b>" * 40 + "</p>",
    ],
)
def test_other_text_stays_as_it_is(html: str) -> None:
    """A mark that is never closed, one around whole paragraphs or cells, and what nobody writes."""
    assert reopen_marks(html) == html


@pytest.mark.parametrize(
    "shape", ["<p><b>x</p>{}</b>", "<b>{}<p>x</p></b>", "<div><b><p></div>x</b>{}", "<p><b>x</p></b>{}"]
)
def test_hostile_text_takes_linear_time(shape: str) -> None:
    """Twice the text takes about twice the time."""
    before, _, after = shape.partition("{}")
    small, large = (before * number + after * number for number in (20_000, 40_000))
    assert seconds(lambda: reopen_marks(large)) < 3.5 * seconds(lambda: reopen_marks(small)) + 0.05
