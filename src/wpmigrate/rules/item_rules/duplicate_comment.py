"""WXR442: a comment id that is used twice in one item."""

from collections import Counter
from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import Item
from wpmigrate.rules.rule import ItemRule, of_item


def check(item: Item) -> Iterable[Diagnostic]:
    """Comment ids are unique in a database; exporters without ids write 0, which is no reference."""
    if len(item.comments) < 2:
        return ()
    ids = [comment.id for comment in item.comments if comment.id]
    if len(set(ids)) == len(ids):
        return ()
    lines = {comment.id: comment.line for comment in item.comments}
    return [of_item("WXR442", item, lines[id_], comment=id_) for id_, number in Counter(ids).items() if number > 1]


RULE = ItemRule(("WXR442",), check)
