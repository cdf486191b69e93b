"""One export: its encoding, where it begins, then a session over its bytes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .encodings import as_utf8
from .options import ReaderOptions
from .session import Session
from .sniff import find_beginning
from .source import Source
from .trace import Trace

if TYPE_CHECKING:
    from .reading import Event


def read_export(source: Source, options: ReaderOptions, trace: Trace | None = None) -> Iterator["Event"]:
    """The events of an export or a feed; `trace` is told the places. Raises InputError for what is neither."""
    decoded = as_utf8(source.data(), source.name)
    beginning = find_beginning(decoded.data)
    session = Session(source, options, decoded.data, trace)
    yield from decoded.findings
    yield from session.run(beginning)
