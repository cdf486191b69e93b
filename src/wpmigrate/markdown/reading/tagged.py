"""Inline elements that stay HTML around Markdown (`<sup>`, `<kbd>`, `<abbr title>` …)."""

from wpmigrate.html import HtmlElement
from wpmigrate.markdown.ast import Break, FootnoteRef, Inline, MathSpan, Tagged

from .attributes import attributes_of
from .distribute import Maker
from .reader import Reader
from .tidy import edges

#: Old names of elements.
_RENAMED = {"acronym": "abbr"}


def tagged(reader: Reader, element: HtmlElement) -> None:
    """An element as a pair of tags."""
    inner = reader.inside(element)
    before, middle, after = edges(inner)
    tag = _RENAMED.get(element.tag, element.tag)
    nodes = reader.nodes
    nodes += before
    if middle:
        nodes.append(Tagged(tag, attributes_of(element), middle))
    nodes += after


def tag_maker(element: HtmlElement) -> tuple[str, Maker]:
    """What wraps the lines of blocks inside of the element."""
    tag, attributes = _RENAMED.get(element.tag, element.tag), attributes_of(element)

    def make(run: list[Inline]) -> list[Inline]:
        return [Tagged(tag, attributes, run)]

    return f"<{tag}>", make


def transparent(reader: Reader, element: HtmlElement) -> None:
    """An element that says nothing about its words."""
    reader.phrasing(element)


def transparent_maker(_: HtmlElement) -> None:
    """Nothing to wrap."""


def span(reader: Reader, element: HtmlElement) -> None:
    """`<span>`: mathematics, or nothing, unless a class or a style was kept on purpose."""
    kind = element.get("class")
    if kind == "math":
        reader.nodes.append(MathSpan(text_in(element)))
        reader.is_after_space = False
    elif kind or element.get("style"):
        tagged(reader, element)
    else:
        reader.phrasing(element)


def superscript(reader: Reader, element: HtmlElement) -> None:
    """`<sup>`: the mark of a footnote, or raised words."""
    if element.get("class") != "footnote-ref":
        tagged(reader, element)
        return
    mark = element.find("a")
    key = (mark.get("href") or "").removeprefix("#fn-") if mark is not None else ""
    if key in reader.notes:
        reader.nodes.append(FootnoteRef(key, text_in(element)))
        reader.is_after_space = False
    else:
        reader.nodes.append(Tagged("sup", (), reader.inside(element)))


def text_in(element: HtmlElement) -> str:
    """The exact text of an element without its edges."""
    return "".join(map(str, element.itertext())).strip()


def nothing(_: Reader, __: HtmlElement) -> None:
    """An element that shows nothing."""


def lines_in(reader: Reader, element: HtmlElement) -> None:
    """A block where only a line can stand: its edges end lines."""
    _end_line(reader)
    reader.phrasing(element)
    _end_line(reader)


def _end_line(reader: Reader) -> None:
    if reader.nodes and not isinstance(reader.nodes[-1], Break):
        reader.line_break()
