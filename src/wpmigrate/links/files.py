"""Files of the site's own that bodies use, and those of them that the export does not know."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.html import HtmlElement
from wpmigrate.model import Attachment, Entry, TextMap

from .addresses import Addresses
from .homes import WORDPRESS_COM_FILES
from .known import Kind
from .places import path_key, place_of

_UPLOADS = "/uploads/"
_MARK = r"-(?:\d{1,5}x\d{1,5}|scaled|rotated|e\d{10,13})"
_COPY = re.compile(rf"{_MARK}(?:{_MARK})*(?=\.[a-z0-9]{{2,5}}$)")
"""What WordPress puts behind the name of a smaller, turned or edited copy (`image_make_intermediate_size`, 5.3)."""
_SIZED = re.compile(r"-\d{1,5}x\d{1,5}\.[A-Za-z]{3,4}$")
_SOURCES = {"img": "src", "source": "src", "video": "src", "audio": "src", "a": "href"}


class KnownFiles:
    """The files of the media library, by the path below its folder; hosts do not count, since sites move."""

    def __init__(self, attachments: Iterable[Attachment]) -> None:
        """Their addresses, and those of their copies."""
        self._keys = TextMap()
        for attachment in attachments:
            for key in _keys(attachment):
                self._keys.setdefault(key, 0)  # that it is there is all that is asked

    def __contains__(self, url: str) -> bool:
        """Whether the file, or the original of the copy, is in the library."""
        return file_key(url) in self._keys


def sized_names(attachments: Iterable[Attachment]) -> frozenset[str]:
    """Names of files of the library that end like those of smaller copies: `poster-600x900.jpg`."""
    names = (
        unquote(place.rpartition("/")[2]) for attachment in attachments for place in (attachment.url, attachment.file)
    )
    return frozenset(name for name in names if _SIZED.search(name) is not None)


def _keys(attachment: Attachment) -> Iterable[str]:
    if attachment.url:
        yield file_key(attachment.url)
    if attachment.file:
        yield file_key(f"{_UPLOADS}{attachment.file}")


def file_key(url: str) -> str:
    """The path of a file below the uploads, without what marks a copy of it."""
    place = place_of(url)
    path = path_key(place.path if place is not None else url)
    _, found, below = f"/{path}".rpartition(_UPLOADS)
    return _COPY.sub("", below if found else path)


def missing_files(root: HtmlElement, entry: Entry, known: KnownFiles, addresses: Addresses) -> list[Diagnostic]:
    """WXR602, once for a body: files of the site's own that it shows or links to and that the library does not hold."""
    missing: dict[str, None] = {}
    seen: set[str] = set()
    for element in root.iter(*_SOURCES):
        tag = str(element.tag)
        url = element.get(_SOURCES[tag])
        if not url or "." not in url or url in seen or (tag == "a" and not _may_lead_to_file(url)):
            continue
        seen.add(url)
        if url in known:
            continue
        target = addresses.resolve(url, base=entry.link)
        if target is not None and target.kind is Kind.FILE:
            missing[url] = None
    if not missing:
        return []
    first = next(iter(missing))
    return [diagnose("WXR602", near=first, number=len(missing), sample=first)]


def _may_lead_to_file(url: str) -> bool:
    """Whether an address can lead to a file at all; most links cannot."""
    lower = url.strip().lower()
    if "%" in lower or "wp-content" in lower or WORDPRESS_COM_FILES in lower:
        return True
    return "." in lower.partition("#")[0].partition("?")[0].rstrip("/").rpartition("/")[2]
