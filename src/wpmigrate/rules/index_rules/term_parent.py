"""WXR434 and WXR443: terms that are their own ancestors, or whose parent is not there."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import SiteIndex
from wpmigrate.rules.rule import IndexRule, of_site
from wpmigrate.rules.term_tree import circled_terms, named_parents


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Each term of a circle, and each whose parent is not described."""
    parents = named_parents(index)
    circled = circled_terms(parents)
    found = []
    for key, parent in parents.items():
        term = index.terms[key]
        values = {"taxonomy": term.taxonomy, "slug": term.slug}
        if key in circled:
            found.append(of_site("WXR434", index, term.line, **values))
        elif parent is None:
            found.append(of_site("WXR443", index, term.line, **values, parent=term.parent))
    return found


RULE = IndexRule(("WXR434", "WXR443"), check)
