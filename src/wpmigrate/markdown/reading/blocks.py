"""The plain blocks: containers, headings, quotes, rules, details, players, mathematics, comments."""

from wpmigrate.html import HtmlElement
from wpmigrate.markdown.ast import (
    Block,
    Break,
    Details,
    Heading,
    Inline,
    Marker,
    MathBlock,
    Player,
    Quote,
    Rule,
    Text,
)

from .attributes import attributes_of
from .reader import Reader
from .tagged import text_in
from .tidy import tidy


def division(reader: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """`<div>`: mathematics, or what it holds."""
    if element.get("class") == "math":
        blocks.append(MathBlock(text_in(element)))
        return
    reader.flow_into(element, blocks)


def heading(reader: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """A heading is one line; one without words is what it holds."""
    if reader.targets and element.get("id") in reader.targets:
        reader.anchor = element.get("id", "")
    children = reader.line(element)
    if children and all(type(node) is Break or (isinstance(node, Text) and node.text.isspace()) for node in children):
        children = []
    if children:
        name, reader.anchor = reader.anchor, ""
        blocks.append(Heading(int(element.tag[1]), children, name))


def quote(reader: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """A quote."""
    reader.level += 1
    inner = reader.flow(element)
    reader.level -= 1
    if inner:
        blocks.append(Quote(inner))


def rule(_: Reader, __: HtmlElement, blocks: list[Block]) -> None:
    """A rule."""
    blocks.append(Rule())


def details(reader: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """`<details>` with its `<summary>`; without one it is what it holds."""
    summary: list[Inline] = []
    inner: list[Block] = []
    first = next((child for child in element if child.tag == "summary"), None)
    if first is not None:
        summary = tidy(reader.line(first))
    inner = list(reader.flow(element))
    if first is not None and summary:
        blocks.append(Details(summary, inner, element.get("open") is not None))
    else:
        blocks += inner


def summary(reader: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """`<summary>`: taken by its `<details>`, else a paragraph."""
    parent = element.getparent()
    if parent is None or parent.tag != "details" or parent.find("summary") is not element:
        reader.flow_into(element, blocks)


def player(_: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """`<iframe>`, `<video>`, `<audio>`: without controls nobody could start the last two."""
    attributes = attributes_of(element)
    if element.tag != "iframe" and element.get("controls") is None:
        attributes += (("controls", ""),)
    parts = tuple((str(part.tag), attributes_of(part)) for part in element.iter("source", "track"))
    blocks.append(Player(element.tag, attributes, parts))


def comment(_: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """`<!--more-->` and `<!--nextpage-->`; no other comment means anything."""
    words = (element.text or "").strip()
    if words == "nextpage":
        blocks.append(Marker("nextpage"))
    elif words == "more" or words.startswith("more "):
        blocks.append(Marker("more", words[4:].strip()))
