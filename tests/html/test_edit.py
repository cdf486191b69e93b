"""Changes to a tree keep the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from wpmigrate.html import (
    add_text_before,
    append_text,
    drop,
    extend,
    inner_html,
    parse_fragment,
    plain_text,
    replace,
    unwrap,
    wrap,
    wrap_inside,
)

HTML = "a<b>c<i>d</i>e</b>f<u></u>g"


@pytest.mark.parametrize(("tag", "expected"), [("b", "afg"), ("i", "acefg"), ("u", "ac d e fg".replace(" ", ""))])
def test_drop_keeps_the_text_after(tag: str, expected: str) -> None:
    """What the element holds goes, what stands after it stays."""
    root = parse_fragment(HTML)
    drop(next(root.iter(tag)))
    assert plain_text(root) == expected


@given(
    st.sampled_from(["b", "i", "u"]), st.sampled_from([HTML, "<b></b><i></i><u>1</u>2", "<u><i><b>1</b>2</i>3</u>4"])
)
def test_unwrap_wrap_and_replace_keep_all_text(tag: str, text: str) -> None:
    """No letter is lost or moved."""
    for change in (unwrap, lambda el: wrap(el, "x"), lambda el: wrap_inside(el, "x")):
        root = parse_fragment("0<p>z" + text + "</p>")
        before = plain_text(root)
        for element in list(root.iter(tag)):
            change(element)
        assert plain_text(root) == before


def test_unwrap_leaves_what_it_held() -> None:
    """Text and elements stand where the element stood."""
    root = parse_fragment(HTML)
    for tag in ("b", "u", "i"):
        unwrap(next(root.iter(tag)))
    assert inner_html(root) == "acdefg"


def test_replace_wrap_and_extend() -> None:
    """The text after an element stays behind what takes its place."""
    root = parse_fragment("<b>x</b>y")
    new = etree.Element("hr")
    replace(root[0], new)
    assert inner_html(root) == "<hr>y"
    assert inner_html(wrap(new, "p")) == "<hr>"
    assert inner_html(root) == "<p><hr></p>y"
    extend(root, "z", [etree.Element("br")])
    append_text(root, "!")
    add_text_before(root[0], "0")
    assert inner_html(root) == "0<p><hr></p>yz<br>!"


def test_a_root_is_never_dropped() -> None:
    """An element without a parent is left alone."""
    root = parse_fragment(HTML)
    drop(root)
    unwrap(root)
    replace(root, etree.Element("p"))
    assert inner_html(root) == HTML
