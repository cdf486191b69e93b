"""`<section class="footnotes">`."""

from wpmigrate.html import HtmlElement
from wpmigrate.markdown.ast import Block, Footnote, Footnotes

from .reader import Reader

#: Where the texts of footnotes stand.
SECTION = "footnotes"


def keys_of(root: HtmlElement) -> frozenset[str]:
    """The keys of all footnotes that have a text."""
    last = next(root.iterchildren(reversed=True), None)
    if last is None or last.tag != "section" or last.get("class") != SECTION:
        return frozenset()
    return frozenset((item.get("id") or "").removeprefix("fn-") for item in last.iter("li"))


def section(reader: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """A section: footnote texts, or what it holds."""
    listed = element.find("ol")
    if element.get("class") != SECTION or listed is None or not reader.notes:
        reader.flow_into(element, blocks)
        return
    blocks.append(
        Footnotes(
            [
                Footnote((item.get("id") or "").removeprefix("fn-"), reader.flow(item))
                for item in listed
                if item.tag == "li"
            ]
        )
    )
