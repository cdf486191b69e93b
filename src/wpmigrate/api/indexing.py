"""First pass: every item is read once; the index keeps a small entry, the spool what will be written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from hashlib import blake2b
from sys import intern

from wpmigrate import rules
from wpmigrate.config import Selection
from wpmigrate.config.policy import Fate, judge
from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.errors import InputError, WpmigrateError
from wpmigrate.model import Author, Entry, Item, MenuItem, Site, SiteIndex, Term, TermRef
from wpmigrate.reader import Source, number_of_meta
from wpmigrate.targets import META_ALLOWED, SiteView

from .attachments import attachment_of
from .custom_fields import custom_fields, has_no_text
from .inheritance import inherit
from .leaked_bylines import settle_bylines
from .selection import Filters
from .spool import Spool

Event = Site | Author | Term | Item | Diagnostic
"""What the reader yields."""


@dataclass(slots=True)
class Reading:
    """A site after the first pass."""

    index: SiteIndex = field(default_factory=SiteIndex)
    spool: Spool = field(default_factory=Spool)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    #: Names of the inputs that gave something.
    files: list[str] = field(default_factory=list)
    #: (taxonomy, slug) of each term that items have, to be shared by them.
    term_keys: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    #: Names of terms as items say them, by taxonomy and slug.
    term_names: dict[tuple[str, str], str] = field(default_factory=dict)
    #: Patterns of the post meta that is brought along, and whether it is for each key that was met.
    meta: tuple[str, ...] = META_ALLOWED
    is_brought: dict[str, bool] = field(default_factory=dict)
    #: Terms of items with their parent's status, and what rules say of these, by number: it may be what nobody may see.
    withheld: dict[int, tuple[tuple[TermRef, ...], list[Diagnostic]]] = field(default_factory=dict)
    #: What `site_view` made of it, once it was asked.
    view: SiteView | None = None


def read_site(
    sources: Iterable["OpenSource"], selection: Selection, *, meta: tuple[str, ...] = META_ALLOWED
) -> Reading:
    """The index and the spool of one site from the events of its parts; `meta` are patterns of what is brought along.

    A part that turns out unreadable is a diagnostic when others can be read; alone, its InputError is raised.
    """
    reading = Reading(meta=meta)
    filters = Filters(selection)
    refused: list[InputError] = []
    for source in sources:
        try:
            for event in source.events:
                _take(reading, event, selection, filters)
        except InputError as error:
            refused.append(error)
            reading.diagnostics.append(refusal(error, source.name))
        else:
            reading.files.append(source.name)
    if refused and not reading.files and not reading.index.entries:
        raise refused[0]
    reading.diagnostics.extend(filters.unmatched())
    inherit(reading.index, selection)
    for number, (terms, found) in reading.withheld.items():
        entry = reading.index.entries[number]
        _name_terms(reading.index, entry, terms)
        if not entry.is_hidden:
            reading.diagnostics.extend(found)
    reading.spool.seal()
    return reading


@dataclass(slots=True)
class OpenSource:
    """An input whose head was read already: its name and its events from the start."""

    name: str
    events: Iterator[Event]
    #: Where it is read from, to look up places in it afterwards.
    origin: Source | None = None


def refusal(error: WpmigrateError, name: str) -> Diagnostic:
    """The diagnostic of an input that was refused while others go on."""
    row = diagnose("WXR004", reason=error.message)
    code = error.code or row.code
    return Diagnostic(code, error.message, row.severity, error.file or name, error.line)


def _take(reading: Reading, event: Event, selection: Selection, filters: Filters) -> None:
    """Put one event where it belongs."""
    index = reading.index
    if isinstance(event, Item):
        _take_item(reading, event, selection, filters)
    elif isinstance(event, Diagnostic):
        reading.diagnostics.append(event)
    elif isinstance(event, Author):
        index.authors.setdefault(event.login, event)
    elif isinstance(event, Term):
        index.terms.setdefault((event.taxonomy, event.slug), event)
    elif not index.site.url:
        index.site = event


def _take_item(reading: Reading, item: Item, selection: Selection, filters: Filters) -> None:
    """An entry for the item; its body to the spool if it will be written; what other items ask of it to the index."""
    index = reading.index
    item, leaked = settle_bylines(item, index)
    entry = _entry(item, len(index.entries), reading.term_keys)
    verdict = judge(entry, types=selection.types, statuses=selection.statuses, include=selection.include)
    entry.is_draft = verdict.fate is Fate.DRAFT
    is_chosen = filters.let_through(item, index.authors)
    if verdict.fate is Fate.SKIPPED:
        entry.skipped = verdict.reason
    elif not is_chosen:
        entry.skipped = "not chosen"
    for term in item.terms:
        reading.term_names.setdefault((term.taxonomy, term.slug or term.name), term.name)
    index.entries.take(entry)
    # What rules say of an item may quote it; the report lies in a folder that may be published.
    found = [] if entry.is_hidden else [*rules.check_item(item), *leaked]
    if item.status != "inherit":
        _name_terms(index, entry, item.terms)
        reading.diagnostics.extend(found)
    elif found or item.terms:
        reading.withheld[entry.number] = (item.terms, found)
    if entry.skipped is None:
        reading.spool.append(entry.number, item)
        _note_custom_fields(reading, item, entry.number)
    keep = _KEPT_BY_TYPE.get(item.type)
    if keep is not None and item.post_id is not None:
        keep(index, item, item.post_id)


def _name_terms(index: SiteIndex, entry: Entry, terms: Iterable[TermRef]) -> None:
    """Note how an item calls its terms, if it is public."""
    if entry.skipped is not None or entry.is_draft:
        return
    for term in terms:
        if term.name:
            key = (term.taxonomy, term.slug or term.name)
            index.term_names[key] = min(index.term_names.get(key, term.name), term.name)


def _note_custom_fields(reading: Reading, item: Item, number: int) -> None:
    """Which custom fields of the item are not brought along."""
    for key in custom_fields(item):
        is_brought = reading.is_brought.get(key)
        if is_brought is None:
            is_brought = reading.is_brought[key] = any(fnmatchcase(key, pattern) for pattern in reading.meta)
        if not is_brought:
            reading.index.custom_fields.setdefault(key, []).append(number)


def _entry(item: Item, number: int, shared: dict[tuple[str, str], tuple[str, str]]) -> Entry:
    """What the index keeps of an item; words that many items share are kept once."""
    terms = [(term.taxonomy, term.slug or term.name) for term in item.terms]
    thumbnail = next((meta for meta in item.meta if meta.key == "_thumbnail_id"), None)
    return Entry(
        number=number,
        id=item.id,
        post_id=item.post_id,
        type=intern(item.type),
        status=intern(item.status),
        slug=item.slug,
        title=item.title,
        link=item.link,
        guid=item.guid,
        creator=intern(item.creator),
        date=item.date,
        modified_text=item.modified_gmt_text or item.modified_text,
        parent=item.parent,
        menu_order=item.menu_order,
        has_password=bool(item.password),
        thumbnail=number_of_meta(thumbnail.value) if thumbnail else 0,
        thumbnail_line=thumbnail.line if thumbnail else None,
        terms=tuple([shared.setdefault(key, key) for key in terms]),
        old_slugs=tuple(slug for meta in item.meta if meta.key == "_wp_old_slug" and (slug := meta.value.strip())),
        digest=_digest(item),
        is_empty=has_no_text(item),
        comment_count=len(item.comments),
        public_comment_count=len(item.approved_comments),
        private_count=sum(bool(comment.email) + bool(comment.ip) for comment in item.comments),
        file=item.file,
        line=item.line,
        offset=item.offset,
    )


def _digest(item: Item) -> int:
    """63 bits over the state of an item: what decides whether two items are the same."""
    dates = f"{item.date_text}\0{item.modified_text}"
    state = f"{item.title}\0{item.slug}\0{item.status}\0{dates}\0{item.excerpt}\0{item.content}"
    return int.from_bytes(blake2b(state.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


def _keep_attachment(index: SiteIndex, item: Item, post_id: int) -> None:
    """An attachment: its file and what is said about it."""
    index.files.take(attachment_of(item, post_id))


def _keep_reusable_block(index: SiteIndex, item: Item, post_id: int) -> None:
    """A reusable block: its body is put in where posts refer to it, if it is public."""
    if item.status == "publish" and not item.password:
        index.reusable_blocks[post_id] = item.content


def _keep_menu_item(index: SiteIndex, item: Item, post_id: int) -> None:
    """A menu item: where it leads, and its place; one that was never saved in its menu is a draft, which no menu shows."""
    if item.status != "publish":
        return
    meta = {entry.key: entry.value for entry in item.meta}
    index.menu_items.append(
        MenuItem(
            id=post_id,
            menu=next((term.slug for term in item.terms if term.taxonomy == "nav_menu"), ""),
            title=item.title,
            kind=meta.get("_menu_item_type", ""),
            object=meta.get("_menu_item_object", ""),
            object_id=number_of_meta(meta.get("_menu_item_object_id", "")),
            url=meta.get("_menu_item_url", ""),
            parent=number_of_meta(meta.get("_menu_item_menu_item_parent", "")),
            order=item.menu_order,
        )
    )


_KEPT_BY_TYPE = {
    "attachment": _keep_attachment,
    "wp_block": _keep_reusable_block,
    "nav_menu_item": _keep_menu_item,
}
"""What other items or the documents may ask of an item, by its type."""

__all__ = ["Event", "OpenSource", "Reading", "read_site", "refusal"]
