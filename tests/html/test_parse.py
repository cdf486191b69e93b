"""Text to tree: what lxml keeps, and what only the patient parser keeps."""

from functools import partial

import pytest
from pace import seconds

from wpmigrate.html import block_text, inner_html, parse, parse_fragment, plain_text
from wpmigrate.html.open_quotes import open_quotes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("a</div>b", "ab"),
        ("x</body>y</html>z", "xyz"),
        ("<html><body class='k'>hey", "hey"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        (" \n<p>a</p>\n", " \n<p>a</p>\n"),
        ("<b>å — 語 &amp; 😀</b>", "<b>å — 語 &amp; 😀</b>"),
        ("a\x00b\x0bc\ud800d", "abcd"),
        ("å\x1fb\uffffc\ufffed\ufffd", "åbcd\ufffd"),
        ("1 &lt; 2", "1 &lt; 2"),
        ("a&#1;b&#x0B;c&#0027d&#xfffE;e&#65535;f", "a b c d e f"),
        ("&#9;&#10;&#x7f;&#11111;&#x10;&#x100;&#&#1;1;", "\t\n\x7f\u2b67 \u0100&amp;# 1;"),
    ],
)
def test_a_fragment_is_read_into_a_bare_div(text: str, expected: str) -> None:
    """The root is a div without attributes and holds the whole piece."""
    root = parse_fragment(text)
    assert (root.tag, root.attrib.items(), root.tail, root.getparent()) == ("div", [], None, None)
    assert inner_html(root) == expected


@pytest.mark.parametrize(
    ("text", "expected", "tag"),
    [
        ('a <pre class="b; c>d</pre> e', 'a <pre class="b; c">d</pre> e', '<pre class="b; c'),
        ('<a href="/a>b</a> c <a href="/d">e</a>', '<a href="/a">b</a> c <a href="/d">e</a>', '<a href="/a'),
        ('<a href="/a>b</a> "c" d', '<a href="/a">b</a> "c" d', '<a href="/a'),
        ("<img src='/a/>b<p>c", '<img src="/a">b<p>c</p>', "<img src='/a"),
        ("<b id='x>y</b><b id='z>y</b>", '<b id="x">y</b><b id="z">y</b>', "<b id='x"),
        ('<!-- <a href="b> --><i>c</i>', '<!-- <a href="b> --><i>c</i>', ""),
        ('<script>a = "<b c=\'d>"</script>e', '<script>a = "<b c=\'d>"</script>e', ""),
        ('<i title="a > b <c">d</i>', '<i title="a &gt; b &lt;c">d</i>', ""),
        ('<i data-a="<b>c</b> d">e</i>', '<i data-a="&lt;b&gt;c&lt;/b&gt; d">e</i>', ""),
        ('<a href="<?php a ?>/b">c</a>', '<a href="&lt;?php%20a%20?&gt;/b">c</a>', ""),
        ('1 = "2> 3', '1 = "2&gt; 3', ""),
        ('<i class="a', "", ""),
        ('<img alt="a > b"src="/c">d', '<img alt="a &gt; b" src="/c">d', ""),
        (
            """<a href='/b' onclick="if(c>d){e("f")}">g</a>""",
            """<a href="/b" onclick="if(c&gt;d){e(" f")}">g</a>""",
            "",
        ),
    ],
)
def test_a_quote_that_is_never_closed_hides_no_text(text: str, expected: str, tag: str) -> None:
    """It is closed where the tag ends, and said; values that hold brackets stay whole."""
    parsed = parse(text)
    assert (inner_html(parsed.root), parsed.open_quote) == (expected, tag)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<iframe src="/a"><p>b</p>', '<iframe src="/a"></iframe><p>b</p>'),
        ("<IFRAME src=a title='>'>b<iframe>c</iframe>d", '<iframe src="a" title="&gt;"></iframe>b<iframe>c</iframe>d'),
        ("a <iframe src=", "a "),
        ('<script src="/a.js">b', '<script src="/a.js"></script>b'),
        ('<script type="text/javascript"src="/a.js">b', '<script type="text/javascript" src="/a.js"></script>b'),
        ('<script src="/a.js"/>b<i>c</i>', '<script src="/a.js"></script>b<i>c</i>'),
        ("<iframe>a</iframe><script>b = '<iframe>'</script>", "<iframe>a</iframe><script>b = '<iframe>'</script>"),
    ],
)
def test_a_frame_that_is_never_closed_hides_no_text(text: str, expected: str) -> None:
    """It is closed behind its start tag, as is a script from elsewhere."""
    assert inner_html(parse_fragment(text)) == expected


