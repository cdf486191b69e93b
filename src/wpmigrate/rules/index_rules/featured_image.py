"""WXR435: a featured image that the export does not hold."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import SiteIndex
from wpmigrate.rules.rule import IndexRule, of_entry


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Items that are written. Of an export without any attachment it is said once: it was made without them."""
    lacking = [
        entry
        for entry in index.entries
        if entry.thumbnail and entry.thumbnail not in index.attachments and entry.skipped is None
    ]
    if lacking and not index.attachments:
        first = min(lacking, key=lambda entry: entry.sort_key)
        others = (
            f", nor are those of {len(lacking) - 1} other items: it holds no attachment" if len(lacking) > 1 else ""
        )
        return (of_entry("WXR435", first, first.thumbnail_line, id=first.thumbnail, others=others),)
    return (of_entry("WXR435", entry, entry.thumbnail_line, id=entry.thumbnail, others="") for entry in lacking)


RULE = IndexRule(("WXR435",), check)
