"""Blocks whose content WordPress makes for each visitor: an export has none of it."""

import re
from html import escape

from wpmigrate.content import html_pieces as pieces
from wpmigrate.content.scene import Scene
from wpmigrate.html import scheme_of, unescape

from .grammar import Block

#: Core blocks through WordPress 7.1 that are saved without HTML of their own.
DYNAMIC = frozenset(
    """
    archives avatar breadcrumbs calendar categories comment-author-avatar comment-author-name comment-content
    comment-date comment-edit-link comment-reply-link comment-template comments comments-pagination
    comments-pagination-next comments-pagination-numbers comments-pagination-previous comments-query-loop
    comments-title cover-image-placeholder home-link latest-comments latest-posts legacy-widget loginout navigation
    navigation-area navigation-overlay-close page-list page-list-item pattern
    post-author post-author-biography post-author-name post-comment post-comments post-comments-count
    post-comments-form post-comments-link post-content post-date post-excerpt post-featured-image
    post-navigation-link post-template post-terms post-time-to-read post-title query query-no-results
    query-pagination query-pagination-next query-pagination-numbers query-pagination-previous query-title
    query-total read-more rss search site-logo site-tagline site-title tag-cloud template-part
    term-count term-description term-name term-template terms-query widget-area widget-group icon
    """.split()  # noqa: SIM905 - a list of names reads better as a text
)


LINKS = ("navigation-link", "navigation-submenu", "social-link")
"""Blocks that are saved without HTML, but whose attributes say where they lead."""


_SERVICES = {
    "deviantart": "DeviantArt", "feed": "RSS Feed", "fivehundredpx": "500px", "github": "GitHub", "lastfm": "Last.fm",
    "linkedin": "LinkedIn", "soundcloud": "SoundCloud", "tiktok": "TikTok", "vk": "VK", "whatsapp": "WhatsApp",
    "wordpress": "WordPress", "youtube": "YouTube",
}  # fmt: skip
"""Services whose names are not just the word with a capital."""

_MAIL = re.compile(r"[^\s@/?#]+@[^\s@/?#.]++\.[^\s@/?#]+")


def link(block: Block, inner: str, scene: Scene) -> str:
    """An item of a list: the link, by its label or the name of its service, and what hangs below it.

    Sources: `render_block_core_navigation_link()`, `render_block_core_social_link()`.
    """
    url, label = (str(block.attributes.get(name) or "") for name in ("url", "label"))
    if not url and not label:
        return dynamic(block, bool(inner), scene) + inner
    if block.name == "social-link":
        url = _with_scheme(url)
    service = str(block.attributes.get("service") or "")
    name = _SERVICES.get(service) or service.capitalize() or url
    text = label if "<" in label else escape(unescape(label or name), quote=False)
    below = f"<ul>{inner}</ul>" if inner.strip() else ""
    return f"<li>{pieces.link(url, text)}{below}</li>"


def _with_scheme(url: str) -> str:
    """The address of a service as WordPress completes what was typed: an address of mail, or a host without its scheme."""
    if not url or url.startswith(("/", "#")) or scheme_of(url):
        return url
    return f"mailto:{url}" if _MAIL.fullmatch(url) else f"https://{url}"


def dynamic(block: Block, is_filled: bool, scene: Scene) -> str:
    """The block is named; what it holds nevertheless (the label of a link, blocks inside) stays."""
    scene.count("WXR502", str(block.name))
    return ""
