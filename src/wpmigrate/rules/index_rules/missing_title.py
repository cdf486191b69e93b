"""WXR428: a published item without a title."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import SiteIndex
from wpmigrate.rules.rule import IndexRule, of_entry


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Items that are written and public; drafts often have none yet."""
    return (
        of_entry("WXR428", entry)
        for entry in index.entries
        if entry.status == "publish" and not entry.title and entry.skipped is None
    )


RULE = IndexRule(("WXR428",), check)
