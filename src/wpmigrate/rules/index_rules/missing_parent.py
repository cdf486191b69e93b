"""WXR436: an item whose parent the export does not hold."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import SiteIndex
from wpmigrate.rules.rule import IndexRule, of_entry


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Items that are written."""
    ids = set(index.entries.values("post_id"))
    return (
        of_entry("WXR436", entry, parent=entry.parent)
        for entry in index.entries
        if entry.parent and entry.parent not in ids and entry.skipped is None
    )


RULE = IndexRule(("WXR436",), check)
