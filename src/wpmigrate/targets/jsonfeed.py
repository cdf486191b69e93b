"""JSON Feed 1.1: all public items in one feed, newest first (https://www.jsonfeed.org/version/1.1/)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime

from .fields import FieldOptions
from .json import dumps, framed
from .record import Record, RecordValue
from .site_document import SiteRecord
from .target import Target

_ID = re.compile(rb'\{"id":"((?:[^"\\]|\\.)*)"')

_DIGITS = 19
"""More of them are no number of bytes."""

VERSION = "https://jsonfeed.org/version/1.1"


def _moment(moment: datetime | None) -> str | None:
    """RFC 3339, which wants an offset; None where the export does not tell one."""
    return moment.isoformat() if moment is not None and moment.utcoffset() is not None else None


def _attachments(record: Record) -> RecordValue:
    """Episodes: WordPress keeps address, bytes and kind of an enclosure on a line each (`do_enclose`)."""
    given = record.meta.get("enclosure")
    found: list[RecordValue] = []
    for text in given if isinstance(given, list) else [given]:
        url, size, kind, *_ = [*(line.strip() for line in str(text or "").splitlines()), "", "", ""]
        if url and "/" in kind:
            one: dict[str, RecordValue] = {"url": url, "mime_type": kind}
            found.append(
                one | {"size_in_bytes": int(size)} if size.isascii() and size.isdigit() and len(size) < _DIGITS else one
            )
    return found or None


def _tags(record: Record) -> RecordValue:
    """The names of all terms, each once."""
    pairs = [*record.categories, *record.tags, *(pair for terms in record.terms.values() for pair in terms)]
    return list(dict.fromkeys(name or slug for slug, name in pairs)) or None


def _own(record: Record) -> RecordValue:
    """What the feed has no words for, under a name of our own, as its extensions are."""
    said: dict[str, RecordValue] = {
        "id": record.id,
        "type": record.type,
        "slug": record.slug,
        "categories": [name for _, name in record.categories] or None,
        "tags": [name for _, name in record.tags] or None,
        "local_date": record.date.isoformat() if record.date and not _moment(record.date) else None,
        "sticky": record.is_sticky or None,
        "comment_count": record.comment_count,
        "comments": list(record.comments) or None,
    }
    return {name: value for name, value in said.items() if value is not None}


def _render(target: Target, record: Record, options: FieldOptions) -> bytes:
    """The item of the feed; members that say nothing are left out."""
    del target, options  # the feed has its own members
    image = record.featured_image
    item: dict[str, RecordValue] = {
        "id": record.guid or record.url or record.id,
        "url": record.url or None,
        "title": record.title or None,
        "content_html": record.html,
        "summary": record.description or None,
        "image": image["url"] if image else None,
        "date_published": _moment(record.date),
        "date_modified": _moment(record.modified),
        "authors": [{"name": name or login} for login, name in record.authors] or None,
        "tags": _tags(record),
        "attachments": _attachments(record),
        "_wpmigrate": _own(record),
    }
    kept = {name: value for name, value in item.items() if value is not None}
    return dumps(kept).encode("utf-8", "backslashreplace")


def _frame(site: SiteRecord, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """feed.json, piece by piece."""
    view = site.view
    head = {
        "version": VERSION,
        "title": view.title or "Blog",
        "home_page_url": view.base_url,
        "description": view.description or None,
        "language": view.language,
    }
    yield from framed({name: value for name, value in head.items() if value is not None}, "items", _unique(pieces))


def _unique(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The items, a repeated `id` with a number after it: exports hold GUIDs twice, feeds may not."""
    seen: Counter[bytes] = Counter()
    for piece in pieces:
        found = _ID.match(piece)
        assert found is not None  # `id` comes first, see `_render`
        seen[found[1]] += 1
        number = seen[found[1]]
        yield piece if number == 1 else b'{"id":"%b#%d"' % (found[1], number) + piece[found.end() :]


JSONFEED = Target(
    name="jsonfeed",
    summary="one JSON Feed 1.1 of all public items, feed.json, newest first",
    layout="document",
    dialect="commonmark",
    links="keep",
    render=_render,
    paths={},
    document="feed.json",
    frame=_frame,
    newest_first=True,
    leaves_out_drafts=True,
    drafts="left out: a feed is public",
    has_meta=False,
    cannot=(
        "comments, kinds of terms and dates without an offset are in `_wpmigrate`, which feed readers pass over",
        "custom fields",
    ),
)
