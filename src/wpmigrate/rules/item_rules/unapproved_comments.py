"""WXR455: comments that the site did not show, and that are left out."""

from collections import Counter
from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import INTERNAL_COMMENTS, Comment, Item
from wpmigrate.rules.rule import ItemRule, of_item

_STATES = {"0": "pending", "hold": "pending", "": "pending", "spam": "spam", "trash": "trash", "post-trashed": "trash"}
"""States of a comment in WordPress (`wp_set_comment_status`) → words; others are a plugin's or another exporter's."""

_LONGEST = 20


def check(item: Item) -> Iterable[Diagnostic]:
    """Once an item, in numbers: what is not public must not be told here either."""
    hidden = [comment for comment in item.comments if not comment.is_public]
    if not hidden:
        return ()
    states = Counter(map(_state, hidden))
    told = ", ".join(f"{number} {state}" for state, number in sorted(states.items()))
    return (of_item("WXR455", item, hidden[0].line, number=len(hidden), states=told),)


def _state(comment: Comment) -> str:
    if comment.kind in INTERNAL_COMMENTS:
        return "internal"
    return _STATES.get(comment.approved) or f"“{comment.approved[:_LONGEST]}”"


RULE = ItemRule(("WXR455",), check)
