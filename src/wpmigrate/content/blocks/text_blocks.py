"""Blocks that hold text of the classic editor."""

from wpmigrate.content.paragraphs import autop
from wpmigrate.content.scene import Scene

from .grammar import Block


def shortcode(block: Block, inner: str, scene: Scene) -> str:
    """Shortcodes, with paragraphs round loose text. Source: `render_block_core_shortcode()`."""
    return autop(inner)


def classic(block: Block, inner: str, scene: Scene) -> str:
    """Text of the classic editor: HTML as it is, paragraphs where it has none."""
    return inner if "<p" in inner else autop(inner)
