"""WXR421: a published item without a slug."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import SiteIndex
from wpmigrate.rules.rule import IndexRule, of_entry


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Items that are written; WordPress gives every published post a slug, if only its id (`wp_insert_post`).

    Said once where no item at all has one; plain feeds never have any, and are named as such.
    """
    lacking = [
        entry for entry in index.entries if entry.status == "publish" and not entry.slug and entry.skipped is None
    ]
    if not lacking:
        return ()
    if any(index.entries.values("slug")):
        return [of_entry("WXR421", entry, others="") for entry in lacking]
    if not index.site.wxr_version:
        return ()
    first = min(lacking, key=lambda entry: entry.sort_key)
    others = f" ({len(lacking) - 1} more have none either)" if len(lacking) > 1 else ""
    return (of_entry("WXR421", first, others=others),)


RULE = IndexRule(("WXR421",), check)
