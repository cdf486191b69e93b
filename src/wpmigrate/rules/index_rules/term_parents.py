"""WXR434 and WXR443: terms that are their own ancestors, or whose parent is not there."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import SiteIndex
from wpmigrate.rules.cycles import cycles
from wpmigrate.rules.rule import IndexRule, of_site


def top_level_terms(index: SiteIndex) -> frozenset[tuple[str, str]]:
    """Keys of the terms that stand in a circle of parents: they count as having no parent."""
    parents = {
        key: (term.taxonomy, term.parent)
        for key, term in index.terms.items()
        if term.parent and (term.taxonomy, term.parent) in index.terms
    }
    return frozenset(key for circle in cycles(parents) for key in circle)


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Each term of a circle, and each whose parent is not described. A parent is named by its slug."""
    circled = top_level_terms(index)
    found = []
    for key, term in index.terms.items():
        if key in circled:
            found.append(of_site("WXR434", index, term.line, taxonomy=term.taxonomy, slug=term.slug))
        elif term.parent and (term.taxonomy, term.parent) not in index.terms:
            values = {"taxonomy": term.taxonomy, "slug": term.slug, "parent": term.parent}
            found.append(of_site("WXR443", index, term.line, **values))
    return found


RULE = IndexRule(("WXR434", "WXR443"), check)
