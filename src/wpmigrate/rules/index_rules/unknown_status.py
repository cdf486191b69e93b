"""WXR423: a status that WordPress itself does not know."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import SiteIndex
from wpmigrate.rules.rule import IndexRule, of_entry

KNOWN_STATUSES = frozenset(
    {"publish", "future", "draft", "pending", "private", "trash", "spam", "auto-draft", "inherit"}
)
"""Post statuses of WordPress (`create_initial_post_types`), and spam, which plugins use for posts."""


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Items that are written; of others it does not matter."""
    return (
        of_entry("WXR423", entry, status=entry.status)
        for entry in index.entries
        if entry.status not in KNOWN_STATUSES and entry.skipped is None
    )


RULE = IndexRule(("WXR423",), check)
