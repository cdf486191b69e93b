"""WXR437: terms that items use and the channel does not describe."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import SiteIndex
from wpmigrate.rules.rule import IndexRule, of_site

_NEVER_DESCRIBED = frozenset({"post_format", "nav_menu", "link_category"})
"""Taxonomies of WordPress itself, which its exporter describes nowhere or as menus (`export_wp`)."""


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Once a taxonomy. A term may be named by its slug or, where old exporters give none, by its name."""
    used = {term for terms in {entry.terms for entry in index.entries} for term in terms}
    known = {(taxonomy, slug.lower()) for taxonomy, slug in index.terms}
    known.update((term.taxonomy, term.name.lower()) for term in index.terms.values())
    missing: dict[str, list[str]] = {}
    for taxonomy, slug in used:
        if taxonomy not in _NEVER_DESCRIBED and (taxonomy, slug.lower()) not in known:
            missing.setdefault(taxonomy, []).append(slug)
    return (
        of_site("WXR437", index, number=len(slugs), taxonomy=taxonomy, sample=min(slugs))
        for taxonomy, slugs in missing.items()
    )


RULE = IndexRule(("WXR437",), check)
