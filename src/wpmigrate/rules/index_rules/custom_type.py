"""WXR449: items of types that only a plugin or theme knows."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import Entry, SiteIndex
from wpmigrate.rules.rule import IndexRule, of_entry


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Once a type, at its first item; those that the policy knows have reasons of their own."""
    groups: dict[str, list[Entry]] = {}
    for entry in index.entries:
        if entry.skipped == f"type {entry.type}":
            groups.setdefault(entry.type, []).append(entry)
    return [
        of_entry("WXR449", min(group, key=lambda entry: entry.sort_key), number=len(group), type=type_)
        for type_, group in groups.items()
    ]


RULE = IndexRule(("WXR449",), check)
