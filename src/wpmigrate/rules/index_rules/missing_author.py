"""WXR447: items that name no author."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import SiteIndex
from wpmigrate.rules.rule import IndexRule, of_entry


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Items that are written; said once, since exporters that leave authors out do so for all."""
    lacking = [entry for entry in index.entries if not entry.creator and entry.skipped is None]
    if not lacking:
        return ()
    first = min(lacking, key=lambda entry: entry.sort_key)
    return (of_entry("WXR447", first, number=len(lacking)),)


RULE = IndexRule(("WXR447",), check)
