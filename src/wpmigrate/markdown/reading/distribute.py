"""A mark around blocks: `<strong><p>a</p><p>b</p></strong>` means two paragraphs in bold."""

from collections.abc import Callable
from typing import TypeAlias

from wpmigrate.markdown.ast import Block, Figure, Heading, Inline, List, Paragraph, Quote

from .tidy import edges

Maker: TypeAlias = Callable[[list[Inline]], list[Inline]]
"""Wraps a run that neither begins nor ends with a blank."""


def distributed(blocks: list[Block], make: Maker) -> list[Block]:
    """The blocks, the text of each wrapped; in place. Bounded by the depth that the reader reads."""
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            block.children = wrapped(block.children, make)
        elif isinstance(block, Quote | Figure):
            distributed(block.blocks, make)
        elif isinstance(block, List):
            for item in block.items:
                distributed(item.blocks, make)
    return blocks


def wrapped(nodes: list[Inline], make: Maker) -> list[Inline]:
    """A run with its middle wrapped, blanks left outside."""
    before, middle, after = edges(nodes)
    return [*before, *make(middle), *after] if middle else nodes
