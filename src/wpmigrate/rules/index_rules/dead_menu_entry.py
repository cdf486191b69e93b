"""WXR448: menu entries whose target is not there."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import MenuItem, SiteIndex
from wpmigrate.rules.rule import IndexRule, of_entry


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Once a site, at the first of them; terms are looked for only where the export tells their ids."""
    ids = set(index.entries.values("post_id"))
    terms = {term.id for term in index.terms.values()} - {None}
    dead = [menu for menu in index.menu_items if _is_dead(menu, ids, terms)]
    if not dead:
        return ()
    first = min(dead, key=lambda menu: menu.id)
    entry = index.by_post_id()[first.id]
    return (of_entry("WXR448", entry, number=len(dead), sample=first.title or first.object_id),)


def _is_dead(menu: MenuItem, ids: set[int | None], terms: set[int | None]) -> bool:
    if menu.kind == "post_type":
        return menu.object_id not in ids
    return menu.kind == "taxonomy" and bool(terms) and menu.object_id not in terms


RULE = IndexRule(("WXR448",), check)
