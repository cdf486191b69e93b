"""Class names of themes that put a sign of their own before WordPress's names: `cm-entry-title` is an `entry-title`."""

import re
from collections import Counter

from .classes import BODY, BOX, ELSEWHERE, EXCERPT, IS_BYLINE, NOT_BODY, SURE_BODY, SURE_TITLE, TITLE
from .tree import HtmlElement

_PREFIXED = re.compile(r"([a-z]{2,4})-(.+)")
_KNOWN = frozenset({*BODY, *EXCERPT, *TITLE, *IS_BYLINE, *ELSEWHERE, *NOT_BODY, "author", "vcard"}) - {*BOX}
_SURE = frozenset({*SURE_BODY, *EXCERPT[:2], *SURE_TITLE})
_LEAST = 4
"""So many known names with one sign before them make it that of a theme."""


def add_plain_names(root: HtmlElement) -> None:
    """Give elements the names without the theme's sign too, on pages where nothing bears one of the surest names."""
    marked = [element for element in root.iter("*") if element.get("class")]
    # In the order of the page: which of two signs is the theme's must not go by that of a set.
    tokens = dict.fromkeys(token for element in marked for token in element.get("class", "").split())
    if not _SURE.isdisjoint(tokens):
        return
    found = [match for token in tokens if (match := _PREFIXED.fullmatch(token)) and match[2] in _KNOWN]
    sign, number = next(iter(Counter(match[1] for match in found).most_common(1)), ("", 0))
    if number < _LEAST:
        return
    plain = {match[0]: match[2] for match in found if match[1] == sign}
    for element in marked:
        classes = element.get("class", "").split()
        element.set("class", " ".join([*classes, *(plain[token] for token in classes if token in plain)]))
