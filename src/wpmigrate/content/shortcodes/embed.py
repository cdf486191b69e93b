"""`[embed]`: an address shown as a player. Source: `WP_Embed::shortcode()`."""

from wpmigrate.content.lone_addresses import show_address
from wpmigrate.content.scene import Scene
from wpmigrate.html import unescape

from .grammar import Shortcode


def embed(code: Shortcode, scene: Scene) -> str | None:
    """The player or the address of one."""
    attributes = code.attributes
    url = unescape((code.content or "").strip() or attributes.get("src", "") or attributes.get("0", ""))
    return show_address(url, scene) if url else ""
