"""WXR431: pages that are their own ancestors."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import SiteIndex
from wpmigrate.rules.cycles import cycles
from wpmigrate.rules.rule import IndexRule, of_entry


def top_level_entries(index: SiteIndex) -> frozenset[int]:
    """Numbers of the entries that stand in a circle of parents of their own type: they count as having no parent."""
    by_id = index.by_post_id()
    parents: dict[int, int] = {}
    for entry in index.entries:
        parent = by_id.get(entry.parent) if entry.parent else None
        if parent is not None and parent.type == entry.type:
            parents[entry.number] = parent.number
    return frozenset(number for circle in cycles(parents) for number in circle)


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Each item of a circle."""
    numbers = top_level_entries(index)
    return [of_entry("WXR431", entry) for entry in index.entries if entry.number in numbers] if numbers else ()


RULE = IndexRule(("WXR431",), check)
