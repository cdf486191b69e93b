"""Ghost: its JSON import (docs.ghost.org, "Custom migrations"), with posts, pages, tags and authors.

An item's piece is an object of rows; `_frame` puts the rows of all items into the tables.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from urllib.parse import quote

from .cards import with_cards
from .fields import FieldOptions
from .front_matter import term_slug
from .json import dumps, framed
from .record import Record, RecordValue
from .site_document import SiteRecord
from .site_view import SiteView
from .target import Target

Row = dict[str, RecordValue]

_VERSION = "6.0.0"
_LONGEST_SLUG = 191
_TITLE, _EXCERPT, _NAME = 255, 300, 191
_META = {"meta_title": ("_yoast_wpseo_title", "rank_math_title", "_aioseop_title")}
_META |= {"meta_description": ("_yoast_wpseo_metadesc", "rank_math_description", "_aioseop_description")}


def _moment(moment: datetime | None) -> str | None:
    """UTC as Ghost's tables have it; local time where the export tells no offset."""
    if moment is None:
        return None
    known = moment.astimezone(UTC) if moment.utcoffset() is not None else moment
    return known.replace(tzinfo=None).isoformat(" ", "seconds")  # not strftime: years before 1000 have four digits too


def _cut(text: str, longest: int) -> str:
    """The text within a column of Ghost's, at a word where there is one."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rpartition(" ")[0].rstrip() or text[: longest - 1]


def _slug(text: str, fallback: str) -> str:
    """A slug as Ghost takes it: lower case, no slash, within its column."""
    return re.sub(r"[\s/?#%\\]+", "-", text).strip("-").lower()[:_LONGEST_SLUG] or fallback


def _render(target: Target, record: Record, options: FieldOptions) -> bytes:
    """The item's rows: its post, its tags and authors as (slug, name)."""
    del target, options  # the import has columns of its own
    image = record.featured_image or {}
    post: Row = {
        "id": record.id,
        "comment_id": record.id[:50],
        "title": _cut(record.title, _TITLE) or "(untitled)",
        "slug": _slug(record.slug, f"{record.type}-{record.id}"),
        "html": with_cards(record.html),
        "type": "page" if record.type == "page" else "post",
        "status": "draft" if record.is_draft else "published",
        "visibility": "public",
        "featured": record.is_sticky,
        "feature_image": image.get("url"),
        "custom_excerpt": _cut(record.description, _EXCERPT) or None,
        "created_at": _moment(record.date),
        "published_at": None if record.is_draft else _moment(record.date),
        "updated_at": _moment(record.modified or record.date),
    }
    about: Row = {"feature_image_alt": image.get("alt") or None, "feature_image_caption": image.get("caption") or None}
    for column, keys in _META.items():
        about[column] = next((str(record.meta[key])[:300] for key in keys if record.meta.get(key)), None)
    terms = [*record.categories, *record.tags, *(pair for pairs in record.terms.values() for pair in pairs)]
    rows: dict[str, object] = {
        "post": {name: value for name, value in post.items() if value is not None},
        "about": {name: value for name, value in about.items() if value is not None},
        "tags": [(term_slug(pair)[:_LONGEST_SLUG], (pair[1] or pair[0])[:_NAME]) for pair in terms],
        "authors": [
            (_slug(login.partition("@")[0].lower(), "author"), name or login) for login, name in record.authors
        ],
    }
    return dumps(rows).encode("utf-8", "backslashreplace")


