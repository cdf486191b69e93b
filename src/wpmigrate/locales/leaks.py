"""A byline that stands in the body of a post: it was pasted with it, or a theme printed it into the text."""

import re
from dataclasses import dataclass
from functools import cache

from .body_ends import EndBlock, end_blocks, whole_span
from .byline import Byline
from .finder import LONGEST, find_bylines, hits_of
from .folding import folded, joins
from .tables import ENGLISH, available, known_locale, table

_NEAR = 700
"""Characters at either end of a body that are looked at before anything else."""

_REACH = 3
"""Blocks at either end of a body among which a byline may stand."""

_SEPARATORS = ("|", "»", "·", "•", "&raquo;")
_YEAR = re.compile(r"[12][90]\d\d(?![\w/]|\.\w)")
#: Begins with one set of characters, which `re` looks for ten times as fast as for alternatives.
_OTHER_YEAR = re.compile(r"\d(?:[年년]|(?<=[٠-٩۰-۹०-९๐-๙])[٠-٩۰-۹०-९๐-๙])")
_IN_ADDRESS = frozenset("/.=-_%&?#")

_WORD = re.compile(r"[^\W\d_]{4,}")
_PLACE = re.compile(r"\{\w*\}")
_ROOT = 4
"""Letters by which a word is known before anything else is tried."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A byline in a body: `start` to `end` are its blocks, `text` is what they say, `byline` what that means.

    `whole` is the span with the elements and blank lines that hold nothing else, None where it cannot be cut out without
    leaving half an element behind.
    """

    start: int
    end: int
    text: str
    byline: Byline
    whole: tuple[int, int] | None


def find_leaks(body: str, locale: str | None = None) -> list[Leak]:
    """The bylines among the first and the last blocks of a stored body, at most one at either end.

    `locale` is that of the blog; without one the words tell it, which takes longer.
    """
    locale = known_locale(locale or "")
    if not (_has_sign(body[:_NEAR]) or (len(body) > _NEAR and _has_sign(body[-_NEAR:]))):
        return []
    return [leak for blocks in end_blocks(body, _REACH) if (leak := _leak(body, blocks, locale))]


def _has_sign(text: str) -> bool:
    """Whether a text has what a byline of two parts has: a separator, or a year that is no part of an address."""
    for sign in _SEPARATORS:
        if sign in text:
            return True
    for year in _YEAR.finditer(text):
        if text[year.start() - 1 : year.start()] not in _IN_ADDRESS:
            return True
    return not text.isascii() and _OTHER_YEAR.search(text) is not None


def _leak(body: str, blocks: list[EndBlock], locale: str | None) -> Leak | None:
    """The byline among the blocks of one end."""
    seeds = [block for block in blocks if _may_be(block.text, locale)]
    if all(hits_of(block.text, locale, block.anchors) is None for block in seeds):
        return None
    anchors = [anchor for block in blocks for anchor in block.anchors]
    found = find_bylines([block.text for block in blocks], locale, anchors=anchors)
    if not found:
        return None
    here = blocks[found[0].first : found[0].end]
    start, end = here[0].start, here[-1].end
    return Leak(start, end, " ".join(block.text for block in here), found[0].byline, whole_span(body, start, end))


def _may_be(text: str, locale: str | None) -> bool:
    """Whether it is worth while to read a block."""
    return len(text) <= LONGEST and _has_sign(text) and _speaks(text, locale)


def _speaks(text: str, locale: str | None) -> bool:
    """Whether a text has a word of bylines, by its first letters, in the locale or in English; in any without a locale."""
    roots = _roots(locale) | _roots(ENGLISH) if locale else _all_roots()
    return any(word[:_ROOT] in roots for word in _WORD.findall(text.lower())) or any(map(joins, text))


@cache
def _roots(locale: str) -> frozenset[str]:
    """The beginnings of the longer words with which a locale announces values and speaks of comments."""
    own = table(locale)
    phrases = [phrase for group in own.labels.values() for phrase in group]
    phrases += own.comments.get("count", ())
    return frozenset(word[:_ROOT] for phrase in phrases for word in _WORD.findall(_PLACE.sub(" ", folded(phrase))))


@cache
def _all_roots() -> frozenset[str]:
    return frozenset().union(*map(_roots, available()))
