"""Covers: text over a picture; in older ones the picture stands in a style only."""

import re
from html import escape

from wpmigrate.content.scene import Scene
from wpmigrate.html import unescape

from .grammar import Block

_BACKGROUND = re.compile(r"background-image:\s*url\(\s*(?:&quot;|['\"])?([^'\"()]+?)(?:&quot;|['\"])?\s*\)")


def cover(block: Block, inner: str, scene: Scene) -> str:
    """The content, after the picture that it has in a style."""
    found = _BACKGROUND.search(inner) if "background-image" in inner else None
    if found is None or f'src="{found[1]}"' in inner:
        return inner
    alt = block.attributes.get("alt")
    shown = escape(alt) if isinstance(alt, str) else ""
    return f'\n<p><img src="{escape(unescape(found[1]))}" alt="{shown}"></p>\n{inner}'
