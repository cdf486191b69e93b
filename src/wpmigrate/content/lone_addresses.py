"""Addresses that stand alone on a line: WordPress turns them into players. Source: `WP_Embed::autoembed()`."""

import re

from wpmigrate.html import unescape

from . import html_pieces as pieces
from .kept_embeds import leads_to, quotation
from .providers import file_kind, is_embeddable, player_address
from .scene import Scene

_FIRST_LINE = re.compile(r"[ \t]*(https?://[^\s<>\"]+)[ \t]*(?=\n|\Z)")
_LINE = re.compile(rf"\n{_FIRST_LINE.pattern}")
#: What stands right before an address in a line of its own, whatever else is before it.
_LINE_STARTS = ("\n", "\n ", "\t", "  ")
_PARAGRAPH = re.compile(r"<p(?: [^<>]*)?>\s*(https?://[^\s<>\"]+)\s*</p>", re.IGNORECASE)


def show_lone_addresses(text: str, scene: Scene) -> str:
    """The text with its lone addresses as embeds; those that no service is known for stay as they are."""
    before = text.split("http")[:-1]
    if not before:
        return text
    if text[0] in " \t" or not before[0] or any(part.endswith(_LINE_STARTS) for part in before):
        text = _show_lines(text, scene)
        before = text.split("http")[:-1]
    if any(part.endswith((">", "\n")) for part in before):
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

    Where WordPress kept a quotation (a post of a network, the title of a page), that is shown: it may be gone there. The
    address stands behind it where it leads there only by a script.
    """
    if kept := quotation(scene.kept_embeds.html(url)):
        return kept if leads_to(kept, url) else f"{kept}\n{pieces.embed(url, label)}"
    kind = file_kind(url)
    if kind:
        return f"<p>{pieces.player(kind, url)}</p>"
    if scene.options.embeds == "iframe" and (address := player_address(url)):
        return f"<p>{pieces.player('iframe', address, title=label)}</p>"
    return pieces.embed(url, label)


def _shown(source: str, written: str, scene: Scene) -> str:
    url = unescape(written)
    if file_kind(url) or is_embeddable(url) or scene.kept_embeds.html(url):
        return f"\n\n{show_address(url, scene)}\n\n"
    return source
