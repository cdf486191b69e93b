"""WXR450: a published post or page without any text."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import Item
from wpmigrate.rules.rule import PAGE_TYPES, ItemRule, of_item


def check(item: Item) -> Iterable[Diagnostic]:
    """One whose content element is missing was named by the reader (WXR425)."""
    if item.content or item.status != "publish" or item.type not in PAGE_TYPES or "content" in item.absent:
        return ()
    return (of_item("WXR450", item, item.lines.get("content")),)


RULE = ItemRule(("WXR450",), check)
