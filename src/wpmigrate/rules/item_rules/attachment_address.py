"""WXR604: an attachment whose file has no address."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import Item
from wpmigrate.rules.rule import ItemRule, of_item


def check(item: Item) -> Iterable[Diagnostic]:
    """`wp:attachment_url`, or the GUID, which WordPress sets to the file's address (`wp_insert_attachment`)."""
    if item.type != "attachment" or item.attachment_url or (item.guid and "?" not in item.guid):
        return ()
    return (of_item("WXR604", item),)


RULE = ItemRule(("WXR604",), check)
