"""Items that stand in the export more than once, and items that share an id: which is written, under which name."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import Entry

from .rule import of_entry

_PRIVATE = frozenset({"private", "trash"})
DUPLICATE = "duplicate"
SUPERSEDED = "superseded"
"""Reasons of entries that another entry stands for."""


def supersede(entries: Sequence[Entry]) -> list[Diagnostic]:
    """Set `skipped` of entries that another one stands for; WXR402 for repeated ones, WXR439 for earlier states.

    Two entries of one id and type are the same item when they are equal (WXR402), or when they share GUID, link or slug
    and differ in their modification date (WXR439, the later one stays). Where the dates do not tell which state is
    later, both are written, unless one of them is private: then that one stays, so that nothing private gets out.
    """
    repeated = _repeated(map(_identity, entries))
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if repeated and (key := _identity(entry)) in repeated:
            groups.setdefault(key, []).append(entry)
    found: list[Diagnostic] = []
    for group in groups.values():
        found += _settle(sorted(group, key=_standing, reverse=True))
    return found


def _identity(entry: Entry) -> str:
    """The type and the post id of an entry, else its other id."""
    return f"{entry.type}\0\0{entry.id}" if entry.post_id is None else f"{entry.type}\0{entry.post_id}"


def _repeated(keys: Iterable[str]) -> frozenset[str]:
    """The keys that come more than once: nearly none, so that no look-up of all is kept."""
    return frozenset(key for key, following in pairwise(sorted(keys)) if key == following)


def assign_identities(entries: Sequence[Entry]) -> list[Diagnostic]:
    """Make `id` of all entries unique: the second of an id gets "#2"; WXR401 for different items with one post id.

    The order is that of date and state, never that of the file; entries that another one stands for come last.
    Nothing is said where none of those that share an id is written (menu items of merged exports).
    """
    repeated = _repeated(entry.id for entry in entries)
    ordered = [entry for entry in entries if entry.id in repeated] if repeated else []
    ordered.sort(key=lambda entry: (entry.skipped in (DUPLICATE, SUPERSEDED), entry.sort_key))
    written = {entry.post_id for entry in ordered if entry.skipped is None}
    numbers: dict[str, int] = {}
    found: list[Diagnostic] = []
    for entry in ordered:
        shared = entry.id
        numbers[shared] = number = numbers.get(shared, 0) + 1
        if number == 1:
            continue
        entry.id = f"{shared}#{number}"
        if entry.post_id is not None and entry.post_id in written and entry.skipped not in (DUPLICATE, SUPERSEDED):
            found.append(of_entry("WXR401", entry, id=shared, name=entry.id))
    return found


def _standing(entry: Entry) -> tuple[str, bool, int, int, str, int]:
    """Larger stands for smaller: the later state, then the private one, then the one that holds more."""
    return (
        entry.modified_text,
        _is_private(entry),
        entry.comment_count,
        len(entry.terms),
        entry.link,
        entry.digest,
    )


def _is_private(entry: Entry) -> bool:
    """Whether WordPress hides this state of the item."""
    return entry.has_password or entry.status in _PRIVATE


def _settle(group: Sequence[Entry]) -> list[Diagnostic]:
    """Compare each entry of a group, best first, with those that stay."""
    staying: list[Entry] = []
    by_digest: dict[int, Entry] = {}
    found: list[Diagnostic] = []
    for entry in group:
        twin = by_digest.get(entry.digest)
        later = staying[0] if staying else None
        if twin is not None:
            found += _leave_out(entry, DUPLICATE, twin)
        elif later is not None and _is_earlier_state(entry, later):
            found += _leave_out(entry, SUPERSEDED, later)
        else:
            staying.append(entry)
            by_digest[entry.digest] = entry
    return found


def _is_earlier_state(entry: Entry, later: Entry) -> bool:
    """Whether `entry` is the same item as `later` before it was changed."""
    is_same = (
        (bool(entry.guid) and entry.guid == later.guid)
        or (bool(entry.link) and entry.link == later.link)
        or (bool(entry.slug) and entry.slug == later.slug)
    )
    if not is_same:
        return False
    if entry.modified_text and entry.modified_text < later.modified_text:
        return True
    return entry.modified_text == later.modified_text and _is_private(later) and not _is_private(entry)


def _leave_out(entry: Entry, reason: str, staying: Entry) -> list[Diagnostic]:
    """Mark an entry; what is left out for its own reason keeps that reason and needs no finding."""
    if entry.skipped is not None:
        return []
    entry.skipped = reason
    if reason == DUPLICATE:
        return [of_entry("WXR402", entry, done="it is written once")]
    return [of_entry("WXR439", entry, id=entry.id, kept=f"{staying.file or 'the export'}, line {staying.line or '?'},")]
