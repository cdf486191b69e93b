"""Addresses that items once had: WordPress leads them on (`wp_old_slug_redirect`), so a new site must too."""

from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from wpmigrate.model import Entry

from .places import path_key


def former_paths(entries: Iterable[Entry]) -> Mapping[int, list[str]]:
    """The former addresses of the written entries, by their number: paths from the site's root, percent-encoded.

    They are the present address with an old slug (`_wp_old_slug`) for its last name. One that now belongs to another
    item is left out, as is one that two items once had: the later one has it.
    """
    wanted = [entry for entry in entries if entry.skipped is None and entry.address]
    if not any(entry.old_slugs for entry in wanted):
        return {}
    taken = {path_key(entry.address) for entry in wanted}
    found: dict[int, list[str]] = {}
    for entry in sorted((e for e in wanted if e.old_slugs and not e.is_draft), key=lambda e: e.sort_key, reverse=True):
        for slug in entry.old_slugs:
            path = _with_slug(entry, slug)
            key = path_key(path)
            if path and key not in taken:
                taken.add(key)
                found.setdefault(entry.number, []).append(path)
    return found


def _with_slug(entry: Entry, slug: str) -> str:
    """The address with `slug` where the present slug stands; empty when it does not stand at the end."""
    slash = "/" if entry.address.endswith("/") else ""
    folder, _, last = entry.address.rstrip("/").rpartition("/")
    stem, dot, extension = last.partition(".")
    if unquote(stem).lower() != unquote(entry.slug).lower() or not slug.strip("./") or "/" in unquote(slug):
        return ""
    return f"{folder}/{slug}{dot}{extension}{slash}"
