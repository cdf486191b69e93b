"""WXR710: e-mail and IP addresses that are left out."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import SiteIndex
from wpmigrate.rules.rule import IndexRule, of_site


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Once a site: those of commenters and of authors."""
    number = sum(index.entries.values("private_count"))
    number += sum(bool(author.email) for author in index.authors.values())
    return (of_site("WXR710", index, number=number),) if number else ()


RULE = IndexRule(("WXR710",), check)
