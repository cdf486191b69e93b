"""Links of one body: old addresses of items become their new ones."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.html import HtmlElement
from wpmigrate.model import Entry

from .addresses import Addresses, Target
from .known import Kind
from .local_media import localize
from .places import place_of
from .relative import joined_path, relative_path

_FOREIGN_SCHEMES = ("mailto:", "tel:", "javascript:", "ftp://", "#")


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """How links between items are written.

    `permalink`: the address of the item from the site's root; `file`: the path from file to file; `keep`: unchanged.
    """

    mode: Literal["permalink", "file", "keep"] = "permalink"
    #: Whether addresses of the site's own files lead to a copy in the new site (see `local_media`).
    local_media: bool = False
    #: The folder of the output into which such files are copied.
    media_folder: str = ""


def rewrite(root: HtmlElement, entry: Entry, addresses: Addresses, options: LinkOptions) -> list[Diagnostic]:
    """Rewrite links below `root`, and with `local_media` the addresses of files, in place; see `_rewrite_links`."""
    found = _rewrite_links(root, entry, addresses, options)
    if options.local_media:
        localize(root, entry, addresses, is_from_file=options.mode == "file", folder=options.media_folder)
    return found


def _rewrite_links(root: HtmlElement, entry: Entry, addresses: Addresses, options: LinkOptions) -> list[Diagnostic]:
    """Rewrite the `href` of `a` and `area` below `root` in place; doing it twice changes nothing more.

    `entry` is the item that the body belongs to. Links to attachment pages become the address of the file itself;
    links to files and to lists (terms, authors, dates, feeds) stay. Findings are WXR601 for an address of the site that
    leads to nothing and WXR605 for one that leads to an item which is left out, each once an address; they bear no
    place but the address as it stands there (see `diagnostics.place_in`).
    """
    found: dict[str, Diagnostic] = {}
    for element in root.iter("a", "area"):
        url = element.get("href")
        if not url or url.startswith(_FOREIGN_SCHEMES):
            continue
        if options.mode == "file" and _leads_to_file(url, entry, addresses):
            continue
        target = addresses.resolve(url, base=entry.link)
        if target is None:
            continue
        if target.entry is not None:
            fresh = _ADDRESS_BY_MODE[options.mode](target, target.entry, entry, addresses)
            if fresh:
                if fresh != url:
                    element.set("href", fresh)
            elif target.entry.skipped is not None and target.entry.type != "attachment":
                found.setdefault(url, diagnose("WXR605", near=url, url=url, reason=target.entry.skipped))
        elif target.kind is Kind.DEAD:
            found.setdefault(url, diagnose("WXR601", near=url, url=url))
    return list(found.values())


def _leads_to_file(url: str, entry: Entry, addresses: Addresses) -> bool:
    """Whether the address is one that mode `file` wrote already."""
    if entry.path is None or url[0] == "/":
        return False
    place = place_of(url)
    if place is None or place.host or not place.path:
        return False
    return addresses.is_written_path(joined_path(unquote(place.path), entry.path))


def _permalink(target: Target, entry: Entry, _source: Entry, addresses: Addresses) -> str:
    """The item's address from the site's root; for an attachment that has no page, its file."""
    if entry.address and (entry.skipped is None or addresses.is_posts_page(entry)):
        return entry.address + target.suffix
    return addresses.file_of(entry) if entry.type == "attachment" else ""


def _file(target: Target, entry: Entry, source: Entry, addresses: Addresses) -> str:
    """The path from file to file; for an attachment that has no page, its file."""
    if entry.skipped is None and entry.path is not None and source.path is not None:
        return relative_path(entry.path, source.path) + target.suffix
    return addresses.file_of(entry) if entry.type == "attachment" else ""


def _kept(_target: Target, _entry: Entry, _source: Entry, _addresses: Addresses) -> str:
    """Nothing: the link stays."""
    return ""


_ADDRESS_BY_MODE: dict[str, Callable[[Target, Entry, Entry, Addresses], str]] = {
    "permalink": _permalink,
    "file": _file,
    "keep": _kept,
}
