"""WXR446: attachments that were uploaded to items which are not there."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import SiteIndex
from wpmigrate.rules.rule import IndexRule, of_entry


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Once a site, at the first of them."""
    ids = set(index.entries.values("post_id"))
    orphans = [
        entry for entry in index.entries if entry.type == "attachment" and entry.parent and entry.parent not in ids
    ]
    if not orphans:
        return ()
    first = min(orphans, key=lambda entry: entry.sort_key)
    return (of_entry("WXR446", first, number=len(orphans), parent=first.parent),)


RULE = IndexRule(("WXR446",), check)
