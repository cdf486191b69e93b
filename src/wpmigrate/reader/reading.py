"""From a source to a stream of model records: the strict pass first, mending only where it fails."""

from collections.abc import Iterator

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.errors import InputError
from wpmigrate.model import Author, Item, Site, Term

from .encodings import as_utf8
from .options import ReaderOptions
from .session import Session
from .sniff import find_beginning
from .source import Data, Source

Event = Site | Author | Term | Item | Diagnostic
"""What reading yields."""


def read(source: Source, options: ReaderOptions | None = None) -> Iterator[Event]:
    """The site, its authors, terms and items in file order, each with the findings about it.

    The `Site` comes once, before the first item (or at the end when there is none). Memory is bounded by the largest
    item. Raises InputError (WXR001 to WXR006, WXR020, WXR250) for what is no export at all or must not be read.
    """
    try:
        decoded = as_utf8(source.data(), source.name)
        beginning = find_beginning(decoded.data)
        session = Session(source, options or ReaderOptions(), decoded.data)
        yield from decoded.findings
        yield from session.run(beginning)
    except InputError as error:
        error.file = error.file or source.name
        raise


def decoded_data(source: Source) -> Data:
    """The bytes of a source in UTF-8, in which lines and offsets of its findings are counted."""
    return as_utf8(source.data(), source.name).data
