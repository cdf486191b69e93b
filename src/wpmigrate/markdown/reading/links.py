"""`<a>`: links, and anchors that other addresses may lead to."""

from html import escape

from wpmigrate.html import HtmlElement
from wpmigrate.markdown.ast import HtmlInline, Inline, Link

from .distribute import Maker
from .reader import Reader
from .tidy import edges


def anchor(element: HtmlElement) -> HtmlInline | None:
    """An anchor in front of an `<a>` that has an id or a name; None when it has none."""
    name = element.get("id") or element.get("name")
    return HtmlInline(f'<a id="{escape(name)}"></a>', "a") if name else None


def title_in(element: HtmlElement) -> str:
    """The title of an element, on one line."""
    title = element.get("title")
    return " ".join(title.split()) if title else ""


def link(reader: Reader, element: HtmlElement) -> None:
    """A link; without an address its words, and the anchor that it is."""
    attributes = element.keys()
    if ("id" in attributes or "name" in attributes) and (found := anchor(element)):
        reader.nodes.append(found)
    url = element.get("href")
    if url is None or "Link" in reader.marks:
        reader.phrasing(element)
        return
    reader.marks.add("Link")
    before, middle, after = edges(reader.inside(element))
    reader.marks.discard("Link")
    reader.nodes += before
    reader.nodes.append(Link(url, title_in(element) if "title" in attributes else "", middle))
    reader.nodes += after


def link_maker(element: HtmlElement) -> tuple[str, Maker] | None:
    """What wraps the lines of blocks inside of a link."""
    url, title = element.get("href"), title_in(element)
    if url is None:
        return None

    def make(run: list[Inline]) -> list[Inline]:
        return [Link(url, title, run)]

    return "Link", make
