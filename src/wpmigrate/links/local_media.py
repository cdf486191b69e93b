"""Addresses of the site's own files as those of a copy of `wp-content/uploads` in the new site.

A site that keeps its host needs none of this: the old addresses lead to the copy once the new site stands there. One
that moves to another host (a blog of WordPress.com, most often) would show the pictures of the old one until that goes.
"""

from wpmigrate.html import HtmlElement
from wpmigrate.model import Entry

from .addresses import Addresses
from .relative import relative_path

_ATTRIBUTES = ("src", "poster", "href")
_ELEMENTS = ("img", "source", "video", "audio", "track", "a", "area", "embed")


def localize(root: HtmlElement, entry: Entry, addresses: Addresses, *, is_from_file: bool, folder: str = "") -> None:
    """Make the addresses of own files below `root` lead to the copy, in place; doing it twice changes nothing more."""
    for element in root.iter(*_ELEMENTS):
        for name in _ATTRIBUTES:
            url = element.get(name)
            if url and "/" in url:
                element.set(name, local_address(url, entry, addresses, is_from_file=is_from_file, folder=folder))


def local_address(url: str, entry: Entry, addresses: Addresses, *, is_from_file: bool, folder: str = "") -> str:
    """The address of an own file from the new site's root, or from the file of `entry`; any other address as it is.

    `folder` is the one of the output that files of the old site are copied into. Addresses without a host stay, except
    that one from the root becomes one from the file: others led to nothing that is copied.
    """
    path = addresses.own_file(url)
    if not path:
        return url
    if not is_from_file or entry.path is None:
        return path
    root = "".join(f"{part}/" for part in folder.split("/") if part not in ("", "."))
    return relative_path(root, entry.path) + path.lstrip("/")
