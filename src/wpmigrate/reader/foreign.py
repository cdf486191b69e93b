"""What a file is that is no export: other formats by their marks, their root element or their text."""

import re
from collections.abc import Callable
from typing import NamedTuple

from .frame import COMMENT

HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_FIELD = re.compile(rb"<wp:(?:wxr_version|base_site_url|author_id|term_id|post_id|post_type)>")
_LOGIN = re.compile(rb"loginform|wp-login|type=.?password", re.IGNORECASE)
_JSON = re.compile(rb"\{\s*[\"}]|\[\s*[\[{\"\]]")
_SQL = re.compile(
    rb"-- (?:MySQL|MariaDB|phpMyAdmin|PostgreSQL|Adminer)|/\*!\d"
    rb"|(?:INSERT\s+INTO|CREATE\s+TABLE|DROP\s+TABLE|LOCK\s+TABLES)\s",
    re.IGNORECASE,
)
_SQL_ANYWHERE = re.compile(rb"^(?:INSERT\s+INTO|CREATE\s+TABLE)\s", re.IGNORECASE | re.MULTILINE)
_MAGIC = (
    (b"bplist00", "a web archive of a browser (a binary property list)"),
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "a document of an old Microsoft Office"),
    (b"SQLite format 3", "an SQLite database"),
    (b"a:", "serialized PHP"),
)
_ARCHIVES = (
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
)
_QUOTED_PRINTABLE = re.compile(rb"<\?xml\s+version=3D|<rss\s+[a-z:]+=3D")
_MAIL = re.compile(
    rb"(?:[A-Z][A-Za-z-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?(?:MIME-Version|Message-ID):", re.IGNORECASE
)
_PHP = re.compile(
    rb"(?:<br\s*/?>\s*)?(?:<b>)?(?:PHP )?(?:Fatal error|Parse error|Warning|Notice|Deprecated)(?:</b>)?:\s",
    re.IGNORECASE,
)
_OTHER_TEXTS = (
    (re.compile(rb"(?:AUTHOR|TITLE): [^\n]*\n(?:[A-Z ]+: ?[^\n]*\n)+-----\r?\n"), "a Movable Type export"),
    (re.compile(rb"\{\s*\"db\"\s*:\s*\[\s*\{\s*\"(?:meta|data)\""), "a Ghost export"),
)
"""Exports of other programs that are no XML."""

_FIRST_TAG = re.compile(rb"(?:\s|<\?[^>]*\?>|" + COMMENT + rb")*<([A-Za-z][\w:.-]*)")
OTHER_ROOTS = {
    "feed": "an Atom feed",
    "rdf:RDF": "an RSS 1.0 feed",
    "opml": "an OPML list of feeds",
    "urlset": "a sitemap",
    "sitemapindex": "a sitemap",
    "html": "an HTML page",
    "plist": "a property list",
    "mysqldump": "a database dump in XML",
    "pma_xml_export": "a database dump in XML",
    "mediawiki": "a MediaWiki export",
    "BlogML": "a BlogML export",
    "blog": "a BlogML export",
    "livejournal": "a LiveJournal export",
    "disqus": "a Disqus export in its own format",
    "svg": "a picture",
    "entry": "an Atom entry",
}


class Foreign(NamedTuple):
    """The code with which a file is refused, and the values of its sentence."""

    code: str
    values: dict[str, str]


def begins_as_page(head: bytes, end: int | None = None) -> bool:
    """Whether the beginning of a file, up to `end`, is that of an HTML page.

    An export has fields before its first post, whose text may hold a whole page.
    """
    html = HTML.search(head, 0, len(head) if end is None else end)
    return html is not None and not _FIELD.search(head, 0, html.start())


def by_mark(bare: bytes) -> Foreign | None:
    """Formats that their first bytes show."""
    for magic, found in _MAGIC:
        if bare.startswith(magic):
            return Foreign("WXR002", {"found": found})
    for magic, kind in _ARCHIVES:
        if bare.startswith(magic):
            return Foreign("WXR005", {"kind": kind, "reason": "archives of this kind are not read"})
    return None


def is_quoted_printable(bare: bytes, at: int) -> bool:
    """Whether the tag at an offset is written as mail programs send it (RFC 2045 §6.7)."""
    return _QUOTED_PRINTABLE.match(bare, at) is not None


def other_root(bare: bytes) -> str:
    """The name of the first element when it is the root of another format than HTML; else empty."""
    first = _FIRST_TAG.match(bare)
    root = first[1].decode("ascii", "replace") if first else ""
    return root if root != "html" and root in OTHER_ROOTS else ""


def by_text(bare: bytes) -> Foreign:
    """What has no mark: a format that has a name of its own, or else what it seems to be."""
    for pattern, found in _OTHER_TEXTS:
        if pattern.match(bare.lstrip()):
            return Foreign("WXR003", {"found": found})
    if _QUOTED_PRINTABLE.search(bare):
        return Foreign("WXR002", {"found": "an e-mail (in quoted-printable)"})
    if root := other_root(bare):
        return Foreign("WXR003", {"found": OTHER_ROOTS[root]})
    return Foreign("WXR002", {"found": name_of(bare)})


def looks_like_data(bare: bytes, *, has_root: bool = False) -> bool:
    """JSON and SQL may quote any XML; a PHP message before an export may look like the start of JSON."""
    text = bare.lstrip()
    return bool(_SQL.match(text) or (_JSON.match(text) and (not has_root or _holds_root(text))))


def _holds_root(text: bytes) -> bool:
    """Whether JSON holds the markup that follows: not if its last line ends before."""
    before, root, _ = text.partition(b"<?xml")
    is_over = bool(root) and before.rstrip()[-1:] in (b"}", b"]") and before[-1:] in (b"\r", b"\n")
    return text[:2] in (b'{"', b"[{") and not is_over


def name_of(bare: bytes) -> str:
    """Words for what a file that is no export seems to be."""
    text = bare.lstrip()
    if HTML.search(text) and not looks_like_data(bare):
        return "an HTML page (a log-in page)" if _LOGIN.search(text) else "an HTML page"
    return next((words for is_it, words in _SEEMING if is_it(text)), "plain text")


_SEEMING: tuple[tuple[Callable[[bytes], object], str], ...] = (
    (_JSON.match, "JSON data"),
    (_SQL.match, "a database dump (SQL)"),
    (_SQL_ANYWHERE.search, "a database dump (SQL)"),
    (lambda text: text.startswith(b"<?php"), "a program in PHP"),
    (_PHP.match, "an error message of PHP"),
    (_MAIL.match, "an e-mail"),
    (lambda text: b"\0" in text[:4096], "a binary file"),
    (lambda text: text.startswith(b"<"), "markup of another kind"),
)
"""In this order: what a text may be, and the words for it."""
