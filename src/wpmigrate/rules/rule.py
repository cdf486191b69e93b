"""What a rule is: the codes that it gives, and a plain function that looks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.model import Entry, Item, SiteIndex

PAGE_TYPES = frozenset({"post", "page"})
"""Post types that have a page each."""


@dataclass(frozen=True, slots=True)
class ItemRule:
    """A rule over one item alone; `check` is called for each while reading, so it looks for a reason to stop first."""

    codes: tuple[str, ...]
    check: Callable[[Item], Iterable[Diagnostic]]


@dataclass(frozen=True, slots=True)
class IndexRule:
    """A rule over a whole site; `check` takes time that grows with the number of entries alone."""

    codes: tuple[str, ...]
    check: Callable[[SiteIndex], Iterable[Diagnostic]]


def of_item(code: str, item: Item, line: int | None = None, **values: Any) -> Diagnostic:
    """A finding in an item, at `line` or where the item begins."""
    return diagnose(code, file=item.file, line=line or item.line, item=item.id, **values)


def of_entry(code: str, entry: Entry, line: int | None = None, **values: Any) -> Diagnostic:
    """A finding about an entry, at `line` or where its item begins."""
    return diagnose(code, file=entry.file, line=line or entry.line, item=entry.id, **values)


def of_site(code: str, index: SiteIndex, line: int | None = None, **values: Any) -> Diagnostic:
    """A finding about the channel; the file is named when the site has only one."""
    files = set(index.entries.values("file"))
    return diagnose(code, file=files.pop() if len(files) == 1 else "", line=line, **values)
