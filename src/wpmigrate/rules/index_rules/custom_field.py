"""WXR454: custom fields that are not brought along."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import Entry, SiteIndex
from wpmigrate.rules.rule import IndexRule, of_entry


def entries_with_field(index: SiteIndex) -> dict[str, list[Entry]]:
    """Key of a custom field that is left out to the written entries that have it, by key."""
    found = {
        key: [entry for number in numbers if (entry := index.entries[number]).skipped is None]
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
