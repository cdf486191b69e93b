"""What a format of comments is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from .page import CommentSite, Page

Files: TypeAlias = list[tuple[str, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentFormat:
    """A form in which some system or template reads comments. `render` gives (path below the output folder, bytes)."""

    name: str
    summary: str
    render: Callable[[Sequence[Page], CommentSite], Files]
    #: Whether it has a place for pingbacks and trackbacks.
    keeps_pings: bool = False
