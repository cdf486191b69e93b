"""A row of a shortcode table."""

from collections.abc import Callable
from dataclasses import dataclass

from wpmigrate.content.scene import Scene

from .grammar import Shortcode

#: HTML for a shortcode, or None to leave it as it stands.
Show = Callable[[Shortcode, Scene], str | None]


@dataclass(frozen=True, slots=True)
class Handler:
    """What is done with the shortcodes of these names; `summary` is a line of the support matrix."""

    names: tuple[str, ...]
    show: Show
    summary: str


@dataclass(frozen=True, slots=True)
class Stage:
    """Names that a stage of its own reads; `summary` is a line of the support matrix."""

    names: tuple[str, ...]
    summary: str
