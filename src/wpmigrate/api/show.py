"""One item at one stage, for a person to look at."""

from collections.abc import Iterator

from wpmigrate.config import ConvertOptions, Selection
from wpmigrate.diagnostics import Diagnostic
from wpmigrate.errors import UsageError
from wpmigrate.model import Item
from wpmigrate.reader import ReaderOptions
from wpmigrate.targets import target_named

from .conversion import Converter
from .indexing import Event, OpenSource, read_site
from .planning import plan
from .selection import bare_address, names_of
from .sites import only_site, open_sites

STAGES = ("raw", "html", "markdown", "evidence")
"""What can be looked at: fields of the record, and where the fields of a saved page came from."""


def show(export: str, name: str, stage: str, to: str = "markdown") -> tuple[str, list[Diagnostic]]:
    """(text, findings) of the item that `name` (id, slug or address) means, whatever its status.

    It is as the target `to` has it in a conversion of the whole export, links included. Raises UsageError when no item
    has that name or there is no such target.
    """
    target = target_named(to)
    sites, _ = open_sites([export], ReaderOptions())
    found: list[Item] = []
    sources = [OpenSource(part.name, _watched(part.events, name, found)) for part in only_site(sites).sources]
    reading = read_site(sources, Selection())
    reading.spool.close()
    if not found:
        raise UsageError(f"no item is called {name!r}", advice="Give its id, its slug or its address.")
    item, options = found[0], ConvertOptions(to=to, raw=True, comments=False)
    if stage == "evidence" and not item.evidence:
        raise UsageError(
            f"{name!r} is of an export, which tells its fields", advice="Evidence is there for saved pages."
        )
    if stage == "evidence":
        return "".join(f"{field}: {source}\n" for field, source in item.evidence), []
    plan(reading.index, target, options)
    # Several posts of a saved list may stand in one line.
    here = [entry for entry in reading.index.entries if entry.file == item.file and entry.line == item.line]
    entry = next((entry for entry in here if entry.id == item.id), here[0])
    entry.path = entry.path or target.document or "left-out.md"
    record, diagnostics = Converter(reading.index, target, options, all_forms=True).record(item, entry)
    assert stage in STAGES
    text: str = getattr(record, stage)
    return text, diagnostics


def _watched(events: Iterator[Event], name: str, found: list[Item]) -> Iterator[Event]:
    """The same events; items that `name` means are noted as they pass."""
    wanted = bare_address(name)
    for event in events:
        if isinstance(event, Item) and wanted in names_of(event):
            found.append(event)
        yield event
