"""Formulas and drawings inside of the body."""

from lxml import etree

from wpmigrate.content.clean.state import State, count_below
from wpmigrate.html import HtmlElement, drop, replace

_BLANKS = (" ", "\n", "\t", "\xa0")
_TEX = ("application/x-tex", "text/x-tex", "latex", "tex")


def formula(element: HtmlElement, state: State) -> int:
    """MathML with its TeX beside it becomes that TeX; without it, its signs stay as text."""
    skipped = count_below(element)
    tex = element.get("alttext") or ""
    for note in element.iter("annotation"):
        if (note.get("encoding") or "").strip().lower() in _TEX:
            tex = note.text or tex
    if not tex.strip():
        for note in list(element.iter("annotation", "annotation-xml")):
            drop(note)
        new = etree.Element("span")
        new.text = "".join("".join(str(part) for part in element.itertext(etree.Element)).split())
        state_tag = new
        replace(element, state_tag)
        state.unwrap_later(new)
        return skipped
    new = etree.Element("div" if element.get("display") == "block" else "span")
    new.set("class", "math")
    new.text = tex.strip()
    replace(element, new)
    return skipped


def drawing(element: HtmlElement, state: State) -> int:
    """An SVG in the body can hold scripts and is mostly an icon: named, not kept."""
    skipped = count_below(element)
    state.account.note_element(element)
    state.account.leave_out(element, "svg")
    _keep_apart(element)
    drop(element)
    return skipped


def _keep_apart(element: HtmlElement) -> None:
    """A blank where the drawing stood: what stands on both sides of a picture is not one word."""
    before, parent = element.getprevious(), element.getparent()
    text = before.tail if before is not None else parent.text if parent is not None else " "
    if not (text or "").endswith(_BLANKS) and (not element.tail or element.tail[0].isalnum()):
        element.tail = " " + (element.tail or "")


def canvas(element: HtmlElement, state: State) -> int:
    """A script of the old site drew in it: named; what it holds for those who cannot see it stays."""
    state.account.note_element(element)
    state.unwrap_later(element)
    return 0
