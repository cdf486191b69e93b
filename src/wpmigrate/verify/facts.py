"""What a document says: its text, links, pictures, headings, code, tables and players, read off a tree of HTML."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from wpmigrate.html import BLOCK, HEADINGS, HtmlElement, add_text_before, drop, parse_fragment

from .addresses import leads_somewhere
from .code_text import code_text
from .hidden import hidden_elements
from .media import PLAYERS, addresses_of_picture, addresses_of_player
from .tokens import tokens

Grid = list[list[str]]
"""The cells of a table, row by row, each as its tokens joined by blanks."""

_UNSEEN = ("script", "style", "template", "title", "datalist", "xml", "rp")
_DRAWINGS = ("svg", "canvas")
_EDGES = BLOCK | frozenset({"br", "img", "button", "label", "option", "select", "textarea", "input"})
"""Elements before and after which a word ends."""
_TEX = frozenset({"application/x-tex", "text/x-tex", "latex", "tex"})
_BACK = frozenset({"↩", "↩\ufe0e", "⏎", "↵", "↑", "^"})
"""What a link back to the mark of a footnote shows."""


@dataclass(slots=True)
class Facts:
    """A document as lists in document order. Addresses are as written."""

    text: list[str] = field(default_factory=list)
    #: Marks of footnotes; what the notes say stands at the end of `text`.
    note_marks: int = 0
    #: Words that the page hid.
    hidden: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    #: (addresses of which one is enough, alternative text).
    pictures: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    tables: list[Grid] = field(default_factory=list)
    #: Addresses of which one is enough, for each player.
    media: list[tuple[str, ...]] = field(default_factory=list)
    drawings: int = 0
    #: All addresses that stand anywhere in the document.
    addresses: set[str] = field(default_factory=set)


def facts_of(html: str, *, shows_hidden: bool = False) -> Facts:
    """The facts of a piece of HTML. With `shows_hidden`, text that the page hid counts as any other. Never raises."""
    root = parse_fragment(html)
    facts = Facts()
    facts.addresses = _all_addresses(root)
    _take_unseen(root, facts)
    if not shows_hidden:
        for element in hidden_elements(root):
            facts.hidden += tokens(_text(element))
            drop(element)
    _take_media(root, facts)
    _take_notes(root, facts)
    facts.links = [str(link.get("href")) for link in root.iter("a", "area") if _is_link(link)]
    facts.pictures = [
        (found, " ".join(tokens(image.get("alt") or "")))
        for image in root.iter("img")
        if (found := addresses_of_picture(image))
    ]
    facts.headings = [
        (int(str(element.tag)[1]), text) for element in root.iter(*HEADINGS) if (text := _joined(element))
    ]
    facts.code = [text for element in _outermost(root, "pre") if (text := code_text(element)).strip()]
    facts.tables = [grid for table in _plain_tables(root) if (grid := _grid(table)) and max(map(len, grid)) > 1]
    facts.text, notes = [], _note_sections(root)
    for section in notes:
        drop(section)
    for part in (root, *notes):
        facts.text += tokens(_text(part))
    return facts


def _take_unseen(root: HtmlElement, facts: Facts) -> None:
    """Take out what no page shows as text, and second copies of pictures that are loaded late."""
    for element in list(root.iter(*_UNSEEN)):
        drop(element)
    for element in list(root.iter(*_DRAWINGS)):
        facts.drawings += 1
        drop(element)
    for element in list(root.iter("math")):
        _take_formula(element)
    copies = [element for element in root.iter("noscript") if element.find(".//img") is not None]
    if copies:
        inside = {image for element in copies for image in element.iter("img")}
        shown = {address for image in root.iter("img") if image not in inside for address in addresses_of_picture(image)}
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


def _take_media(root: HtmlElement, facts: Facts) -> None:
    """Take players out; what they show where they cannot play goes with them, unless they have no address at all."""
    for element in _outermost(root, *PLAYERS):
        addresses = addresses_of_player(element)
        if addresses:
            facts.media.append(addresses)
            add_text_before(element, " ")
            drop(element)


def _take_notes(root: HtmlElement, facts: Facts) -> None:
    """Take out the marks of footnotes, whose labels every reader numbers anew, and the links back to them."""
    for element in list(root.iter("sup")):
        if "footnote-ref" in (element.get("class") or ""):
            facts.note_marks += 1
            drop(element)
    for element in list(root.iter("a")):
        if (element.get("href") or "").startswith("#") and _text(element).strip() in _BACK:
            drop(element)


def _note_sections(root: HtmlElement) -> list[HtmlElement]:
    return [element for element in root.iter("section") if "footnotes" in (element.get("class") or "").split()]


def _is_link(link: HtmlElement) -> bool:
    """Whether a reader can see the link and follow it."""
    if not leads_somewhere(link.get("href") or ""):
        return False
    return link.tag == "area" or link.find(".//img") is not None or bool(_text(link).strip())


def _plain_tables(root: HtmlElement) -> Iterator[HtmlElement]:
    """The tables that no other table stands in or around: those lay out a page."""
    tables = list(root.iter("table"))
    nested: set[HtmlElement] = set()
    for table in tables:
        above = next(table.iterancestors("table"), None)
        if above is not None:
            nested.update((above, table))
    yield from (table for table in tables if table not in nested)


def _grid(table: HtmlElement) -> Grid:
    """The cells; empty rows and empty cells at the end of a row left out."""
    rows = []
    for row in table.iter("tr"):
        cells = [_joined(cell) for cell in row.iter("td", "th")]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            rows.append(cells)
    return rows


def _joined(element: HtmlElement) -> str:
    return " ".join(tokens(_text(element)))


def _outermost(root: HtmlElement, *tags: str) -> list[HtmlElement]:
    """Elements of these names that stand in none of them."""
    found: list[HtmlElement] = []
    inside: set[HtmlElement] = set()
    for element in root.iterdescendants():
        if element.getparent() in inside:
            inside.add(element)
        elif element.tag in tags:
            inside.add(element)
            found.append(element)
    return found


def _text(element: HtmlElement) -> str:
    """The text of an element; a word ends at the edge of a block, a field or a picture."""
    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start":
            if node.tag in _EDGES:
                parts.append("\n")
            parts.append(node.text or "")
            continue
        if event == "end" and node.tag in _EDGES:
            parts.append("\n")
        if node is not element:
            parts.append(node.tail or "")
    return "".join(parts)


def _all_addresses(root: HtmlElement) -> set[str]:
    """Every address in an attribute or in the text."""
    found = {
        str(value)
        for element in root.iter(etree.Element)
        for name, value in element.attrib.items()
        if name in ("src", "href", "data", "value", "poster")
    }
    return found | {token for token in tokens(_text(root)) if token.startswith("http")}
