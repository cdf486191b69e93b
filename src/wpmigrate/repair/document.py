"""Passages of one or more exports → the draft of one."""

from dataclasses import dataclass, field
from hashlib import blake2b

from wpmigrate.api.selection import Filters
from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.model import Author, Item, Term
from wpmigrate.reader import Event, Passage

from .draft import Draft
from .entry import EntryText
from .names import Names
from .options import RepairOptions
from .prolog import declarations_of, in_utf8, mended_prolog
from .scrub import Scrubber
from .values import ITEM_CODES, mend_values

_ONE_OF_EACH = frozenset(
    {"title", "link", "description", "pubDate", "language", "generator", "image", "lastBuildDate"}
    | {"wp:wxr_version", "wp:base_site_url", "wp:base_blog_url"}
)
"""Fields of the channel of which the first document's counts."""

_DECODED = frozenset({"WXR121", "WXR122", "WXR123"})


@dataclass(slots=True)
class Document:
    """One export in the making. `is_changed`: it differs from the bytes that were read."""

    options: RepairOptions
    draft: Draft
    scrubber: Scrubber | None
    filters: Filters
    names: Names = field(default_factory=Names)
    is_changed: bool = False
    #: Items read, and those that the filters left out.
    read: int = 0
    unselected: int = 0
    #: What was mended, and what could not be saved.
    mended: list[Diagnostic] = field(default_factory=list)
    prolog: bytes = b""
    end: bytes = b""
    #: Name of the file that is read just now.
    file: str = ""
    _has_version: bool = False
    _has_wp: bool = False
    _documents: int = 0
    _known: set[object] = field(default_factory=set)
    _authors: dict[str, Author] = field(default_factory=dict)
    _record: Author | Term | Item | None = None
    #: Findings about values of the item that comes next: named only if they are mended.
    _pending: list[Diagnostic] = field(default_factory=list)

    def take(self, event: Event | Passage) -> None:
        """Take the next event of an export; the passage comes after what was said about it."""
        if isinstance(event, Passage):
            {"prolog": self._take_prolog, "entry": self._take_entry, "end": self._take_end}[event.kind](event)
            self._record = None
            self._pending.clear()
        elif isinstance(event, Diagnostic):
            self._take_finding(event)
        elif isinstance(event, Author | Term | Item):
            self._record = event

    def _take_finding(self, found: Diagnostic) -> None:
        if found.code in ITEM_CODES:
            self._pending.append(found)
        elif found.code.startswith(("WXR1", "WXR2")):
            self.mended.append(found)
            # What was decoded anew shows in no passage.
            self.is_changed |= found.code in _DECODED

    def _take_prolog(self, passage: Passage) -> None:
        self._documents += 1
        self.is_changed |= passage.is_mended or self._documents > 1
        declared = declarations_of(passage.xml)
        assert passage.scope is not None
        if self._documents == 1:
            self.prolog = passage.xml
            self.names.open_first(declared, passage.scope)
        else:
            self.names.open_next(declared)

    def _take_end(self, passage: Passage) -> None:
        self.is_changed |= passage.is_mended
        self.end = self.end or passage.xml
        assert passage.scope is not None
        self.names.add_undeclared(passage.scope.needed())
        self.names.add_read(passage.scope.families)
        self.names.add_broken(passage.scope.broken)

    def _take_entry(self, passage: Passage) -> None:
        element, item = passage.element, self._record
        assert element is not None
        self._has_version = self._has_version or element.key == "wp:wxr_version"
        self._has_wp = self._has_wp or any(
            child.key.startswith("wp:") for child in (element, *(element.children or ()))
        )
        if isinstance(item, Item):
            self.read += 1
            if not self._is_wanted(item):
                self.is_changed = True
                return
        elif self._is_repeated(element.key, passage.xml[passage.at :]):
            return
        xml = self._rewritten(passage, item)
        self.is_changed |= passage.is_mended or xml != passage.xml
        number = self.draft.add(xml, is_item=element.key == "item")
        if self.scrubber and isinstance(item, Item):
            self.scrubber.keep(item, number)

    def _is_wanted(self, item: Item) -> bool:
        """Whether the filters let an item through, and it may be shown."""
        limit = self.options.selection.limit
        is_private = bool(self.scrubber and self.scrubber.is_private(item))
        is_chosen = self.filters.let_through(item, self._authors)
        if not is_chosen or (limit is not None and self.draft.items >= limit):
            self.unselected += 1
            return False
        if self.scrubber and is_private:
            self.scrubber.counts["private items"] += 1
        return not is_private

    def _is_repeated(self, key: str, xml: bytes) -> bool:
        """Whether a later document says again what an earlier one said: a field of the channel, an author, a term."""
        record = self._record
        identity: object = blake2b(xml, digest_size=16).digest()
        if isinstance(record, Author):
            self._authors.setdefault(record.login, record)
            identity = ("author", record.login)
        elif isinstance(record, Term):
            identity = (record.taxonomy, record.slug)
        elif key in _ONE_OF_EACH:
            identity = key
        is_known = identity in self._known
        self._known.add(identity)
        return is_known and self._documents > 1

    def _rewritten(self, passage: Passage, item: object) -> bytes:
        """The bytes of an entry, with all that has to change in it."""
        element = passage.element
        assert element is not None
        entry = EntryText(self.names.mend_addresses(passage.xml[passage.at :], element), element)
        if isinstance(item, Item):
            codes = frozenset(found.code for found in self._pending)
            mended = mend_values(entry, codes, fix_mojibake=self.options.fix_mojibake)
            self.mended += [found for found in self._pending if found.code in mended]
        if self.scrubber:
            self.scrubber.scrub(entry)
        self.names.declare_in(entry)
        xml = passage.xml[: passage.at] + entry.result()
        return self.scrubber.masked(xml) if self.scrubber else xml

    def finish(self) -> None:
        """All was read: settle what only now can be known."""
        needs_version = self._has_wp and not self._has_version
        if needs_version:
            self.names.wordpress_prefix()
        prolog = mended_prolog(self.prolog, self.names, needs_version=needs_version)
        if self.scrubber:
            prolog, self.end = self.scrubber.masked(prolog), self.scrubber.masked(self.end)
            for number in self.scrubber.owned_by_private():
                self.draft.drop(number)
        self.mended += self.filters.unmatched()
        if needs_version:
            self.mended.append(diagnose("WXR305", file=self.file))
        if prolog != in_utf8(self.prolog):
            self.is_changed = True
            if not self.mended:
                sample = f"“{self.prolog[:60].decode('utf-8', 'replace')}”"
                self.mended.append(diagnose("WXR101", file=self.file, line=1, size=len(self.prolog), sample=sample))
        self.prolog = prolog
