"""The elements that WordPress's paragraph rules take for blocks, as parts of regular expressions."""

from collections.abc import Iterable
from itertools import groupby

#: The list of `wpautop()`; `source`, `iframe` and other newcomers are not in it.
BLOCK_TAGS = (
    "address", "area", "article", "aside", "blockquote", "caption", "col", "colgroup", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "legend", "li", "map", "menu", "nav", "ol", "p", "pre", "section", "style", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
)  # fmt: skip


def alternatives(names: Iterable[str]) -> str:
    """A pattern for any of the names, grouped by first letter, which spares most of the comparisons."""
    groups = groupby(sorted(names), key=lambda name: name[0])
    return "(?:" + "|".join(letter + "(?:" + "|".join(n[1:] for n in group) + ")" for letter, group in groups) + ")"


#: Name of a block element, whole: what follows is not part of a name.
BLOCK_NAME = alternatives(BLOCK_TAGS)
