"""Addresses that stand alone on a line: WordPress turns them into players. Source: `WP_Embed::autoembed()`."""

import hashlib
import re
from html import unescape

from . import html_pieces as pieces
from .providers import file_kind, is_embeddable, player_address
from .scene import Scene

_FIRST_LINE = re.compile(r"[ \t]*(https?://[^\s<>\"]+)[ \t]*(?=\n|\Z)")
_LINE = re.compile(rf"\n{_FIRST_LINE.pattern}")
#: What stands before an address in a line of its own, whatever else is before it.
_LINE_STARTS = ("\nhttp", "\n http", "\thttp", "  http")
_PARAGRAPH = re.compile(r"<p(?: [^<>]*)?>\s*(https?://[^\s<>\"]+)\s*</p>", re.IGNORECASE)


def show_lone_addresses(text: str, scene: Scene) -> str:
    """The text with its lone addresses as embeds; those that no service is known for stay as they are."""
    if "http" not in text:
        return text
    if text[:1] in " \t" or text.startswith("http") or any(start in text for start in _LINE_STARTS):
        text = _show_lines(text, scene)
    if ">http" in text or "\nhttp" in text:
        text = _PARAGRAPH.sub(lambda found: _shown(found[0], found[1], scene), text)
    return text


def _show_lines(text: str, scene: Scene) -> str:
    first = _FIRST_LINE.match(text)
    start = first.end() if first else 0
    pieces = [_shown_line(first, scene)] if first else []
    for found in _LINE.finditer(text, start):
        pieces += (text[start : found.start()], _shown_line(found, scene))
        start = found.end()
    pieces.append(text[start:])
    return "".join(pieces)


def _shown_line(found: re.Match[str], scene: Scene) -> str:
    before = found.string[max(0, found.start() - 12) : found.start()]
    # The wrapper of an embed block: the block shows it, with its caption.
    return found[0] if before.endswith('__wrapper">') else _shown(found[0], found[1], scene)


def show_address(url: str, scene: Scene, label: str = "") -> str:
    """An address that the author marked as an embed, in any case; `label` is what to call it.

    Where WordPress kept a quotation (a post of a network, the title of a page), that is shown: it may be gone there.
    """
    if quotation := _quotation(_kept(url, scene)):
        return quotation
    kind = file_kind(url)
    if kind:
        return f"<p>{pieces.player(kind, url)}</p>"
    if scene.options.embeds == "iframe" and (address := player_address(url)):
        return f"<p>{pieces.player('iframe', address, title=label)}</p>"
    return pieces.embed(url, label)


def _shown(source: str, written: str, scene: Scene) -> str:
    url = unescape(written)
    if file_kind(url) or is_embeddable(url) or _kept(url, scene):
        return f"\n\n{show_address(url, scene)}\n\n"
    return source


def _kept(url: str, scene: Scene) -> str:
    """The HTML that WordPress kept of an embed; empty when it kept none. Source: `WP_Embed::shortcode()`.

    The key in the post meta is `_oembed_` and the MD5 of address and attributes, which depend on the theme: where none
    of the usual ones fits, the address within the HTML tells.
    """
    kept = [value for key, value in scene.body.meta.items() if key.startswith("_oembed_") and value.startswith("<")]
    if not kept:
        return ""
    for tail in _TAILS:
        digest = hashlib.md5((url + tail).encode(), usedforsecurity=False).hexdigest()
        if (value := scene.body.meta.get(f"_oembed_{digest}", "")).startswith("<"):
            return value
    address = url.partition("://")[2].removeprefix("www.").partition("?")[0].rstrip("/")
    whole = re.compile(rf"{re.escape(address)}/?[\"'?#<\s]")
    return next((value for value in kept if whole.search(unescape(value))), "")


def _quotation(html: str) -> str:
    """The quotation in the HTML of an embed, without the player beside it."""
    start, end = html.find("<blockquote"), html.rfind("</blockquote>")
    return html[start : end + len("</blockquote>")] if 0 <= start < end else ""


#: PHP-serialized attributes that follow the address in the key: none, and the usual sizes.
_WIDTHS = (
    500,
    525,
    560,
    580,
    584,
    600,
    604,
    625,
    640,
    650,
    660,
    665,
    700,
    720,
    740,
    750,
    760,
    780,
    800,
    840,
    960,
    1000,
)
_TAILS = (
    "",
    "a:0:{}",
    *(f'a:2:{{s:5:"width";i:{width};s:6:"height";i:{min(1000, round(width * 1.5))};}}' for width in _WIDTHS),
)
