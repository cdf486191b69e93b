"""What stands in a tree and is no text of the page: taken out, and counted."""

import re

from wpmigrate.html import HEADINGS, HtmlElement, add_text_before, drop

from .facts import Facts
from .hidden import hidden_elements
from .media import PLAYERS, addresses_of_picture, addresses_of_player
from .texts import outermost, text_of
from .tokens import tokens

_UNSEEN = ("script", "style", "template", "title", "datalist", "xml", "rp")
_ID = re.compile(r"(?<![ \t])[ \t]+\{#[^\s{}]{1,200}\}\s*$")
"""The name of a heading, which many generators read behind its words; taken for one on both sides."""
_DRAWINGS = ("svg", "canvas")
_TEX = frozenset({"application/x-tex", "text/x-tex", "latex", "tex"})
_BACK = frozenset({"↩", "↩\ufe0e", "⏎", "↵", "↑", "^"})
"""What a link back to the mark of a footnote shows."""


def take_out(root: HtmlElement, facts: Facts, *, shows_hidden: bool) -> None:
    """Take out what is no text, and count it."""
    _take_unseen(root, facts)
    if not shows_hidden:
        for element in hidden_elements(root):
            facts.hidden += tokens(text_of(element))
            drop(element)
    for foot in list(root.iter("tfoot")):
        _put_last(foot)
    for heading in root.iter(*HEADINGS):
        _take_id(heading)
    _take_media(root, facts)
    _take_notes(root, facts)


def _take_id(heading: HtmlElement) -> None:
    """Take the name of a heading off its end."""
    last = heading[-1] if len(heading) else None
    if last is None:
        heading.text = _ID.sub("", heading.text or "")
    else:
        last.tail = _ID.sub("", last.tail or "")


def _take_unseen(root: HtmlElement, facts: Facts) -> None:
    """Take out what no page shows as text, and second copies of pictures that are loaded late."""
    for element in list(root.iter(*_UNSEEN)):
        drop(element)
    for element in outermost(root, *_DRAWINGS):
        facts.drawings += 1
        add_text_before(element, " ")
        drop(element)
    for element in list(root.iter("math")):
        _take_formula(element)
    for element in root.iter("span"):
        if element.get("class") == "math":  # the signs round it in Markdown part it from words beside it
            add_text_before(element, " ")
            element.tail = f" {element.tail or ''}"
    copies = [element for element in root.iter("noscript") if element.find(".//img") is not None]
    if copies:
        inside = {image for element in copies for image in element.iter("img")}
        shown = {
            address for image in root.iter("img") if image not in inside for address in addresses_of_picture(image)
        }
        for image in inside:
            if shown.intersection(addresses_of_picture(image)):
                drop(image)


def _take_formula(element: HtmlElement) -> None:
    """Put the TeX of a formula in its place where it has any, else leave its signs."""
    notes = list(element.iter("annotation", "annotation-xml"))
    tex = next((note.text for note in notes if (note.get("encoding") or "").strip().lower() in _TEX), None)
    for note in notes:
        drop(note)
    tex = tex or element.get("alttext")
    if tex and tex.strip():
        add_text_before(element, tex.strip())
        drop(element)


def _put_last(foot: HtmlElement) -> None:
    """Put the foot of a table where pages show it, wherever it stands (HTML 4 had it before the body)."""
    table = foot.getparent()
    if table is not None and table.tag == "table" and foot.getnext() is not None:
        add_text_before(foot, foot.tail)
        foot.tail = None
        table.append(foot)


def _take_media(root: HtmlElement, facts: Facts) -> None:
    """Take players out; what they show where they cannot play goes with them, unless they have no address at all."""
    for element in outermost(root, *PLAYERS):
        addresses = addresses_of_player(element)
        if addresses:
            facts.media.append(addresses)
            facts.titles += tokens(element.get("title") or "")
            add_text_before(element, " ")
            drop(element)


def _marks_note(element: HtmlElement) -> bool:
    """Whether a raised text is the mark of a footnote: by its class, by WordPress's attribute, or by its link."""
    if "footnote-ref" in (element.get("class") or "") or element.get("data-fn") is not None:
        return True
    link = element.find("a")
    return link is not None and (link.get("href") or "").startswith("#fn")


def _take_notes(root: HtmlElement, facts: Facts) -> None:
    """Take out the marks of footnotes, whose labels every reader numbers anew, and the links back to them."""
    for element in list(root.iter("sup")):
        if _marks_note(element):
            facts.note_marks += 1
            drop(element)
    for element in list(root.iter("a")):
        if (element.get("href") or "").startswith("#") and text_of(element).strip() in _BACK:
            drop(element)
