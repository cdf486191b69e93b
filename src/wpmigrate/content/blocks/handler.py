"""A row of a block table."""

from collections.abc import Callable
from dataclasses import dataclass

from wpmigrate.content.scene import Scene

from .grammar import Block

#: HTML for a block, from the block and the HTML of what it holds.
Show = Callable[[Block, str, Scene], str]
#: For a block whose content stays: HTML to put after it, mostly none, from the block and whether it holds anything.
Note = Callable[[Block, bool, Scene], str]


@dataclass(frozen=True, slots=True)
class Handler:
    """What is done with the blocks of these names; `summary` is a line of the support matrix.

    Without `show` the content stays as it is.
    """

    names: tuple[str, ...]
    summary: str
    show: Show | None = None
    note: Note | None = None
