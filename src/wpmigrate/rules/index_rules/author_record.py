"""WXR438: authors of whom the export has no record."""

from collections import Counter
from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import SiteIndex
from wpmigrate.rules.rule import IndexRule, of_site
from wpmigrate.targets import public_name


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Once an author, over the items that are written. Exporters up to 3.0 write display names."""
    known = set(index.authors) | {author.name for author in index.authors.values()}
    counts = Counter(entry.creator for entry in index.entries if entry.skipped is None)
    return (
        of_site("WXR438", index, creator=public_name(creator), number=number)
        for creator, number in counts.items()
        if creator and creator not in known
    )


RULE = IndexRule(("WXR438",), check)
