"""From a source to a stream of model records: the strict pass first, mending only where it fails."""

from collections.abc import Iterator
from xml.parsers import expat

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import Author, Item, Site, Term

from .channel import Head, read_author, read_term
from .items import FileTraits, read_item
from .names import Scope
from .options import ReaderOptions
from .source import Source
from .strict import Entry, StrictPass

Event = Site | Author | Term | Item | Diagnostic
"""What reading yields."""

_BLOCK = 1 << 18


def read(source: Source, options: ReaderOptions | None = None) -> Iterator[Event]:
    options = options or ReaderOptions()
    data = source.data()
    traits = FileTraits(source.name)
    head = Head()
    has_site = False
    strict = StrictPass(Scope(), options, offset=0, line=1, is_inside=False)
    size = len(data)
    for start in range(0, size, _BLOCK):
        strict.feed(data[start : start + _BLOCK], is_last=start + _BLOCK >= size)
        for found in strict.found:
            if not isinstance(found, Entry):
                continue
            element = found.element
            if element.key == "item":
                if not has_site:
                    has_site = True
                    yield head.site(strict.comments)
                item, findings = read_item(element, traits)
                yield item
                yield from findings
            elif element.key == "wp:author":
                if author := read_author(element):
                    yield author
            elif element.key in ("wp:category", "wp:tag", "wp:term"):
                if term := read_term(element):
                    yield term
            else:
                head.take(element)
        strict.found.clear()
