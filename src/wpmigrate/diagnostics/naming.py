"""How people name codes: WXR421, missing-slug, a beginning such as WXR4, or a pattern such as missing-*."""

from collections.abc import Iterable
from difflib import get_close_matches
from fnmatch import fnmatchcase

from wpmigrate.errors import UsageError

from .catalogue import CATALOGUE

ALL = "all"
"""The word for every code."""


def codes_named(word: str) -> tuple[str, ...]:
    """The codes that `word` names, in code order; raises UsageError for a word that names none."""
    asked = word.strip()
    code, name = asked.upper(), asked.lower()
    if name == ALL:
        return tuple(CATALOGUE)
    if name.startswith("wxr"):
        found = tuple(known for known in CATALOGUE if known.startswith(code))
    else:
        found = tuple(row.code for row in CATALOGUE.values() if fnmatchcase(row.name, name))
    if not found or not asked:
        raise UsageError(f"no code is called {word!r}", advice=_advice(name))
    return found


def codes_of(words: Iterable[str]) -> frozenset[str]:
    """All codes that the words name."""
    return frozenset(code for word in words for code in codes_named(word))


def _advice(name: str) -> str:
    known = [row.name for row in CATALOGUE.values()] + [code.lower() for code in CATALOGUE]
    near = get_close_matches(name, known, n=1)
    guess = f"Did you mean {near[0].upper() if near[0].startswith('wxr') else near[0]}? " if near else ""
    return f"{guess}“wpmigrate rules” lists all codes and names; WXR4 means all that begin so."
