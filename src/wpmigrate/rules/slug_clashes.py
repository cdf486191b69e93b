"""Slugs that would be one file: equal for systems that fold case or accents. The plan names the paths (WXR430)."""

import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote

from wpmigrate.model import Entry


def slug_clashes(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Groups of two or more entries of one type and parent whose slugs are equal once decoded, folded and in NFC.

    Sorted, inside and among each other, by `Entry.sort_key`; items without a slug clash with none.
    """
    groups: dict[tuple[str, int, str], list[Entry]] = {}
    for entry in entries:
        if entry.slug:
            slug = unicodedata.normalize("NFC", unquote(entry.slug, errors="ignore")).casefold()
            groups.setdefault((entry.type, entry.parent, unicodedata.normalize("NFC", slug)), []).append(entry)
    clashes = [sorted(group, key=lambda entry: entry.sort_key) for group in groups.values() if len(group) > 1]
    return sorted(clashes, key=lambda group: group[0].sort_key)
