"""Tonight's export against yesterday's: public items that vanished and counts that dropped are errors."""

from collections import Counter

from wpmigrate import rules
from wpmigrate.config import Selection
from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.model import Entry, SiteIndex

from .indexing import read_site
from .sites import SiteInputs

_UNLISTED = frozenset({"revision", "oembed_cache", "customize_changeset", "scheduled-action", "user_request"})
"""Types that WordPress itself makes and throws away."""


def compare(earlier: SiteInputs, index: SiteIndex) -> list[Diagnostic]:
    """WXR451 for each public item of `earlier` that `index` no longer has in public, WXR452 for counts that dropped.

    Items are the same by post id and type, or by GUID. Raises InputError when `earlier` cannot be read.
    """
    reading = read_site(earlier.sources, Selection())
    reading.spool.close()
    rules.supersede(reading.index.entries)
    files = set(index.entries.values("file"))
    file = files.pop() if len(files) == 1 else ""
    return [*_vanished(reading.index, index, file), *_dropped(reading.index, index, file)]


def _is_public(entry: Entry) -> bool:
    """Whether everybody could read it on the site."""
    return entry.status == "publish" and not entry.has_password


def _vanished(before: SiteIndex, now: SiteIndex, file: str) -> list[Diagnostic]:
    by_id = {(entry.post_id, entry.type): entry for entry in now.entries}
    by_guid = {entry.guid: entry for entry in now.entries if entry.guid}
    found = []
    for entry in before.entries:
        if not _is_public(entry) or entry.skipped in (rules.DUPLICATE, rules.SUPERSEDED) or entry.type in _UNLISTED:
            continue
        held = (by_id.get((entry.post_id, entry.type)) if entry.post_id else None) or by_guid.get(entry.guid)
        if held is not None and _is_public(held):
            continue
        title = f" “{entry.title}”" if entry.title else ""
        done = "is not in this export" if held is None else f"is no longer public ({_state(held)})"
        line = None if held is None else held.line
        name = file if held is None else held.file
        values = {"type": entry.type, "id": entry.id, "title": title, "done": done}
        found.append(diagnose("WXR451", file=name, line=line, item=entry.id, **values))
    return found


def _state(entry: Entry) -> str:
    return "password-protected" if entry.status == "publish" else entry.status


def _dropped(before: SiteIndex, now: SiteIndex, file: str) -> list[Diagnostic]:
    """Every count of the earlier export that is smaller in this one."""
    then, held = _counts(before), _counts(now)
    return [
        diagnose("WXR452", file=file, what=what, before=number, now=held[what])
        for what, number in sorted(then.items())
        if held[what] < number
    ]


def _counts(index: SiteIndex) -> Counter[str]:
    """What there is of each kind; what another item stands for is counted once."""
    found: Counter[str] = Counter()
    for entry in index.entries:
        if entry.skipped in (rules.DUPLICATE, rules.SUPERSEDED) or entry.type in _UNLISTED:
            continue
        found[f"items of the type {entry.type}"] += 1
        found["comments"] += entry.comment_count
    found["authors"] = len(index.authors)
    for taxonomy, _ in index.terms:
        found[f"terms of {taxonomy}"] += 1
    return found
