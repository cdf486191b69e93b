"""From a source, an export or saved pages, to a stream of model records."""

from collections.abc import Iterator

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.errors import InputError
from wpmigrate.model import Author, Item, Site, Term

from .encodings import as_utf8
from .export import read_export
from .options import ReaderOptions
from .pages import read_saved
from .passages import Passage, Passages
from .sniff import refused
from .source import Data, Source

Event = Site | Author | Term | Item | Diagnostic
"""What reading yields."""


def read(source: Source, options: ReaderOptions | None = None) -> Iterator[Event]:
    """The site, its authors, terms and items in file order, each with the findings about it.

    The `Site` comes once, before the first item (or at the end when there is none). Memory is bounded by the largest
    item. A source with members is a blog of saved pages. Raises InputError (WXR001 to WXR006, WXR020, WXR250) for what
    is neither an export nor a post at all, or must not be read.
    """
    events = read_saved if source.members else read_export
    try:
        yield from events(source, options or ReaderOptions())
    except InputError as error:
        error.file = error.file or source.name
        raise


def read_passages(source: Source, options: ReaderOptions | None = None) -> Iterator[Event | Passage]:
    """The same for an export, and after the events of each entry its `Passage`: what was read, as strict XML in UTF-8.

    Raises InputError (WXR002) for feeds and saved pages as well.
    """
    passages = Passages()
    try:
        if source.members:
            raise refused("WXR002", found="a feed or saved pages")
        for event in read_export(source, options or ReaderOptions(), passages):
            yield from passages.taken()
            yield event
        yield from passages.taken()
    except InputError as error:
        error.file = error.file or source.name
        raise


def decoded_data(source: Source) -> Data:
    """The bytes of a source in UTF-8, in which lines and offsets of its findings are counted."""
    return as_utf8(source.data(), source.name).data
