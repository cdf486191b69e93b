"""The hierarchy of terms as it can be told: each term with the key of its parent."""

from collections import Counter
from collections.abc import Mapping

from wpmigrate.html import unescape
from wpmigrate.model import SiteIndex, Term

from .cycles import cycles

TermKey = tuple[str, str]
"""Taxonomy and slug."""


def named_parents(index: SiteIndex) -> dict[TermKey, TermKey | None]:
    """The parent that each term names, None for one that is not there; terms that name none are left out.

    `wp:category_parent` is the parent's slug from exporter 3.1 on and its name before. A name counts where no slug fits
    and one term of the taxonomy alone has it.
    """
    by_name: dict[TermKey, TermKey | None] | None = None
    found: dict[TermKey, TermKey | None] = {}
    for key, term in index.terms.items():
        if not term.parent:
            continue
        parent: TermKey | None = (term.taxonomy, term.parent)
        if parent not in index.terms:
            if by_name is None:
                by_name = _by_name(index.terms)
            parent = by_name.get((term.taxonomy, term.parent)) or by_name.get((term.taxonomy, unescape(term.parent)))
        found[key] = parent
    return found


def circled_terms(parents: Mapping[TermKey, TermKey | None]) -> frozenset[TermKey]:
    """The terms that are their own ancestors."""
    known = {key: parent for key, parent in parents.items() if parent is not None}
    return frozenset(key for circle in cycles(known) for key in circle)


def term_parents(index: SiteIndex) -> dict[TermKey, str]:
    """The slug of each term's parent, for the terms that have one in the export; circles are broken."""
    parents = named_parents(index)
    circled = circled_terms(parents)
    return {key: parent[1] for key, parent in parents.items() if parent is not None and key not in circled}


def names_apart(index: SiteIndex) -> dict[TermKey, str]:
    """Names for terms that share theirs with another that items have, and stand below one: `Jackets (Women)`.

    WordPress lets two terms of a taxonomy have one name where they stand in different places of the hierarchy.
    """
    used = {key for terms in index.entries.values("terms") for key in terms}
    shared = Counter((key[0], term.name) for key, term in index.terms.items() if key in used)
    if shared.total() == len(shared):
        return {}
    found = {}
    for key, parent in term_parents(index).items():
        name = index.terms[key].name
        if key in used and shared[key[0], name] > 1:
            found[key] = f"{name} ({index.terms[key[0], parent].name})"
    return found


def _by_name(terms: Mapping[TermKey, Term]) -> dict[TermKey, TermKey | None]:
    """Keys by taxonomy and name; None where several terms have the name."""
    found: dict[TermKey, TermKey | None] = {}
    for key, term in terms.items():
        name = (term.taxonomy, term.name)
        found[name] = key if name not in found else None
    return found