class _Tables:
    """The tables beside `posts`, filled while the posts pass by."""

    def __init__(self, site: SiteRecord) -> None:
        """`site` knows what terms are described with, and the authors' addresses when they were asked for."""
        self._slugs = slugs_of(site.view)
        self._taken = set(self._slugs.values())
        self._descriptions = {term.slug: term.description for term in site.view.terms if term.description}
        self._emails = {str(author["login"]): author.get("email") for author in site.authors}
        self.rows: dict[str, list[Row]] = {
            name: [] for name in ("posts_meta", "tags", "posts_tags", "users", "posts_authors")
        }
        self._tags: dict[str, str] = {}
        self._users: dict[str, str] = {}

    def post(self, piece: bytes) -> bytes:
        """The row of a post, its slug made unique; its relations go to the other tables."""
        rows = json.loads(piece)
        post = rows["post"]
        post["slug"] = self._slugs.get(post["id"]) or _unique(post["slug"], self._taken)
        if rows["about"]:
            self.rows["posts_meta"].append({"post_id": post["id"], **rows["about"]})
        for order, slug in enumerate(dict.fromkeys(self._tag(slug, name) for slug, name in rows["tags"])):
            self.rows["posts_tags"].append({"post_id": post["id"], "tag_id": slug, "sort_order": order})
        for order, slug in enumerate(dict.fromkeys(self._user(slug, name) for slug, name in rows["authors"])):
            self.rows["posts_authors"].append({"post_id": post["id"], "author_id": slug, "sort_order": order})
        return dumps(post).encode("utf-8", "backslashreplace")

    def _tag(self, slug: str, name: str) -> str:
        """The id of a tag."""
        if slug not in self._tags:
            self._tags[slug] = slug
            row: Row = {"id": slug, "slug": slug, "name": name}
            if slug in self._descriptions:
                row["description"] = _cut(self._descriptions[slug], 500)
            self.rows["tags"].append(row)
        return slug

    def _user(self, slug: str, name: str) -> str:
        """The id of a user; Ghost wants an address of each, and gets one that reaches nobody unless it was asked for."""
        if slug not in self._users:
            self._users[slug] = slug
            email = self._emails.get(slug) or f"{_mailbox(slug)}@example.invalid"
            self.rows["users"].append(
                {"id": slug, "slug": slug, "name": name[:_NAME], "email": email, "roles": ["Author"]}
            )
        return slug


def _mailbox(slug: str) -> str:
    """A local part of an address for any slug."""
    plain = re.sub(r"[^a-z0-9.-]+", "-", slug).strip(".-")
    return plain if plain == slug else f"author-{hashlib.sha256(slug.encode('utf-8', 'replace')).hexdigest()[:12]}"


def _unique(slug: str, taken: set[str]) -> str:
    """The slug, with a number where it is taken."""
    number, found = 1, slug
    while found in taken:
        number += 1
        found = f"{slug[: _LONGEST_SLUG - 8]}-{number}"
    taken.add(found)
    return found


def slugs_of(view: SiteView) -> dict[str, str]:
    """The slug of each public item by its id: Ghost has one floor of addresses, so that no two may be alike."""
    taken: set[str] = set()
    return {item.id: _unique(_slug(item.slug, f"{item.type}-{item.id}"), taken) for item in view.items}


def _site_files(view: SiteView) -> list[tuple[str, bytes]]:
    """redirects.json, for Ghost's settings: from each old path to the item's address there."""
    slugs = slugs_of(view)
    places = [(item.path, f"/{quote(slugs[item.id])}/") for item in view.items]
    goals = dict(places)
    places += [(old, goals[new]) for old, new in view.aliases if new in goals]
    rows = [
        {"from": f"^{re.escape(old.rstrip('/'))}/?$", "to": new, "permanent": True}
        for old, new in dict(places).items()
        if old.strip("/") and quote(old) != new
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    return [("redirects.json", text.encode("utf-8", "backslashreplace"))] if rows else []


def _frame(site: SiteRecord, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """ghost.json, piece by piece: {meta, data: {posts, then the tables that the posts filled}}."""
    tables = _Tables(site)
    dates = [item.date for item in site.view.items if item.date is not None]
    newest = int(dates[-1].timestamp() * 1000) if dates and dates[-1].utcoffset() is not None else 0
    meta = dumps({"exported_on": newest, "version": _VERSION})
    yield f'{{"meta":{meta},\n"data":'.encode()
    yield from framed({}, "posts", map(tables.post, pieces), tables.rows)
    yield b"}\n"


GHOST = Target(
    name="ghost",
    summary="Ghost's JSON import, ghost.json: posts, pages, tags and authors, with redirects.json",
    layout="document",
    dialect="commonmark",
    links="permalink",
    render=_render,
    paths={},
    document="ghost.json",
    frame=_frame,
    drafts="a draft has the status `draft`",
    redirects="`redirects.json`, for Settings → Labs: from each old path to the address in Ghost",
    site_files=_site_files,
    has_meta=False,
    has_comments=False,
    cannot=(
        "comments: Ghost's import has no table for them",
        "categories, tags and custom taxonomies are all tags",
        "titles over 255 and excerpts over 300 characters are cut, as Ghost's tables are made",
        "the more marker",
        "custom fields",
    ),
)
