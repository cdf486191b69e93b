"""Addresses and titles of links and pictures."""

import re
from urllib.parse import quote

#: What ends an address, breaks a line, or is read as a mark in some dialect; percent-encoded everywhere.
_UNSAFE = re.compile(
    '[\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff<>()"`\\\\|\\[\\]{}^]'
)
_ENTITY = re.compile(r"&(?=#?\w{1,31};)")
_BLANKS = re.compile(r"\s+")


def _percent(match: re.Match[str]) -> str:
    return quote(match[0], safe="")


def _surrogate_free(text: str) -> str:
    """Lone surrogates cannot be percent-encoded."""
    return text.encode("utf-8", "replace").decode("utf-8")


def destination(url: str) -> str:
    """An address as it stands between the parentheses of a link. Non-ASCII letters stay readable."""
    url = url.strip(" \t\n\r\f")
    if _UNSAFE.search(url):
        url = _UNSAFE.sub(_percent, _surrogate_free(url))
    if "&" in url:
        url = _ENTITY.sub("&amp;", url)
    return url


def target(url: str, title: str, signs: str = "") -> str:
    """What stands between the parentheses of a link or picture; without an address, a title needs empty brackets.

    `signs` are those that the dialect reads in titles too.
    """
    titled = as_references(title_of(title), signs) if title else ""
    return (destination(url) or ("<>" if titled else "")) + titled


def as_references(html: str, signs: str) -> str:
    """A tag or a title in which `signs` are character references."""
    for sign in signs:
        html = html.replace(sign, f"&#{ord(sign)};")
    return html


def title_of(title: str) -> str:
    """A title with the blank before it and its quotes; empty for none."""
    title = _BLANKS.sub(" ", title).strip()
    if not title:
        return ""
    if "&" in title:
        title = _ENTITY.sub("&amp;", title)
    if "\\" in title:
        title = title.replace("\\", "&#92;")  # kramdown and Python-Markdown show every backslash in a title
    return f' "{title.replace(chr(34), "&quot;")}"'
