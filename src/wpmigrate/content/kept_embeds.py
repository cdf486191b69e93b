"""The HTML that WordPress kept of embeds in the post meta `_oembed_…`. Source: `WP_Embed::shortcode()`."""

import hashlib
import re
from collections.abc import Mapping

from wpmigrate.html import unescape

#: PHP-serialized attributes that follow the address in the key: none, and the usual sizes.
_WIDTHS = (
    500, 525, 560, 580, 584, 600, 604, 625, 640, 650, 660, 665, 700, 720, 740, 750, 760, 780, 800, 840, 960, 1000,
)  # fmt: skip
_TAILS = (
    "",
    "a:0:{}",
    *(f'a:2:{{s:5:"width";i:{width};s:6:"height";i:{min(1000, round(width * 1.5))};}}' for width in _WIDTHS),
)
_KEY = "_oembed_"
_ADDRESS = re.compile(r"""(?:https?:)?//[^\s"'<>]+""", re.IGNORECASE)
_HREF = re.compile(r"""\bhref=["']([^"'<>]*)""", re.IGNORECASE)
_Query = frozenset[str]


class KeptEmbeds:
    """The kept HTML of one post, by key and by address."""

    __slots__ = ("_by_key", "_by_place")

    def __init__(self, meta: Mapping[str, str]) -> None:
        """Take them out of the post meta."""
        self._by_key = {key: html for key, html in meta.items() if key.startswith(_KEY) and html.startswith("<")}
        self._by_place: dict[str, dict[_Query, str]] = {}

    def html(self, url: str) -> str:
        """What was kept of an address; empty when nothing was.

        A key is the MD5 of address and attributes, which depend on the theme: where none of the usual ones fits, the
        addresses within the HTML tell.
        """
        if not self._by_key:
            return ""
        for tail in _TAILS:
            digest = hashlib.md5((url + tail).encode(), usedforsecurity=False).hexdigest()
            if found := self._by_key.get(_KEY + digest):
                return found
        if not self._by_place:
            self._find_places()
        place, query = _place(url)
        kept = self._by_place.get(place, {})
        return kept.get(query) or _of_other_query(place, query, kept)

    def _find_places(self) -> None:
        for html in self._by_key.values():
            for place, query in _own_places(html).items():
                self._by_place.setdefault(place, {}).setdefault(query, html)


def quotation(html: str) -> str:
    """The quotation in the HTML of an embed, without the player beside it; empty where it has none."""
    start, end = html.find("<blockquote"), html.rfind("</blockquote>")
    return html[start : end + len("</blockquote>")] if 0 <= start < end else ""


def leads_to(html: str, url: str) -> bool:
    """Whether a link in the HTML leads to the last part of an address: hosts have several names for themselves."""
    last = _last_part(url)
    return any(_last_part(unescape(href)) == last for href in _HREF.findall(html))


def _last_part(url: str) -> str:
    return _place(url)[0].rpartition("/")[2]


def _own_places(html: str) -> dict[str, _Query]:
    """Where the HTML itself is from: services name it first or last (behind the links in a post of a network)."""
    found = _ADDRESS.findall(unescape(quotation(html) or html))
    return dict(map(_place, reversed((found[0], found[-1])))) if found else {}


def _place(url: str) -> tuple[str, _Query]:
    """An address without scheme, `www.`, query and last slash; and its query."""
    place, _, query = url.partition("//")[2].partition("#")[0].partition("?")
    return place.removeprefix("www.").rstrip("/"), frozenset(query.split("&") if query else ())


def _of_other_query(place: str, query: _Query, kept: Mapping[_Query, str]) -> str:
    """The only kept HTML of a place, unless its query tells another page: `?p=7` for `?p=5`, not `?ref=embed`."""
    if "/" not in place or len(kept) != 1:
        return ""
    (other, html), *_ = kept.items()
    wanted, there = (dict(part.partition("=")[::2] for part in parts) for parts in (query, other))
    return "" if any(there.get(name, value) != value for name, value in wanted.items()) else html
