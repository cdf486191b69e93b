"""The old addresses of the archives of terms."""

import re
from collections.abc import Mapping
from urllib.parse import unquote

from wpmigrate.model import SiteIndex

from .homes import homes_of

TermKey = tuple[str, str]
"""Taxonomy and slug."""

_BASES = {"category": "category", "post_tag": "tag"}
"""WordPress's own bases; another taxonomy commonly has its name."""
_NO_WORD = re.compile(r"[^\w-]+")
_MAX_DEPTH = 20


def term_paths(index: SiteIndex, keys: Mapping[TermKey, str], parents: Mapping[TermKey, str]) -> dict[TermKey, str]:
    """The path of the archive of each of `keys`: from the site's root, decoded, with a slash at its end.

    The values of `keys` are the slugs as they are to stand in the path; `parents` gives the parent's slug of each that
    has one, whose name stands before its own (`get_term_link`, hierarchical rewrites). A blog that changed its bases
    does not say so in its export.
    """
    folder = homes_of(index).main[1]
    root = f"/{unquote(folder)}/" if folder else "/"
    found: dict[TermKey, str] = {}
    for key, slug in keys.items():
        taxonomy = key[0]
        names = [slug]
        above = key
        while above in parents and len(names) < _MAX_DEPTH:
            above = (taxonomy, parents[above])
            names.append(keys.get(above) or unquote(above[1], errors="ignore"))
        found[key] = f"{root}{_BASES.get(taxonomy) or _in_address(taxonomy)}/{'/'.join(reversed(names))}/"
    return found


def _in_address(taxonomy: str) -> str:
    """The name of a taxonomy as it stands in an address: one plain word (`sanitize_title_with_dashes`)."""
    return _NO_WORD.sub("-", taxonomy.lower()).strip("-") or "terms"
