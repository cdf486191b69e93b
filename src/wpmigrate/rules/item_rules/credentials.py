"""WXR713: post meta that look like keys or passwords of other services."""

import re
from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import Item
from wpmigrate.rules.rule import ItemRule, of_item

_KEY = re.compile(r"(?:api|access|auth|secret|private|consumer)[_-]?(?:key|token|secret)|password|passwd|client_secret")
_SHORTEST = 12
"""Characters of a value that may be a key; shorter ones are switches and numbers."""


def check(item: Item) -> Iterable[Diagnostic]:
    """Once an item, with the names of the keys alone. Names tell: values of keys look like any other."""
    if not item.meta:
        return ()
    names = {
        meta.key: meta.line for meta in item.meta if len(meta.value) >= _SHORTEST and _KEY.search(meta.key.lower())
    }
    if not names:
        return ()
    return (of_item("WXR713", item, next(iter(names.values())), keys=", ".join(names)),)


RULE = ItemRule(("WXR713",), check)
