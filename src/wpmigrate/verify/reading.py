"""From HTML to facts: what a document says, read off its tree."""

from collections.abc import Iterator

from lxml import etree

from wpmigrate.html import BLOCK, HEADINGS, HtmlElement, drop, parse_fragment

from .addresses import leads_somewhere
from .code_text import code_text
from .facts import Code, Facts, Grid, Link, Picture
from .media import addresses_of_picture, is_tiny
from .texts import outermost, text_of
from .tokens import is_address, tokens
from .unseen import take_out

_NO_TITLE = ("ul", "ol", "dl", "table", "pre", "blockquote", *HEADINGS)
"""What makes a heading something else when it stands in it: a whole list, or a heading, which ends the one around it."""
_LONGEST_ADDRESS = 500


def facts_of(html: str, *, shows_hidden: bool = False) -> Facts:
    """The facts of a piece of HTML. With `shows_hidden`, text that the page hid counts as any other. Never raises."""
    root = parse_fragment(html)
    facts = Facts(addresses=_all_addresses(root))
    take_out(root, facts, shows_hidden=shows_hidden)
    code = outermost(root, "pre")
    in_code = {heading for element in code for heading in element.iter(*HEADINGS)}
    facts.formulas = sum(element.get("class") == "math" for element in root.iter("span", "div"))
    facts.links = [seen for link in root.iter("a", "area") if (seen := _link(link)) is not None]
    facts.pictures = [
        Picture(found, " ".join(tokens(image.get("alt") or "")), is_tiny(image))
        for image in root.iter("img")
        if (found := addresses_of_picture(image))
    ]
    facts.headings = [
        (int(str(element.tag)[1]), text)
        for element in root.iter(*HEADINGS)
        if element not in in_code
        and next(element.iterdescendants(*_NO_TITLE), None) is None
        and (text := _joined(element))
    ]
    facts.code = [
        Code(text, is_rough=any(part.tag in BLOCK for part in element.iterdescendants()))
        for element in code
        if (text := code_text(element)).strip()
    ]
    facts.tables = [grid for table in _plain_tables(root) if (grid := _grid(table)) and max(map(len, grid)) > 1]
    facts.text, notes = [], _note_sections(root)
    for section in notes:
        drop(section)
    for part in (root, *notes):
        facts.text += tokens(text_of(part))
    facts.addresses.update(filter(is_address, facts.text))
    return facts


def tokens_of(html: str, *, shows_hidden: bool = False) -> list[str]:
    """The text of a piece of HTML alone, as `facts_of` reads it."""
    root = parse_fragment(html)
    take_out(root, Facts(), shows_hidden=shows_hidden)
    return tokens(text_of(root))


def _note_sections(root: HtmlElement) -> list[HtmlElement]:
    return [element for element in root.iter("section") if "footnotes" in (element.get("class") or "").split()]


def _link(link: HtmlElement) -> Link | None:
    """The link; None when a reader cannot see it or it leads nowhere."""
    address = (link.get("href") or "").strip()
    if not leads_somewhere(address):
        return None
    text = text_of(link).strip()
    if text:
        return Link(address, text if len(text) <= _LONGEST_ADDRESS and " " not in text else "")
    if link.tag == "area":
        return Link(address)
    shows = any(addresses_of_picture(image) and not is_tiny(image) for image in link.iter("img"))
    return Link(address, is_picture=True) if shows else None


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
    return " ".join(tokens(text_of(element)))


def _all_addresses(root: HtmlElement) -> set[str]:
    """Every address in an attribute."""
    return {
        str(value)
        for element in root.iter(etree.Element)
        for name, value in element.attrib.items()
        if name in ("src", "href", "data", "value", "poster")
    }
