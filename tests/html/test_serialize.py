"""Tree to HTML."""

import pytest

from wpmigrate.html import inner_html, outer_html, parse_fragment


@pytest.mark.parametrize(
    "html",
    [
        "a &amp; b &lt;c&gt;",
        "<ul><li></li>\n</ul>",
        "<p></p> x",
        "<p>a<br>b</p>c",
        '<a href="/x?a=1&amp;b=2">y</a>',
        "<!--more-->z",
    ],
)
def test_what_is_read_is_written(html: str) -> None:
    """Empty elements keep their end tags, so that reading again gives the same."""
    assert inner_html(parse_fragment(html)) == html


def test_outer_html_leaves_out_the_text_after() -> None:
    """Only the element itself is written."""
    assert outer_html(parse_fragment("<b>x</b>y")[0]) == "<b>x</b>"
