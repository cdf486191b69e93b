"""Links without words: what they are called, and that many of them take linear time."""

import pytest

from wpmigrate.content.clean import CleanOptions, clean
from wpmigrate.html import inner_html, parse_fragment

OWN = CleanOptions(site_hosts=frozenset({"blog.example"}))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p><a href="https://a.example/x"><i></i></a></p>', "https://a.example/x"),
        ('<p><a href="tel:+4670"><i></i></a></p>', "+4670"),
        ('<p><a href="https://a.example/" aria-label="A &amp; b"></a></p>', "A & b"),
        ('<p><a href="https://blog.example/x/"><i></i></a></p>', ""),
        ('<p><a href="https://blog.example/x/" title="X"><i></i></a></p>', "X"),
        ('<p><a href="https://blog.example/x/" title="X"></a></p>', "X"),
        ('<p>Words <a href="https://a.example/"></a></p>', ""),
        ('<p>Words <a href="https://a.example/" title="X"></a></p>', ""),
        ('<p>Words <a href="https://a.example/" title="X"><i></i></a></p>', "X"),
        ('<p><a href="https://a.example/"></a></p><p><a href="https://a.example/">A</a></p>', ""),
        ('<p><a href="https://a.example/"></a><img src="/a.png" alt=""></p>', ""),
        ('<p><a href="https://a.example/" id="x"></a></p>', "https://a.example/"),
    ],
)
def test_words_of_a_link_on_nothing(html: str, expected: str) -> None:
    """Its label, else its address where it stands alone and leads elsewhere; a second cleaning changes nothing."""
    root = parse_fragment(html)
    clean(root, OWN)
    assert (next(root.iter("a")).text or "") == expected
    once = inner_html(root)
    clean(root, OWN)
    assert inner_html(root) == once


def test_many_of_them_take_linear_time() -> None:
    """In one line, and in lines of their own."""
    for piece in ('<a href="https://a.example/"><i></i></a> ', '<li><a href="https://a.example/"></a>'):
        clean(parse_fragment("<p>a " + piece * 5_000), OWN)
