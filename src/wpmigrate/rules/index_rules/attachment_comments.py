"""WXR457: comments of attachments, which get no page on which they could stand."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import SiteIndex
from wpmigrate.rules.rule import IndexRule, of_entry


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Once a site, at the first of them; attachments that are written, or that nobody could see, do not count."""
    found = [
        entry
        for entry in index.entries
        if entry.skipped == "attachment" and entry.public_comment_count and not entry.is_hidden
    ]
    if not found:
        return ()
    first = min(found, key=lambda entry: entry.sort_key)
    number = sum(entry.public_comment_count for entry in found)
    return (of_entry("WXR457", first, number=number, attachments=len(found)),)


RULE = IndexRule(("WXR457",), check)
