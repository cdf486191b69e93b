"""One item at one stage, for a person to look at."""

from collections.abc import Iterator

from wpmigrate.config import ConvertOptions, Selection
from wpmigrate.diagnostics import Diagnostic
from wpmigrate.errors import UsageError
from wpmigrate.model import Item
from wpmigrate.reader import ReaderOptions
from wpmigrate.targets import TARGETS

from .conversion import Converter
from .indexing import Event, OpenSource, read_site
from .planning import plan
from .selection import is_named
from .sites import only_site, open_sites

STAGES = ("raw", "html", "markdown")


def show(export: str, name: str, stage: str) -> tuple[str, list[Diagnostic]]:
    """(text, findings) of the item that `name` (id, slug or address) means, whatever its status.

    Raises UsageError when no item has that name.
    """
    sites, _ = open_sites([export], ReaderOptions())
    found: list[Item] = []
    sources = [OpenSource(part.name, _watched(part.events, name, found)) for part in only_site(sites).sources]
    reading = read_site(sources, Selection(only=frozenset({name})))
    if not found:
        raise UsageError(f"no item is called {name!r}", advice="Give its id, its slug or its address.")
    item = found[0]
    if stage == "raw":
        return item.content, []
    options = ConvertOptions(links="permalink")
    target = TARGETS["json"]
    plan(reading.index, target, options)
    entry = next(entry for entry in reading.index.entries if entry.file == item.file and entry.line == item.line)
    entry.path = entry.path or target.document
    converter = Converter(reading.index, target, options)
    record, diagnostics = converter.record(item, entry)
    return (record.html if stage == "html" else record.markdown), diagnostics


def _watched(events: Iterator[Event], name: str, found: list[Item]) -> Iterator[Event]:
    """The same events; items that `name` means are noted as they pass."""
    for event in events:
        if isinstance(event, Item) and is_named(event, frozenset({name})):
            found.append(event)
        yield event
