"""Cleaning as a whole: cases as data, and the laws that hold for any body."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wpmigrate.content.clean import Cleaned, CleanOptions, clean
from wpmigrate.html import HtmlElement, block_text, inner_html, parse_fragment, plain_text, words

CASES = sorted(path.parent for path in Path("fixtures/clean").glob("*/input.html"))
OPTIONS = CleanOptions(site_hosts=frozenset({"example.com"}))

PIECES = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<em>",
    "<br>",
    "<ul>",
    "<li>",
    "</li>",
    "</ul>",
    "<h2>",
    "</h2>",
    "<blockquote>",
    "</blockquote>",
    "<a href='/x'>",
    "<a id=t>",
    "<a href='#t'> go </a>",
    "</a>",
    "<span>",
    "</span>",
    "<span style='font-weight:bold'>",
    "<span style='font-style:italic;text-decoration:underline'>",
    "<p style='display:none'>",
    "<p style='font-weight:700'>",
    "<table><tr><td>",
    "</td></tr></table>",
    "<img src='/a-300x200.jpg'>",
    "<center>",
    "</center>",
    "<font>",
    "</font>",
    "<noscript>",
    "</noscript>",
    "<svg>",
    "</svg>",
    "<!--more-->",
    "<!-- x -->",
    "<hr>",
    "<pre>",
    "</pre>",
    "<code>",
    "</code>",
    "<form>",
    "</form>",
    "<o:p>",
    "</o:p>",
    "<b style='font-weight:normal'>",
    "<wbr>",
    "<dl><dt>",
    "<dd>",
    "</dl>",
    "<section>",
    "</section>",
    "<figure>",
    "<figcaption>",
    "</figcaption>",
    "</figure>",
    "<div hidden>",
    "<sup>",
    "</sup>",
    "<del>",
    "</del>",
    "<u>",
    "</u>",
    "&nbsp;",
    " ",
    "\n",
    " one ",
    " two ",
    " three ",
    " 7 ",
    "«",
    "»",
    " 語 ",
    "<div id=t>",
    "<td style='text-align:right'>",
    "<video src='/v.mp4'>",
    "</video>",
    "<title>",
    "</title>",
]
bodies = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def cleaned(text: str, options: CleanOptions = OPTIONS) -> tuple[HtmlElement, Cleaned]:
    """The clean tree of a text, and what cleaning said."""
    root = parse_fragment(text)
    return root, clean(root, options)


def seen_words(root: HtmlElement) -> Counter[str]:
    """The words of a body without those of scripts and styles."""
    return Counter(words(block_text(root)))


def test_there_are_cases() -> None:
    """The folder of cases is found."""
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    """The input becomes what is expected, and says what is expected."""
    root, result = cleaned((case / "input.html").read_text(encoding="utf-8"))
    assert inner_html(root) == (case / "expected.html").read_text(encoding="utf-8")
    said = "".join(f"{one.code} {one.message}\n" for one in result.diagnostics)
    expected = case / "diagnostics.txt"
    assert said == (expected.read_text(encoding="utf-8") if expected.exists() else "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_second_cleaning_changes_nothing(case: Path) -> None:
    """What is clean stays as it is and is not spoken of."""
    expected = (case / "expected.html").read_text(encoding="utf-8")
    root, result = cleaned(expected)
    assert inner_html(root) == expected
    assert result == Cleaned()


@settings(max_examples=400)
@given(bodies)
def test_cleaning_a_clean_tree_changes_nothing(text: str) -> None:
    """clean(clean(x)) = clean(x), on the tree itself."""
    root, _ = cleaned(text)
    once = inner_html(root)
    again = clean(root, OPTIONS)
    assert inner_html(root) == once
    assert not again.diagnostics


@settings(max_examples=400)
@given(bodies)
def test_words_in_are_words_out_and_words_named(text: str) -> None:
    """No word goes that is not counted."""
    before = seen_words(parse_fragment(text))
    root, result = cleaned(text)
    lost = before - seen_words(root)
    assert lost.total() == result.dropped_words.total()


@settings(max_examples=300)
@given(bodies)
def test_links_and_pictures_in_are_out_or_named(text: str) -> None:
    """No link and no picture goes that is not counted; links around blocks may become several."""
    tree = parse_fragment(text)
    links, images = sum(1 for a in tree.iter("a") if a.get("href")), sum(1 for _ in tree.iter("img"))
    root, result = cleaned(text)
    assert sum(1 for a in root.iter("a") if a.get("href")) + result.dropped_links.total() >= links
    assert sum(1 for _ in root.iter("img")) + result.dropped_images.total() == images


@settings(max_examples=200)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=60), bodies)
def test_code_is_kept_to_the_byte(code: str, around: str) -> None:
    """Whatever the text of code is, and whatever stands before it, the text comes out as it went in."""
    root = parse_fragment(f"{around}</pre></code></noscript></svg></title></video></table><pre>x</pre><code>y</code>")
    pre, span = list(root.iter("pre"))[-1], list(root.iter("code"))[-1]
    above = [*pre.iterancestors(), *span.iterancestors()]
    hidden = any(up.keys() or up.tag in {"svg", "video", "title"} for up in above)
    pre.text = span.text = "x" + code
    clean(root, OPTIONS)
    if not hidden:
        assert any("x" + code in plain_text(one) for one in root.iter("pre"))
        assert any("x" + code in plain_text(one) for one in root.iter("code"))


@pytest.mark.parametrize("html", ["safe", "keep"])
def test_text_that_is_kept_is_not_moved(html: str) -> None:
    """The words keep their order."""
    text = "<div>one<p>two <b>three</b></p>four<ul><li>five</ul></div><form>six <label>seven</label></form>eight"
    root, _ = cleaned(text, CleanOptions(html="keep" if html == "keep" else "safe"))
    assert words(block_text(root)) == ["one", "two", "three", "four", "five", "six", "seven", "eight"]


def test_ids_that_others_link_to_stay() -> None:
    """An id may be linked to from another body."""
    text = '<h2 id="a">x</h2><p id="b">y</p>'
    root, _ = cleaned(text, CleanOptions(linked_ids=frozenset({"a"})))
    assert inner_html(root) == '<h2 id="a">x</h2><p>y</p>'


def test_pictures_may_keep_their_size() -> None:
    """Without `original_images` the address stays."""
    root, _ = cleaned('<img src="/wp-content/uploads/a-300x200.jpg">', CleanOptions(original_images=False))
    assert root[0].get("src") == "/wp-content/uploads/a-300x200.jpg"


def test_dropped_text_is_told_by_reason() -> None:
    """The counters say why something went."""
    text = '<p hidden>one <a href="/x">two</a><img src="/a.jpg"></p><svg><text>three</text></svg>'
    _, result = cleaned(text)
    assert result.dropped_words == {"hidden": 2, "svg": 1}
    assert result.dropped_links == {"hidden": 1}
    assert result.dropped_images == {"hidden": 1}
    assert [one.code for one in result.diagnostics] == ["WXR512", "WXR516"]
