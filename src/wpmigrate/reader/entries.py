"""What a strict pass finds directly below a channel."""

from typing import NamedTuple

from .element import Element


class Entry(NamedTuple):
    """An element directly below the channel. `start` and `end` are byte offsets in the file.

    `is_odd` says that a text field holds elements, or that text stands between fields: well-formed, but not what the
    author meant.
    """

    element: Element
    start: int
    end: int
    is_odd: bool


class Stray(NamedTuple):
    """Text directly below the channel."""

    text: str
    line: int
