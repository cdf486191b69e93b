"""Which post meta of an item are custom fields: those that a theme may have shown to readers."""

import re
from collections.abc import Iterable

from wpmigrate.model import Item, Meta
from wpmigrate.targets import META_ALLOWED

_IN_BODIES = frozenset({"footnotes"})
"""Post meta that bodies show."""
_PROSE = re.compile(
    r"(?<![^\W\d_])(?:[^\W\d_]{2,}+[ ,;]++){4}[^\W\d_]{2}|[\u0e01-\u0e4e\u3041-\u9fff\uac00-\ud7a3]{12}"
)
"""Five words of a text; languages without blanks between words have their own letters."""


_MARKS = re.compile(r"<!--.*?-->|</?(?:p|div|br)\b[^<>]*>|&nbsp;", re.DOTALL)
_MOST_MARKS = 500
"""A body longer than this says something."""


def custom_fields(item: Item) -> set[str]:
    """The keys. Those that begin with `_` are notes of plugins, which WordPress hides from the author.

    An item without text is another matter: a page builder or a post format keeps there what the page shows.
    """
    keys = {meta.key for meta in item.meta if meta.key and meta.key[0] != "_"} - _IN_BODIES
    if _is_blank(item.content):
        keys.update(_hidden_texts(item.meta))
    return keys


def has_no_text(item: Item) -> bool:
    """Whether an item has no words: its body and excerpt are blank, and no plugin keeps the text of the page.

    What plugins tell search engines of a page is none.
    """
    return (
        _is_blank(item.content)
        and not item.excerpt.strip()
        and all(key in META_ALLOWED for key in _hidden_texts(item.meta))
    )


def _is_blank(content: str) -> bool:
    """Whether a body holds nothing but empty paragraphs and marks of blocks."""
    return len(content) < _MOST_MARKS and not (_MARKS.sub("", content) if "<" in content else content).strip()


def _hidden_texts(meta: Iterable[Meta]) -> set[str]:
    """The keys of hidden post meta that hold prose."""
    return {one.key for one in meta if one.key[:1] == "_" and _PROSE.search(one.value) is not None}
