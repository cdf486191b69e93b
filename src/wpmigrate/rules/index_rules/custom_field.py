"""WXR454: custom fields that are not brought along."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import Entry, SiteIndex
from wpmigrate.rules.rule import IndexRule, of_entry


def entries_with_field(index: SiteIndex) -> dict[str, list[Entry]]:
    """Key of a custom field that is left out to the written entries that have it, and the page for posts, by key."""

    def is_shown(entry: Entry) -> bool:
        return entry.skipped is None or entry.number == index.posts_page

    found = {
        key: [entry for entry in map(index.entries.__getitem__, numbers) if is_shown(entry)]
        for key, numbers in sorted(index.custom_fields.items())
    }
    return {key: entries for key, entries in found.items() if entries}


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Once a field, at its first item."""
    return [
        of_entry("WXR454", min(entries, key=lambda entry: entry.sort_key), number=len(entries), key=key)
        for key, entries in entries_with_field(index).items()
    ]


RULE = IndexRule(("WXR454",), check)
