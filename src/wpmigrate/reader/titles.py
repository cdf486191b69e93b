"""Titles and names as stored in the XML → plain text, by the rules of the exporter that wrote them."""

import re
from html.entities import html5
from typing import Literal

from wpmigrate.html import unescape

TitleForm = Literal["raw", "escaped", "foreign"]
"""How titles are stored: as WordPress has them, as its older exporters wrote them, or by somebody else."""

RAW_TITLES_FROM = (5, 7)
"""From this WordPress on the title is raw, in CDATA (`the_title_export`); before, escaped text (`the_title_rss`)."""

_VERSION = re.compile(r"(?:WordPress/|[?&]v=)(\d{1,4})\.(\d{1,4})")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][\da-fA-F]+|[a-zA-Z]\w+);")
_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)


def exporter_version(generator: str) -> tuple[int, int] | None:
    """The version of WordPress in a generator text or comment; None when it names none."""
    found = _VERSION.search(generator)
    return (int(found[1]), int(found[2])) if found else None


def _character(entity: re.Match[str]) -> str:
    """What an entity stands for; one that HTML does not know stays."""
    return unescape(entity[0]) if entity[0][1] == "#" or entity[0][1:] in html5 else entity[0]


def plain_title(raw: str, form: TitleForm) -> str:
    """The title as plain text on one line.

    Raw titles may hold HTML and one level of entities ("Tom &amp; <em>Jerry</em>"). Escaped ones had their tags stripped
    by the exporter, and the XML parser has resolved their entities already. An entity that is left then in a foreign one
    is what WordPress's REST interface gives (`title.rendered`), and WordPress would show it as its character.
    """
    text = raw
    if form == "foreign":
        if "&" in text:
            text = _ENTITY.sub(_character, text)
    elif form == "raw":
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
