"""WXR429 and WXR437: taxonomies and terms that items use and the channel does not describe."""

from collections import Counter
from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import SiteIndex
from wpmigrate.rules.rule import IndexRule, of_site

_NEVER_DESCRIBED = frozenset({"post_format", "nav_menu", "link_category"})
"""Taxonomies of WordPress itself, which its exporter describes nowhere or as menus (`export_wp`)."""
_OWN = frozenset({"category", "post_tag"})


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Once a taxonomy. A term may be named by its slug or, where old exporters give none, by its name.

    Terms of what nobody may see are not named: a report may be published.
    """
    shown = [entry.terms for entry in index.entries if entry.terms and not entry.is_hidden]
    used = {term for terms in set(shown) for term in terms}
    described = {taxonomy for taxonomy, _ in index.terms} | _OWN
    known = {(taxonomy, slug.lower()) for taxonomy, slug in index.terms}
    known.update((term.taxonomy, term.name.lower()) for term in index.terms.values())
    missing: dict[str, list[str]] = {}
    for taxonomy, slug in used:
        if taxonomy not in _NEVER_DESCRIBED and (taxonomy, slug.lower()) not in known:
            missing.setdefault(taxonomy, []).append(slug)
    numbers = Counter(taxonomy for terms in shown for taxonomy in {taxonomy for taxonomy, _ in terms})
    return (
        of_site("WXR437", index, number=len(slugs), taxonomy=taxonomy, sample=min(slugs))
        if taxonomy in described
        else of_site("WXR429", index, number=numbers[taxonomy], taxonomy=taxonomy)
        for taxonomy, slugs in missing.items()
    )


RULE = IndexRule(("WXR429", "WXR437"), check)