def test_many_open_frames_and_quotes_take_linear_time() -> None:
    """Ten thousand of them are read at once."""
    for piece in ("<iframe>a", '<iframe src="b>c', "<a href='b>c", '<a title="b>c<d'):
        assert plain_text(parse_fragment(piece * 10_000 + "</iframe>\"'"))
    for filler in ("a", " ", "=", "a "):
        assert seconds(partial(open_quotes, f'<a {filler * 100_000} title="b>c'.encode())) < 1


def test_an_end_tag_of_a_break_is_a_break() -> None:
    """As browsers read it; the words around it are not joined."""
    assert inner_html(parse_fragment("a</br>b</BR />c")) == "a<br>b<br>c"


@pytest.mark.parametrize("levels", [10, 249, 256, 300, 2046, 2100, 3000, 30_000])
@pytest.mark.parametrize(
    ("piece", "end"), [("<div>t", "</div>"), ("<b>t", ""), ("<ul><li>t", "</li></ul>"), ("<span>t", "</span>")]
)
def test_no_text_is_lost_at_any_depth(levels: int, piece: str, end: str) -> None:
    """Text at the deepest level, and after it, is there."""
    root = parse_fragment(piece * levels + "INNER" + end * levels + "AFTER")
    assert plain_text(root) == "t" * levels + "INNERAFTER"


def test_depth_is_told_only_where_the_patient_parser_was_needed() -> None:
    """A shallow text has depth 0, a deep one its real depth."""
    assert parse("<div>" * 20 + "x").depth == 0
    assert parse("<div>" * 5000 + "x").depth == 5000


def test_the_patient_parser_ends_open_paragraphs_as_browsers_do() -> None:
    """A paragraph without an end tag does not swallow the next one, however deep."""
    root = parse_fragment("<div>" * 3000 + "<p>a<p>b<ul><li>c<li>d")
    assert inner_html(root).endswith("<p>a</p><p>b</p><ul></ul><li>c</li><li>d</li>" + "</div>" * 512)


def test_the_patient_parser_keeps_comments_and_attributes_that_xml_can_hold() -> None:
    """Odd attribute names lose what XML forbids, comments keep their text."""
    root = parse_fragment("<div>" * 3000 + "<a @href=x href='y' class='a b' 1=2>k</a><!--more--->z<?pi ?>")
    html = inner_html(root)
    assert '<a href="y" class="a b">k</a>' in html or '<a href="x" class="a b">k</a>' in html
    assert "<!--more" in html
    assert plain_text(root) == "kz"


def test_what_is_too_deep_follows_in_order() -> None:
    """Below 512 levels elements become siblings: text keeps its order, blocks stay apart."""
    root = parse_fragment("<div>" * 3000 + "a<p>b<i>c</i>d</p>e<div>f</div>g")
    assert plain_text(root) == "abcdefg"
    assert block_text(root).split() == ["a", "bcd", "e", "f", "g"]


def test_names_in_braces_are_left_out() -> None:
    """Tags of templates have attributes that lxml gives, but can neither find nor remove."""
    root = parse_fragment('<p {{x}} id="a" {% if b %} class="c">d <b {a}b="1" {="2">e</b></p>')
    assert inner_html(root).startswith('<p id="a"')
    for element in root.iter():
        for name in list(element.attrib):
            del element.attrib[name]
    assert inner_html(root) == "<p>d <b>e</b></p>"
