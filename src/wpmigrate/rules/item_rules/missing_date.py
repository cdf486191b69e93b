"""WXR413: a published item without a date."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import Item
from wpmigrate.rules.rule import PAGE_TYPES, ItemRule, of_item

_ZERO = ("0000-", "-0001-", "-001-")


def check(item: Item) -> Iterable[Diagnostic]:
    """Posts and pages; a date that is none was named by the reader (WXR411, WXR412)."""
    if item.date is not None or item.status != "publish" or item.type not in PAGE_TYPES:
        return ()
    if item.date_text and not item.date_text.startswith(_ZERO):
        return ()
    return (of_item("WXR413", item, item.lines.get("date_text")),)


RULE = ItemRule(("WXR413",), check)
