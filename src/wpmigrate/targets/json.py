"""JSON: the whole site in one document, `site.json`; and what a record looks like in JSON, for JSON Lines too."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import chain
from types import MappingProxyType

from .fields import FieldOptions
from .record import Record, RecordValue, TermPair
from .site_document import SiteRecord
from .target import Target

FORMAT_VERSION = 1
"""Version of the JSON and JSON Lines forms; changes within it only add."""


_NOTHING: Mapping[str, object] = MappingProxyType({})


def _pairs(pairs: list[TermPair], key: str = "slug") -> list[RecordValue]:
    """Terms as {slug, name}, authors as {login, name}."""
    return [{key: first, "name": name} for first, name in pairs]


def _moment(moment: datetime | None) -> str | None:
    """ISO 8601, with the offset where it is known."""
    return moment.isoformat() if moment else None


def item_document(record: Record) -> dict[str, RecordValue]:
    """The item as the JSON forms have it; the published schema describes it."""
    content: dict[str, RecordValue] = {"html": record.html, "markdown": record.markdown, "text": record.text}
    if record.raw is not None:
        content["raw"] = record.raw
    return {
        "id": record.id,
        "type": record.type,
        "status": record.status,
        "draft": record.is_draft,
        "title": record.title,
        "slug": record.slug,
        "url": record.url,
        "permalink": record.permalink or None,
        "date": _moment(record.date),
        "modified": _moment(record.modified),
        "authors": _pairs(record.authors, "login"),
        "categories": _pairs(record.categories),
        "tags": _pairs(record.tags),
        "terms": {taxonomy: _pairs(pairs) for taxonomy, pairs in record.terms.items()},
        "excerpt": record.excerpt or None,
        "featured_image": record.featured_image,
        "comment_count": record.comment_count,
        "comments": list(record.comments),
        "meta": record.meta,
        "sticky": record.is_sticky,
        "format": record.format or None,
        "parent": record.parent or None,
        "order": record.order,
        "content": content,
    }


def dumps(value: object) -> str:
    """One line of JSON that every reader takes: UTF-8, U+2028 and U+2029 escaped, no lone surrogates."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_default)
    if "\u2028" in text or "\u2029" in text:
        text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return text


def _default(value: object) -> str:
    """Dates inside meta values."""
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not JSON")


def _render(target: Target, record: Record, options: FieldOptions) -> bytes:
    """The item's own piece of the document."""
    del target, options  # JSON has all fields
    return dumps(item_document(record)).encode("utf-8", "backslashreplace")


def _frame(site: SiteRecord, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """site.json, piece by piece: {version, site, authors, terms, media, menus, items}."""
    head = {
        "version": FORMAT_VERSION,
        "site": site.site,
        "authors": site.authors,
        "terms": site.terms,
        "media": site.media,
        "menus": site.menus,
    }
    yield from framed(head, "items", pieces)


def framed(
    head: Mapping[str, object], name: str, pieces: Iterable[bytes], tail: Mapping[str, object] = _NOTHING
) -> Iterator[bytes]:
    """An object with the values of `head`, under `name` the list of pieces, each JSON already, and those of `tail`.

    An iterator in `head` is a list that is written as it comes. `tail` is looked at when all pieces have passed by; a
    line end follows.
    """
    yield b"{"
    for key, value in head.items():
        written = _listed(value) if isinstance(value, Iterator) else [dumps(value)]
        for text in chain([f"{json.dumps(key)}:"], written, [",\n"]):
            yield text.encode("utf-8", "backslashreplace")
    yield f"{json.dumps(name)}:[".encode()
    separator = b"\n"
    for piece in pieces:
        yield separator + piece
        separator = b",\n"
    rest = "".join(f",\n{json.dumps(key)}:{dumps(value)}" for key, value in tail.items())
    yield ("\n]" + rest + "}\n").encode("utf-8", "backslashreplace")


def _listed(values: Iterator[object]) -> Iterator[str]:
    """A list, value by value."""
    separator = "["
    for value in values:
        yield separator + dumps(value)
        separator = ","
    yield "]" if separator == "," else "[]"


JSON = Target(
    name="json",
    summary="the whole site in one document, site.json",
    layout="document",
    dialect="commonmark",
    links="permalink",
    render=_render,
    paths={},
    document="site.json",
    frame=_frame,
)
