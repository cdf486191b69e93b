"""WXR432 and WXR433: comments that answer each other in a circle, or answer what is not there."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import Item
from wpmigrate.rules.cycles import cycles
from wpmigrate.rules.rule import ItemRule, of_item


def check(item: Item) -> Iterable[Diagnostic]:
    """Spam is not exported, so an answer to spam has lost its parent; circles come from broken merges."""
    parents = {comment.id: comment.parent for comment in item.comments if comment.parent}
    if not parents:
        return ()
    lines = {comment.id: comment.line for comment in item.comments}
    found = []
    for circle in cycles(parents):
        ids = ", ".join(map(str, sorted(circle)))
        found.append(of_item("WXR432", item, lines[min(circle)], ids=ids))
    orphans = [comment for comment in item.comments if comment.parent and comment.parent not in lines]
    if orphans:
        first = orphans[0]
        others = f" ({len(orphans) - 1} more are like it)" if len(orphans) > 1 else ""
        found.append(of_item("WXR433", item, first.line, comment=first.id, parent=first.parent, others=others))
    return found


RULE = ItemRule(("WXR432", "WXR433"), check)
