"""Embeds: an address that WordPress shows as a player, with a caption."""

import re

from wpmigrate.content.lone_addresses import show_address
from wpmigrate.content.scene import Scene
from wpmigrate.html import unescape

from .grammar import Block

_ADDRESS = re.compile(r"(?:<div[^<>]*>|\A|\n)\s*(https?://[^\s<>\"]+)\s*(?:</div>|\n|\Z)")
_TAG = re.compile(r"<[^<>]*>")
_CAPTION = re.compile(r"<figcaption[^<>]*>(.*?)</figcaption>", re.DOTALL)


def embed(block: Block, inner: str, scene: Scene) -> str:
    """The player or the address of one, the caption as a paragraph below it."""
    found = _ADDRESS.search(inner)
    if found is None and "<iframe" in inner:
        return inner
    url = unescape(found[1]) if found else str(block.attributes.get("url") or "")
    if not url:
        return inner
    if found is None and _TAG.sub("", _CAPTION.sub("", inner)).strip():
        return inner  # what the service sent, kept by an old editor
    caption = _CAPTION.search(inner) if "<figcaption" in inner else None
    return f"\n{show_address(url, scene)}\n" + (f"<p>{caption[1]}</p>\n" if caption else "")
