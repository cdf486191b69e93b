"""An export (WXR 1.2) that WordPress's own importer reads: a blog that was lost can live again.

Bodies, excerpts and comments are written as WordPress stores them, not converted. What comes out is decided as for every
other target: no passwords, no addresses of commenters unless they are asked for, drafts as drafts.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape

from wpmigrate.model import Comment, Item
from wpmigrate.reader.titles import plain_title
from wpmigrate.wxr import CHANNEL_END, channel_start, leaf

from .fields import FieldOptions
from .record import Record, RecordValue, public_name, public_website
from .site_document import Document, SiteRecord
from .target import Target

_NO_ID = re.compile(rb"<wp:post_id>(?!\d+<)[^<]*</wp:post_id>")
_FIRST_MADE_ID = 1_000_000_000
"""Items without an id (of saved pages) are numbered from here on, far beyond the ids of real blogs."""

_STORED = "%Y-%m-%d %H:%M:%S"
_DRAFTS = frozenset({"draft", "pending", "future", "private", "auto-draft"})
_STRUCTURAL = ("_thumbnail_id", "_wp_page_template")
"""Post meta that belong to WordPress itself and hold nothing private."""

_TERM_ELEMENTS = {
    "category": ("wp:category", "wp:category_nicename", "wp:category_parent", "wp:cat_name", "wp:category_description"),
    "post_tag": ("wp:tag", "wp:tag_slug", "", "wp:tag_name", "wp:tag_description"),
}
_OTHER_TERM = ("wp:term", "wp:term_slug", "wp:term_parent", "wp:term_name", "wp:term_description")
"""Element, and its elements for slug, parent (a slug), name and description, by taxonomy (`export_wp`)."""


def _render(target: Target, record: Record, options: FieldOptions) -> bytes:
    """One `<item>`."""
    del target, options  # an export has all fields
    item = record.item
    assert item is not None, "the target says that it takes items"
    lines = [
        leaf("title", _title(item)),
        leaf("link", item.link, in_cdata=False),
        leaf("pubDate", _pub_date(item.date), in_cdata=False),
        leaf("dc:creator", public_name(item.creator)),
        leaf("guid", item.guid or item.link, {"isPermaLink": "false"}, in_cdata=False),
        leaf("description", "", in_cdata=False),
        leaf("content:encoded", item.own_content),
        leaf("excerpt:encoded", item.excerpt),
        leaf("wp:post_id", str(item.post_id) if item.post_id is not None else "?", in_cdata=False),
        *_dates("wp:post_date", item.date, item.date_text, item.date_gmt_text),
        *_dates("wp:post_modified", item.modified, item.modified_text, item.modified_gmt_text),
        leaf("wp:comment_status", item.comment_status or "open"),
        leaf("wp:ping_status", item.ping_status or item.comment_status or "open"),
        leaf("wp:post_name", item.slug),
        leaf("wp:status", _status(record, item)),
        leaf("wp:post_parent", str(item.parent), in_cdata=False),
        leaf("wp:menu_order", str(item.menu_order), in_cdata=False),
        leaf("wp:post_type", item.type),
        leaf("wp:post_password", ""),
        leaf("wp:is_sticky", str(int(item.is_sticky)), in_cdata=False),
    ]
    lines += [
        leaf("category", _name(term.name), {"domain": term.taxonomy, "nicename": term.slug}) for term in item.terms
    ]
    lines += [_meta(meta.key, meta.value) for meta in item.meta if meta.key in record.meta or meta.key in _STRUCTURAL]
    if record.comments:
        emails = {str(row["id"]): str(row["email"]) for row in record.comments if row.get("email")}
        lines += [_comment(comment, emails.get(str(comment.id), "")) for comment in item.approved_comments]
    return b"\t<item>\n\t\t" + b"\n\t\t".join(lines) + b"\n\t</item>\n"


def _title(item: Item) -> str:
    """The title as exporters since WordPress 5.7 write it: as it is stored, where entities stand for characters."""
    is_stored = plain_title(item.raw_title, "raw") == item.title
    return item.raw_title if is_stored else _name(item.title)


def _name(text: str) -> str:
    """A name or a title as WordPress stores it: with one level of entities."""
    return escape(text, quote=False)


def _status(record: Record, item: Item) -> str:
    """The status; what must not be published, whatever the reason, is at most a draft."""
    return item.status if not record.is_draft or item.status in _DRAFTS else "draft"


def _pub_date(moment: datetime | None) -> str:
    """RFC 822 in GMT; empty where the blog's offset is not known: a guessed one would move the post."""
    return format_datetime(moment.astimezone(UTC)) if moment is not None and moment.tzinfo is not None else ""


