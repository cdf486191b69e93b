"""WXR711 and WXR712: items that the site did not show, and passwords of items, in an export that may be passed on."""

from collections import Counter
from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import SiteIndex
from wpmigrate.rules.rule import IndexRule, of_site

_HIDDEN = frozenset({"private", "draft", "pending", "future", "trash", "auto-draft", "spam"})


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Once a site each, in numbers: what is private must not be told here either."""
    hidden = Counter(filter(_HIDDEN.__contains__, index.entries.values("status")))
    protected = sum(index.entries.values("has_password"))
    found = []
    if hidden:
        told = ", ".join(f"{number} {status}" for status, number in sorted(hidden.items()))
        found.append(of_site("WXR711", index, statuses=told))
    if protected:
        found.append(of_site("WXR712", index, number=protected))
    return found


RULE = IndexRule(("WXR711", "WXR712"), check)
