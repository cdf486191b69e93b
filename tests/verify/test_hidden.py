"""What a page does not show."""

import pytest
from lxml import etree

from wpmigrate.html import parse_fragment
from wpmigrate.verify.hidden import hidden_elements, is_hidden

HIDDEN = [
    "display:none", "color:red; DISPLAY : none !important", "visibility:hidden", "position:absolute;left:-9999px",
    "text-indent: -5000px", "font-size:0", "font-size: 0.0px;", "opacity:0", "overflow:hidden;height:0",
    "width:0px;overflow:hidden", "clip:rect(1px, 1px, 1px, 1px)", "color:#fff;background:#fff",
    "background-color: white; color: white",
]  # fmt: skip
SHOWN = [
    "", "color:red", "left:-10px", "font-size:0.8em", "opacity:0.5", "height:0", "overflow:hidden;height:10px",
    "display:block", "background:none", "color:#fff;background:#000", "line-height:0", "border-left:-999px",
    "font-size:09px", "content:'x'", "clip:rect(0,100px,100px,0)",
]  # fmt: skip


@pytest.mark.parametrize("style", HIDDEN)
def test_hidden(style: str) -> None:
    """Styles that take an element out of sight."""
    assert is_hidden(etree.Element("p", style=style))


@pytest.mark.parametrize("style", SHOWN)
def test_shown(style: str) -> None:
    """Styles that do not."""
    assert not is_hidden(etree.Element("p", style=style))


def test_the_outermost_hidden_elements_are_found() -> None:
    """Each once, in document order."""
    html = '<p hidden>a<b style="display:none">b</b></p><p>c<i style="opacity:0">d</i></p>'
    assert [element.tag for element in hidden_elements(parse_fragment(html))] == ["p", "i"]
