"""Titles and names as stored in the XML → plain text, by the rules of the exporter that wrote them."""

import re
from html import unescape

RAW_TITLES_FROM = (5, 7)
"""From this WordPress on the title is raw, in CDATA (`the_title_export`); before, escaped text (`the_title_rss`)."""

_VERSION = re.compile(r"(?:WordPress/|[?&]v=)(\d+)\.(\d+)")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)


def exporter_version(generator: str) -> tuple[int, int] | None:
    """The version of WordPress in a generator text or comment; None when it names none."""
    found = _VERSION.search(generator)
    return (int(found[1]), int(found[2])) if found else None


def plain_title(raw: str, *, is_raw: bool) -> str:
    """The title as plain text on one line.

    `is_raw` titles may hold HTML and one level of entities ("Tom &amp; <em>Jerry</em>"); others had their tags stripped
    by the exporter, and the XML parser has resolved their entities already.
    """
    text = raw
    if is_raw:
        if "<" in text:
            text = _TAG.sub("", _BREAK.sub(" ", _without_comments(text)))
        if "&" in text:
            text = unescape(text)
    if "\n" in text or "\t" in text:
        text = " ".join(text.split())
    return text.strip()


def _without_comments(text: str) -> str:
    """Without closed HTML comments; a scan and not a regex, because titles can be hostile."""
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start)
        if end < 0:
            break
        text = text[:start] + text[end + 3 :]
        start = text.find("<!--", start)
    return text


def plain_name(raw: str) -> str:
    """The name of a term or an author: WordPress stores it with one level of entities (`R&amp;D`)."""
    return (unescape(raw) if "&" in raw else raw).strip()
