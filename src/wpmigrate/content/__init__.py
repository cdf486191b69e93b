"""Content: the body that WordPress stored in, a clean HTML tree out."""

from .balance import unbalanced
from .body import Body, ContentOptions, Rendered, Surroundings
from .render import render, to_html
from .shortcodes import ShortcodeFunction

__all__ = [
    "Body", "ContentOptions", "Rendered", "ShortcodeFunction", "Surroundings", "render", "to_html", "unbalanced",
]  # fmt: skip
