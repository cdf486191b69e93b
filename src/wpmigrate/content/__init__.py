"""Content: the body that WordPress stored in, a clean HTML tree out."""

from .balance import unbalanced
from .body import Body, ContentOptions, Rendered, Surroundings
from .markdown_body import markdown_tree
from .render import render, to_html
from .shortcodes import ShortcodeFunction

__all__ = [
    "Body", "ContentOptions", "Rendered", "ShortcodeFunction", "Surroundings", "markdown_tree", "render", "to_html", "unbalanced",
]  # fmt: skip
