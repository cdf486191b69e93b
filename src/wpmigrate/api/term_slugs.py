"""The slugs under which the pages of terms stand: one plain word each, and no two terms of a taxonomy share one."""

from collections.abc import Iterable
from urllib.parse import unquote

from wpmigrate import rules
from wpmigrate.model import Entry, SiteIndex
from wpmigrate.targets import term_slug

TermKey = tuple[str, str]
"""Taxonomy and slug."""


def page_slug(key: TermKey, index: SiteIndex) -> str:
    """The slug of a term's page."""
    return index.slugs_apart.get(key) or term_slug((key[1], ""))


def slugs_apart(index: SiteIndex, entries: Iterable[Entry]) -> dict[TermKey, str]:
    """The slugs of pages of those terms of `entries`, and of terms above them, whose own slugs give the same word.

    `c.net` and `c-net` do, and `Foo` and `foo`. The one that is that word already has it, then the first; others get "-2",
    "-3" … Two spellings of one slug, with percent signs and without, are one term.
    """
    by_word: dict[TermKey, dict[str, list[TermKey]]] = {}
    for key in sorted(with_parents({key for entry in entries for key in entry.terms}, index)):
        slug = unquote(key[1], errors="ignore")
        by_word.setdefault((key[0], term_slug((key[1], ""))), {}).setdefault(slug, []).append(key)
    found: dict[TermKey, str] = {}
    for (taxonomy, word), spellings in by_word.items():
        if len(spellings) > 1:
            for slug, free in zip(_ranked(spellings, word), _free(taxonomy, word, by_word), strict=False):
                found.update(dict.fromkeys(spellings[slug], free))
    return found


def with_parents(keys: Iterable[TermKey], index: SiteIndex) -> set[TermKey]:
    """The keys, and those of the terms above them."""
    parents = rules.term_parents(index)
    wanted = set(keys)
    for key in list(wanted):
        above = key
        while above in parents and (above := (key[0], parents[above])) not in wanted:
            wanted.add(above)
    return wanted


def _ranked(slugs: Iterable[str], word: str) -> list[str]:
    """The slugs in the order in which they choose."""
    return sorted(slugs, key=lambda slug: (slug != word, slug))


def _free(taxonomy: str, word: str, taken: dict[TermKey, dict[str, list[TermKey]]]) -> Iterable[str]:
    """The word, then the word with numbers that no other term has."""
    yield word
    number = 2
    while True:
        if (taxonomy, f"{word}-{number}") not in taken:
            yield f"{word}-{number}"
        number += 1