def _dates(name: str, moment: datetime | None, local: str, gmt: str) -> list[bytes]:
    """The local date and that in GMT, as they were read; WordPress works out an empty one by the blog's time zone."""
    if moment is not None:
        local = moment.strftime(_STORED)
        gmt = moment.astimezone(UTC).strftime(_STORED) if moment.tzinfo is not None else gmt
    return [leaf(name, local), leaf(f"{name}_gmt", gmt)]


def _meta(key: str, value: str) -> bytes:
    return b"<wp:postmeta>" + leaf("wp:meta_key", key) + leaf("wp:meta_value", value) + b"</wp:postmeta>"


def _comment(comment: Comment, email: str) -> bytes:
    """One `<wp:comment>`, approved, without the address of the machine that it came from."""
    lines = [
        leaf("wp:comment_id", str(comment.id), in_cdata=False),
        leaf("wp:comment_author", public_name(comment.author)),
        leaf("wp:comment_author_email", email),
        leaf("wp:comment_author_url", public_website(comment.url)),
        leaf("wp:comment_author_IP", ""),
        *_dates("wp:comment_date", comment.date, comment.date_text, comment.date_gmt_text),
        leaf("wp:comment_content", comment.content),
        leaf("wp:comment_approved", "1"),
        leaf("wp:comment_type", comment.kind),
        leaf("wp:comment_parent", str(comment.parent), in_cdata=False),
        leaf("wp:comment_user_id", "0", in_cdata=False),
    ]
    return b"<wp:comment>\n\t\t\t" + b"\n\t\t\t".join(lines) + b"\n\t\t</wp:comment>"


