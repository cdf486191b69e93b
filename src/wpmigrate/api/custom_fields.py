"""Which post meta of an item are custom fields: those that a theme may have shown to readers."""

import re

from wpmigrate.model import Item

_IN_BODIES = frozenset({"footnotes"})
"""Post meta that bodies show."""
_PROSE = re.compile(
    r"(?<![^\W\d_])(?:[^\W\d_]{2,}+[ ,;]++){4}[^\W\d_]{2}|[\u0e01-\u0e4e\u3041-\u9fff\uac00-\ud7a3]{12}"
)
"""Five words of a text; languages without blanks between words have their own letters."""


def custom_fields(item: Item) -> set[str]:
    """The keys. Those that begin with `_` are notes of plugins, which WordPress hides from the author.

    An item without text is another matter: a page builder or a post format keeps there what the page shows.
    """
    keys = {meta.key for meta in item.meta if meta.key and meta.key[0] != "_"} - _IN_BODIES
    if not item.content.strip():
        keys |= {meta.key for meta in item.meta if meta.key[:1] == "_" and _PROSE.search(meta.value) is not None}
    return keys
