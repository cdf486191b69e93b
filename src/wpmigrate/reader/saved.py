"""What of the inputs was saved of a blog: pages, feeds and texts, told by their beginning, and of which blog they are."""

import re
from collections.abc import Iterable
from dataclasses import replace

from .foreign import HTML, begins_as_page, looks_like_data, other_root
from .pages.addresses import host_of
from .pages.mht import is_mht
from .pages.stored import FILE_FOLDERS
from .source import Source

_BOM = b"\xef\xbb\xbf"
_RSS = re.compile(rb"<rss[\s>]|<rdf:RDF[\s>]")
_ITEM = re.compile(rb"<item[\s>]")
_ATOM = re.compile(rb"<feed\s[^>]*http://www\.w3\.org/2005/Atom")
_EXPORT = re.compile(
    rb"<wp:|xmlns:wp\s*=|wordpress\.org/export/|<dsq:|disqus\.com|[:_]?wxr[_-]?version\s*>|[<:_ ]post[_-]?id\s*>",
    re.IGNORECASE,
)
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_MHT_NAMES = (".mht", ".mhtml")

_ARCHIVE = re.compile(
    rb"(?:https?:)?//(?:web|wayback)\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/|/web/\d{14}(?:[a-z]{2}_)?/(?=http)"
)
_BLOG = re.compile(
    rb"""<link\b[^>]*?href\s*=\s*(?:3D)?["'](https?://[^"'<>\s]+?)(?:/xmlrpc\.php[^"']*|/wp-json/?|/wp-includes/wlwmanifest\.xml)["']""",
    re.IGNORECASE,
)
_CHANNEL = re.compile(rb"<channel>.{0,4000}?<link>\s*(https?://[^<\s]+?)/?\s*</link>", re.DOTALL)
_ATOM_LINK = re.compile(rb"""<link\b[^>]*rel=["']alternate["'][^>]*href=["'](https?://[^"'\s]+?)/?["']""")
_CANONICAL = re.compile(
    rb"""rel=["']canonical["'][^>]{0,200}?href=["'](https?://[^"'\s]+)"""
    rb"""|<link\b[^>]{0,200}?href=["'](https?://[^"'\s]+)["'][^>]{0,200}?rel=["']canonical["']"""
    rb"""|rel=["']shortlink["'][^>]{0,200}?href=["'](https?://[^"'\s?]+/\?p(?:age_id)?=\d+)"""
    rb"""|Content-Location:\s*(https?://\S+)|saved from url=\(\d+\)(https?://\S+)"""
)


def saved_kind(head: bytes, name: str = "") -> str:
    """`page`, `mht`, `rss`, `atom`, or empty for what is none of them: exports, and what the reader of exports names."""
    bare = head.removeprefix(_BOM)
    if bare.startswith(_WIDE):
        return "page" if b"h\0t\0m\0l" in bare[:2000].lower() and b"r\0s\0s" not in bare[:2000] else ""
    if is_mht(bare):
        return "mht"
    if _RSS.search(bare):
        return (
            "rss"
            if not _EXPORT.search(bare) and _ITEM.search(bare) and bare.lstrip()[:1] == b"<" and not _begins_html(bare)
            else ""
        )
    if _ATOM.search(bare[:4096]):
        return "" if b"blogger.com" in bare[:20000] or b"<entry/>" in bare else "atom"
    if begins_as_page(bare) and not looks_like_data(bare) and not other_root(bare):
        return "mht" if name.lower().endswith(_MHT_NAMES) and b"multipart" in bare[:2000].lower() else "page"
    return ""


def _begins_html(bare: bytes) -> bool:
    return HTML.match(bare.lstrip()) is not None


def blog_hint(head: bytes) -> tuple[str, bool]:
    """(host and path, whether that is the blog's own address or only that of a page) by the head of a file."""
    plain = _ARCHIVE.sub(b"", head)
    if found := _BLOG.search(plain):
        return _key(found[1]), True
    for pattern in (_CHANNEL, _ATOM_LINK, _CANONICAL):
        if found := pattern.search(plain):
            return _key(next(part for part in found.groups() if part)), False
    return "", False


def _key(address: bytes) -> str:
    """Host and path, without scheme, `www.` and the slash at the end."""
    url = address.decode("utf-8", "replace")
    rest = url.partition("://")[2].partition("/")[2].partition("?")[0]
    return f"{host_of(url)}/{rest}".rstrip("/").lower()


def by_blog(found: Iterable[tuple[Source, str, bool]], name: str) -> list[Source]:
    """One source a blog: members whose own address is told, and with each those that lie below it or tell none.

    `found` has (member, hint, whether the hint is the blog's own address); `name` is what people called the input.
    """
    members = list(found)
    blogs = sorted({hint for _, hint, is_blog in members if is_blog}, key=len, reverse=True)
    groups: dict[str, list[Source]] = {}
    for member, hint, is_blog in members:
        home = hint if is_blog else next((blog for blog in blogs if f"{hint}/".startswith(f"{blog}/")), "")
        if not home:
            home = blogs[0] if len(blogs) == 1 else (hint.partition("/")[0] if not blogs else "")
        groups.setdefault(home, []).append(member)
    if not blogs and len(groups) == 2 and "" in groups:
        groups = {"": [member for members_of in groups.values() for member in members_of]}
    return [_together(sorted(own, key=lambda member: member.name), name) for own in groups.values()]


def _together(members: list[Source], name: str) -> Source:
    """The source of a blog; one that was saved in a single file is that file."""
    if len(members) == 1:
        return replace(members[0], members=(members[0],))
    return Source(name, members=tuple(members))


def is_beside_page(folder: str, siblings: Iterable[str]) -> bool:
    """Whether a folder holds what a browser saved with one of the pages beside it."""
    stem = next((folder.removesuffix(end) for end in FILE_FOLDERS if folder.endswith(end)), None)
    return stem is not None and any(name.rpartition(".")[0] == stem for name in siblings)
