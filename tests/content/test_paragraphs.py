"""Paragraphs as WordPress makes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpmigrate.content.paragraphs import autop

CASES = {
    "": "",
    " \n\t\n": "",
    "one": "<p>one</p>\n",
    "one\n\ntwo": "<p>one</p>\n<p>two</p>\n",
    "one\ntwo": "<p>one<br />\ntwo</p>\n",
    "one\r\ntwo\r\rthree": "<p>one<br />\ntwo</p>\n<p>three</p>\n",
    "one<br />\ntwo": "<p>one<br />\ntwo</p>\n",
    "one<br><br>two": "<p>one</p>\n<p>two</p>\n",
    "one  \ntwo": "<p>one<br />\ntwo</p>\n",
    "<h2>A</h2>text": "<h2>A</h2>\n<p>text</p>\n",
    "<p>one\n\ntwo</p>": "<p>one</p>\n<p>two</p>\n",
    "<div>a</div> tail": "<div>a</div>\n<p> tail</p>\n",
    "<ul>\n<li>a</li>\n<li>b</li>\n</ul>": "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n",
    "<blockquote>a\n\nb</blockquote>": "<blockquote><p>a</p>\n<p>b</p></blockquote>\n",
    "<pre>a\n\nb\nc</pre>": "<pre>a\n\nb\nc</pre>\n",
    'a <a\nhref="x">b</a>': '<p>a <a\nhref="x">b</a></p>\n',
    "a\n<!-- b\nc -->\nd": "<p>a<br />\n<!-- b\nc --><br />\nd</p>\n",
    "<script>a;\nb;</script>": "<p><script>a;\nb;</script></p>\n",
    "one<hr>two": "<p>one</p>\n<hr>\n<p>two</p>\n",
}


@pytest.mark.parametrize("text", CASES)
def test_paragraphs(text: str) -> None:
    """The text gets the paragraphs and breaks of `wpautop()`."""
    assert autop(text) == CASES[text]


def test_without_breaks() -> None:
    """Single line ends can be left alone."""
    assert autop("one\ntwo\n\nthree", breaks=False) == "<p>one\ntwo</p>\n<p>three</p>\n"


@given(st.text(alphabet="ab \n\r\t.é", max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    """Without tags only white space changes."""
    html = autop(text)
    for tag in ("<p>", "</p>", "<br />"):
        html = html.replace(tag, " ")
    assert html.split() == text.split()


@given(st.lists(st.sampled_from(["<p>", "</p>", "<div>", "</div>", "<pre>", "</pre>", "<br>", "a", "\n", "\n\n", " "])))
def test_no_word_is_lost_between_tags(parts: list[str]) -> None:
    """Whatever the tags, the words stay in number."""
    text = "".join(parts)
    assert autop(text).replace("area", "").count("a") == text.count("a")
