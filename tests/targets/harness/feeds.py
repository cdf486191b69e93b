"""What is wrong with the feed of a built site: one sentence a fault."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from built import BuiltSite, markdown_words, tree_of, words_of
from generator import Generator
from lxml import etree

from wpmigrate.targets import served_path


def feed_faults(site: BuiltSite, generator: Generator, records: list[Mapping[str, Any]]) -> Iterator[str]:
    """A feed that is no XML or empty, entries that lead nowhere or do not say what their items say."""
    file = site.folder / generator.feed.lstrip("/")
    try:
        entries = etree.parse(file).findall(".//item")
    except (OSError, etree.XMLSyntaxError) as error:
        yield f"the feed cannot be read: {error}"
        return
    by_path = {served_path(record["permalink"]): record for record in records}
    if not entries and any(record["type"] == "post" and record["date"] for record in records):
        yield "the feed is empty"
    for entry in entries:
        address = entry.findtext("link") or ""
        path = unquote(urlsplit(address).path)
        if not address.startswith(site.home) or not site.serves(path):
            yield f"the feed links to {address}"
        if (record := by_path.get(path)) is not None:
            yield from _entry_faults(entry, record, generator)


def _entry_faults(entry: Any, record: Mapping[str, Any], generator: Generator) -> Iterator[str]:
    """What an entry says otherwise than its item."""
    title = entry.findtext("title") or ""
    body = entry.findtext("{http://purl.org/rss/1.0/modules/content/}encoded") or entry.findtext("description") or ""
    if title.split() != record["title"].split() and record["title"]:
        yield f"the feed calls {record['title']!r} {title!r}"
    wanted = words_of(_piece(record["content"]["html"]), [".//sup[@class='footnote-ref']"])
    words = words_of(_piece(body), generator.added)
    if words != wanted and words != markdown_words(record):
        yield f"the feed says of {record['title']!r} {words[:80]!r}, not {wanted[:80]!r}"


def _piece(html: str) -> Any:
    """A piece of HTML as a tree."""
    return tree_of(f"<div>{html}</div>".encode("utf-8", "replace"))
