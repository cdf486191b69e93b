"""Jetpack's Markdown block: the source in an attribute, the HTML made from it inside."""

from html import escape

from wpmigrate.content.scene import Scene

from .grammar import Block


def markdown(block: Block, is_filled: bool, scene: Scene) -> str:
    """Nothing more where the block holds the HTML, else the source, paragraph by paragraph."""
    source = block.attributes.get("source")
    if is_filled or not isinstance(source, str):
        return ""
    return "".join(f"<p>{escape(part, quote=False)}</p>\n" for part in source.split("\n\n") if part.strip())
