"""WXR421: a published item without a slug."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import Item
from wpmigrate.rules.rule import ItemRule, of_item

_WITHOUT_ADDRESS = frozenset({"nav_menu_item", "attachment", "revision"})
_FOREIGN = {"type", "status"}
"""Absent together in feeds and foreign items, which are named as such."""


def check(item: Item) -> Iterable[Diagnostic]:
    """WordPress gives every published post a slug, if only its id (`wp_insert_post`)."""
    if item.slug or item.status != "publish" or item.type in _WITHOUT_ADDRESS or item.absent >= _FOREIGN:
        return ()
    return (of_item("WXR421", item, item.lines.get("slug")),)


RULE = ItemRule(("WXR421",), check)