def _frame(site: SiteRecord, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The export, piece by piece: the channel's head, the media library, the items."""
    url = str(site.site["url"])
    yield channel_start(generator="wpmigrate")
    head = [
        leaf("title", str(site.site["title"]), in_cdata=False),
        leaf("link", url, in_cdata=False),
        leaf("description", str(site.site["description"]), in_cdata=False),
        leaf("language", str(site.site["language"]), in_cdata=False),
        leaf("wp:wxr_version", "1.2", in_cdata=False),
        leaf("wp:base_site_url", url, in_cdata=False),
        leaf("wp:base_blog_url", url, in_cdata=False),
        *map(_author, site.authors),
        *(_term(number, term) for number, term in enumerate(_parents_first(site.terms), 1)),
    ]
    yield b"\t" + b"\n\t".join(head) + b"\n"
    for media in site.media:
        yield _attachment(media)
    made = _FIRST_MADE_ID
    for piece in pieces:
        numbered, count = _NO_ID.subn(b"<wp:post_id>%d</wp:post_id>" % made, piece, count=1)
        made += count
        yield numbered
    yield CHANNEL_END


def _author(author: Document) -> bytes:
    """One `<wp:author>` on one line, as the importer's plain parser wants it."""
    fields = {
        "wp:author_login": author["login"],
        "wp:author_email": author.get("email", ""),
        "wp:author_display_name": author["name"],
        "wp:author_first_name": author["first_name"],
        "wp:author_last_name": author["last_name"],
    }
    return b"<wp:author>" + b"".join(leaf(name, str(value or "")) for name, value in fields.items()) + b"</wp:author>"


def _parents_first(terms: list[Document]) -> list[Document]:
    """The terms so that none comes before its parent, which the importer looks up when it meets the child."""
    known = {(term["taxonomy"], term["slug"]) for term in terms}
    waiting: dict[tuple[RecordValue, RecordValue], list[Document]] = {}
    ready: list[Document] = []
    for term in terms:
        above = (term["taxonomy"], term["parent"])
        if term["parent"] and above in known:
            waiting.setdefault(above, []).append(term)
        else:
            ready.append(term)
    for term in ready:  # grows while it is walked
        ready += waiting.pop((term["taxonomy"], term["slug"]), [])
    return ready + [term for left in waiting.values() for term in left]


def _term(number: int, term: Document) -> bytes:
    """One `<wp:category>`, `<wp:tag>` or `<wp:term>` on one line."""
    taxonomy = str(term["taxonomy"])
    element, slug, parent, name, description = _TERM_ELEMENTS.get(taxonomy, _OTHER_TERM)
    parts = [leaf("wp:term_id", str(number), in_cdata=False)]
    if element == "wp:term":
        parts.append(leaf("wp:term_taxonomy", taxonomy))
    parts.append(leaf(slug, str(term["slug"])))
    if parent:
        parts.append(leaf(parent, str(term["parent"] or "")))
    parts.append(leaf(name, _name(str(term["name"]))))
    if term["description"]:
        parts.append(leaf(description, str(term["description"])))
    meta = term["meta"]
    if isinstance(meta, dict):
        parts += [_term_meta(key, value) for key, value in meta.items()]
    tag = element.encode()
    return b"<" + tag + b">" + b"".join(parts) + b"</" + tag + b">"


def _term_meta(key: str, value: RecordValue) -> bytes:
    return b"<wp:termmeta>" + leaf("wp:meta_key", key) + leaf("wp:meta_value", str(value)) + b"</wp:termmeta>"


def _attachment(media: Document) -> bytes:
    """A file of the media library as an item; the importer fetches it from its address when asked to."""
    url = str(media["url"])
    lines = [
        leaf("title", _name(str(media["title"]))),
        leaf("link", url, in_cdata=False),
        leaf("guid", url, {"isPermaLink": "false"}, in_cdata=False),
        leaf("content:encoded", str(media["description"])),
        leaf("excerpt:encoded", str(media["caption"])),
        leaf("wp:post_id", str(media["id"]), in_cdata=False),
        leaf("wp:post_date", ""),
        leaf("wp:post_date_gmt", ""),
        leaf("wp:post_name", ""),
        leaf("wp:status", "inherit"),
        leaf("wp:post_parent", str(media["parent"] or 0), in_cdata=False),
        leaf("wp:menu_order", "0", in_cdata=False),
        leaf("wp:post_type", "attachment"),
        leaf("wp:post_password", ""),
        leaf("wp:is_sticky", "0", in_cdata=False),
        leaf("wp:attachment_url", url),
    ]
    if media["file"]:
        lines.append(_meta("_wp_attached_file", str(media["file"])))
    if media["alt"]:
        lines.append(_meta("_wp_attachment_image_alt", str(media["alt"])))
    return b"\t<item>\n\t\t" + b"\n\t\t".join(lines) + b"\n\t</item>\n"


WXR = Target(
    name="wxr",
    summary="an export that WordPress imports again: bodies as they are stored, one file",
    layout="document",
    dialect="commonmark",
    links="keep",
    render=_render,
    paths={},
    document="export.xml",
    frame=_frame,
    takes_item=True,
    drafts="a draft keeps its status, and what is protected or private is a draft at most",
    cannot=("Menus and settings: WordPress builds them anew.", "Passwords: protected items come out as drafts."),
)
