"""Elements of a channel → model records in order, with what is said once for the whole file."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from wpmigrate.diagnostics import Diagnostic, Severity, diagnose
from wpmigrate.model import Author, Item, Term

from .channel import TERM_FIELDS, Head, read_author, read_term
from .element import CHANNEL_LEAVES, ITEM_LEAVES, ITEM_MARKS, Element
from .frame import line_in_root
from .hidden import items_in
from .items import FileTraits, read_item
from .mend.finding import sample_of
from .names import Scope
from .options import ReaderOptions
from .source import Data
from .suspects import check_comments, check_item, check_text, has_c1
from .titles import RAW_TITLES_FROM, TitleForm, exporter_version

if TYPE_CHECKING:
    from .mend import Mended
    from .reading import Event

_KNOWN_VERSIONS = frozenset({"1.0", "1.1", "1.2"})
_TITLE = re.compile(rb"<title\s*>\s*(<!\[CDATA\[)?[^<\s]")
_TITLE_WITHIN = 4096
_RSS = CHANNEL_LEAVES | frozenset(
    (
        "image",
        "cloud",
        "docs",
        "ttl",
        "textInput",
        "skipHours",
        "skipDays",
        "category",
        "webMaster",
        "managingEditor",
        "copyright",
        "rating",
    )
)
"""Elements without a prefix that a channel may have."""


_OF_ITEMS = (ITEM_LEAVES - CHANNEL_LEAVES) | {"wp:comment", "wp:commentmeta"}
"""Elements of items: in the channel they belong to none."""


def is_foreign(element: Element) -> bool:
    """Whether an entry is no part of an export: neither of RSS nor of a namespace nor an item by another name.

    Nor is what belongs to an item and stands in none.
    """
    key = element.key
    is_unknown = ":" not in key and key not in _RSS and key != "item"
    return key in _OF_ITEMS or (is_unknown and not element.is_item_like())


class Records:
    """What is known of one file, and its elements made records."""

    def __init__(self, name: str, options: ReaderOptions) -> None:
        """Begin the file `name`."""
        self.name = name
        self.options = options
        self.traits = FileTraits(name)
        self.comments: list[str] = []
        self.items = 0
        self._head = Head()
        self._has_wp = False
        self._has_site = False
        self._has_c1 = False
        #: Names of terms, and how they are read.
        self._names: dict[str, str] = {}
        self._foreign: list[str] = []
        self._foreign_line = 0
        #: Whether parts of items are among the foreign text.
        self._has_lost = False
        self._reported: set[str] = set()

    def look_at(self, raw: bytes) -> None:
        """Note whether a block may hold C1 controls: from then on they are looked for."""
        if not self._has_c1 and has_c1(raw):
            self._has_c1 = True

    def take(self, element: Element, data: Data, start: int | None, *, is_damaged: bool = False) -> Iterator["Event"]:
        """The events of an entry. `start` is its offset, None when it was written anew."""
        key = element.key
        if key == "item":
            if self._foreign:
                yield from self._named_foreign()
            if not self._has_site:
                yield from self._open_site(element, data, start)
            self.items += 1
            yield from self._item(element, start, is_damaged=is_damaged)
            return
        if key in _OF_ITEMS:
            self.take_stray(f"<{key}>", element.line)  # it may be private: its text is not shown
            self._has_lost |= key in ITEM_MARKS or key == "wp:comment"
            return
        if key.startswith("wp:"):
            self._has_wp = True
            record = self._record(element)
            if record is not None:
                yield from self._named_record(record, element.key, start)
        elif element.is_item_like():
            # An item by another name: written as one, and named.
            element.key = "item"
            yield diagnose("WXR255", file=self.name, line=element.line, reason=f"its tag is <{key}>")
            yield from self.take(element, data, None, is_damaged=is_damaged)
            return
        elif is_foreign(element):
            self.take_stray(f"<{key}> {element.text}", element.line)
            return
        if not self._has_site:
            self._head.take(element)

    def _item(self, element: Element, start: int | None, *, is_damaged: bool) -> Iterator["Event"]:
        """An item, and what was found in its values and texts."""
        item, findings = read_item(element, self.traits, offset=start, is_damaged=is_damaged)
        item, in_texts = check_item(item, **self._suspicion(start))
        if item.comments:
            item, in_comments = check_comments(item, **self._suspicion(start))
            in_texts += in_comments
        item, in_terms = self._read_terms(item, start)
        yield item
        yield from findings
        yield from in_terms
        yield from in_texts

    def _read_terms(self, item: Item, start: int | None) -> tuple[Item, list[Diagnostic]]:
        """The item with the names of its terms read; what is odd in a name is named once."""
        found: list[Diagnostic] = []
        is_odd = False
        for term in item.terms:
            if term.name not in self._names:
                name, odd = check_text(term.name, "the name of a term", item.line, **self._suspicion(start))
                self._names[term.name] = name
                found += [one.at(file=self.name, item=item.id) for one in odd]
            is_odd |= self._names[term.name] is not term.name and self._names[term.name] != term.name
        if is_odd:
            item = replace(item, terms=tuple(replace(term, name=self._names[term.name]) for term in item.terms))
        return item, found

    def _record(self, element: Element) -> Author | Term | None:
        if element.key == "wp:author":
            return read_author(element)
        return read_term(element) if element.key in TERM_FIELDS else None

    def _suspicion(self, start: int | None) -> dict[str, bool]:
        """What is looked for in the texts of an entry, and mended."""
        return {"fix_mojibake": self.options.fix_mojibake, "look_for_c1": self._has_c1 or start is None}

    def _named_record(self, record: Author | Term, key: str, start: int | None) -> Iterator["Event"]:
        """An author or a term, and what is odd in its name."""
        name, found = check_text(record.name, f"the name of a {key}", record.line, **self._suspicion(start))
        yield replace(record, name=name) if found else record
        if record.name not in self._names:
            self._names[record.name] = name
            yield from (one.at(file=self.name) for one in found)

    def take_stray(self, text: str, line: int) -> None:
        """Text between entries: named together before the next item."""
        if not self._foreign:
            self._foreign_line = line + text.count("\n", 0, len(text) - len(text.lstrip()))
        self._foreign.append(text)

    def _named_foreign(self) -> Iterator[Diagnostic]:
        text = " ".join(self._foreign).encode("utf-8", "replace").strip()
        self._foreign = []
        if number := items_in(text):
            where = "text between the items"
            yield diagnose("WXR257", file=self.name, line=self._foreign_line, number=number, where=where)
        found = diagnose("WXR240", file=self.name, line=self._foreign_line, size=len(text), sample=sample_of(text))
        yield found.of(Severity.ERROR) if self._has_lost else found
        self._has_lost = False

    def _open_site(self, element: Element | None, data: Data, start: int | None) -> Iterator["Event"]:
        """The site, once, and what its head and the first item say of the kind of file."""
        self._has_site = True
        site = self._head.site(self.comments)
        line = self._head.lines.get("title")
        title, found = check_text(site.title, "the title of the blog", line, **self._suspicion(0))
        self.traits.title_form = self._title_form(site.generator, data, start)
        yield replace(site, title=title) if found else site
        yield from (one.at(file=self.name) for one in found)
        yield from self._kind(element)
        if site.generator and "wordpress" not in site.generator.lower() and self._has_wp:
            yield diagnose("WXR306", file=self.name, generator=sample_of(site.generator.encode()))

    def _kind(self, element: Element | None) -> Iterator[Diagnostic]:
        """A plain feed, a comment system's export, or WXR of a version."""
        keys = element.keys() if element is not None else []
        version = self._head.values.get("wxr_version", "")
        if any(key.startswith("dsq:") for key in keys):
            self.traits.is_comment_export = True
            yield diagnose("WXR304", file=self.name, found="Disqus")
        elif element is not None and not self._has_wp and not any(key.startswith("wp:") for key in keys):
            self.traits.is_feed = True
            yield diagnose("WXR303", file=self.name)
        elif version and version not in _KNOWN_VERSIONS:
            line = self._head.lines.get("wxr_version")
            yield diagnose("WXR301", file=self.name, line=line, version=sample_of(version.encode()))
        elif not version and element is not None:
            yield diagnose("WXR305", file=self.name)

    def _title_form(self, generator: str, data: Data, start: int | None) -> TitleForm:
        """By the exporter's version; without one by the first title: raw ones stand in CDATA."""
        for text in (generator, *self.comments):
            version = exporter_version(text)
            if version is not None:
                return "raw" if version >= RAW_TITLES_FROM else "escaped"
        if start is None:
            return "foreign"
        found = _TITLE.search(data[start : start + _TITLE_WITHIN])
        return "raw" if found is not None and found[1] is not None else "foreign"

    def scope_findings(self, scope: Scope, data: Data) -> Iterator[Diagnostic]:
        """Prefixes and addresses of namespaces that strict readers refuse; each once, on its own line of `data`."""
        if len(scope.undeclared) + bool(scope.misnamed) + len(scope.broken) == len(self._reported):
            return
        for prefix, line in scope.undeclared.items():
            if prefix not in self._reported:
                self._reported.add(prefix)
                yield diagnose("WXR230", file=self.name, line=line, prefix=prefix)
        for misnamed, (_, line) in [*scope.misnamed.items()][:1]:
            if misnamed not in self._reported:
                self._reported.add(misnamed)
                reason = f"elements have other names than WordPress’s, such as <{misnamed}>"
                yield diagnose("WXR256", file=self.name, line=line, reason=reason)
        for declaration, line in scope.broken.items():
            if declaration not in self._reported:
                self._reported.add(declaration)
                name = declaration.partition("=")[0].encode()
                at = line_in_root(data, name, line)
                yield diagnose("WXR231", file=self.name, line=at, declaration=declaration)

    def cut_item(self, mended: "Mended") -> Diagnostic:
        """The name of the item in which the file ends; it is not written."""
        element = mended.pieces[0].element if mended.pieces else None
        line = element.line if element else mended.line
        if element is None:
            return diagnose("WXR250", file=self.name, line=line, where="an item")
        item: Item = read_item(element, FileTraits(self.name))[0]
        title = f" “{item.title}”" if item.title else ""
        field = f"the {mended.cut_in} of " if mended.cut_in else ""
        named = f"{field}item {item.id}{title}" if item.post_id else f"{field}an item{title}"
        return diagnose("WXR250", file=self.name, line=line, item=item.id, where=named)

    def cut_channel(self, line: int, *, is_tail: bool) -> Diagnostic:
        """The file ends between items, on `line`: nothing but end tags is missing (`is_tail`), or more was there."""
        if self.items and is_tail:
            return diagnose("WXR251", file=self.name, line=line)
        where = "the part between two items" if self.items else "the head of the channel"
        return diagnose("WXR250", file=self.name, line=line, where=where)

    def finish(self, *, is_cut: bool) -> Iterator["Event"]:
        """What can be said only at the end."""
        if self._foreign:
            yield from self._named_foreign()
        if not self._has_site:
            yield from self._open_site(None, b"", None)
        if not self.items and not is_cut:
            yield diagnose("WXR302", file=self.name)
        if self.traits.blanks:
            where = ", ".join(sorted(self.traits.blanks))
            yield diagnose("WXR205", file=self.name, line=min(self.traits.blanks.values()), where=where)
        if self.traits.foreign:
            names = ", ".join(f"{name} {number}×" for name, number in sorted(self.traits.foreign.items()))
            yield diagnose("WXR456", file=self.name, line=self.traits.first_foreign, names=names)
