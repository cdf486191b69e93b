"""Which blocks of a text are bylines: own blocks, at least two things that say so, no word left over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .byline import Anchor, Byline
from .draft import Draft
from .folding import fold
from .lexicon import lexicon
from .reading import best_draft, byline_of, is_prose
from .tables import ENGLISH, known_locale

LONGEST = 400
"""Characters of a block that can be a byline; Kubrick's sentence has some 300."""

_LEAST = 2
"""Hits that a byline needs."""

_SURE = 4
"""Hits that outweigh a word which no phrase explains."""

_MOST_BLOCKS = 6
"""Blocks that stand together as one byline."""

_NAME_WORDS = 6
"""Words of the name of an author: what is longer is a sentence."""


@dataclass(frozen=True, slots=True)
class FoundByline:
    """A byline in a list of blocks: blocks `first` to `end` (exclusive), and what they say together."""

    first: int
    end: int
    byline: Byline


def find_bylines(
    blocks: Sequence[str], locale: str | None = None, *, anchors: Sequence[Anchor] = (), reach: int | None = None
) -> list[FoundByline]:
    """The bylines among the blocks (paragraphs, lines) of a text, from first to last.

    Blocks that stand together are one byline: a date line above `Posted in … | 2 Comments`, a link `Leave a comment` below
    it. `reach` limits the search to that many blocks from either end, where themes print them. A sentence that merely has
    a date, a name or a count is none: nothing in the block may be left unexplained, and two things must say it is one.
    """
    locale = known_locale(locale or "")
    near = range(len(blocks)) if reach is None else {*range(reach), *range(len(blocks) - reach, len(blocks))}
    hits = [hits_of(block, locale, anchors) if place in near else None for place, block in enumerate(blocks)]
    found: list[FoundByline] = []
    place = 0
    while place < len(blocks):
        end = place
        while end < len(blocks) and hits[end] is not None:
            end += 1
        one = _widest(blocks, place, end, locale, anchors)
        if one:
            found.append(one)
        place = one.end if one else max(end, place + 1)
    return found


def _widest(
    blocks: Sequence[str], first: int, end: int, locale: str | None, anchors: Sequence[Anchor]
) -> FoundByline | None:
    """The byline of most blocks within a run of blocks that each say something."""
    end = min(end, first + _MOST_BLOCKS)
    spans = [(start, stop) for start in range(first, end) for stop in range(start + 1, end + 1)]
    for start, stop in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if found := _together(blocks, start, stop, locale, anchors):
            return found
    return None


def hits_of(block: str, locale: str | None, anchors: Sequence[Anchor]) -> int | None:
    """How many things say that a block is a byline or a part of one; None when it is other text."""
    text = block.strip()
    if not text or len(text) > LONGEST:
        return None
    if is_ignored(text, locale):
        return 0
    draft = best_draft(text, locale, anchors)
    if draft is None or draft.loose or not _plausible(draft, text):
        return None
    if draft.date is not None and draft.date.status in ("incomplete", "relative"):
        return None
    return max(draft.hits, 1) if draft.hits or draft.count or draft.open is not None else None


def is_byline(block: str, locale: str | None = None) -> bool:
    """Whether a block of a saved page is a byline and nothing else.

    A theme has printed one somewhere there, so less has to tell than in the body of an export: small words that lead to an
    author do beside a date (`By Ann on March 3, 2010`), those that lead to a term do not (`3 May 2010 in Lund`).
    """
    text = block.strip()
    draft = best_draft(text, known_locale(locale or "")) if len(text) <= LONGEST else None
    if draft is None or not _plausible(draft, text):
        return False
    hits = draft.hits + (draft.date is not None and draft.date.day is None)
    if draft.loose > (hits >= _SURE) or hits < _LEAST:
        return False
    if draft.date is None and not draft.whole and text.endswith((".", "!", "?", "。")):
        return False
    return _telling(draft) or "author" in draft.values or hits > _LEAST


def is_ignored(text: str, locale: str | None) -> bool:
    """Whether a text is a link that themes print beside a byline (`Edit`, `Permalink`)."""
    plain = fold(text).text.strip(" .:()[]!-»«|")
    return any(plain in lexicon(name).ignored for name in (locale, ENGLISH) if name)


def _plausible(draft: Draft, text: str) -> bool:
    """Whether the values are names and terms, not sentences; an author in a body is one name."""
    author = draft.values.get("author", "")
    return (
        not is_prose(draft, text) and not any(sign in author for sign in ",!?;") and len(author.split()) <= _NAME_WORDS
    )


def _together(
    blocks: Sequence[str], first: int, end: int, locale: str | None, anchors: Sequence[Anchor]
) -> FoundByline | None:
    """What adjacent blocks say as one byline; None when they say too little."""
    text = "\n".join(blocks[first:end])
    draft = best_draft(text, locale, anchors)
    if draft is None or draft.loose or draft.hits < _LEAST or not _telling(draft):
        return None
    byline = byline_of(draft, text, anchors)
    return FoundByline(first, end, byline) if byline else None


def _telling(draft: Draft) -> bool:
    """Whether there is something that prose has not: a label or a phrase about comments, beside a date or each other.

    Small words alone (`on`, `in`, `by`) stand in any sentence.
    """
    commented = draft.count is not None or draft.open is False
    apart = draft.labelled or draft.date is not None or draft.parts > 1
    return draft.whole or (commented and apart) or (draft.labelled and draft.date is not None)


def merge_bylines(bylines: Sequence[Byline]) -> Byline:
    """Several bylines of one post as one: each field from the first that knows it (a head line and a foot line)."""
    merged = Byline()
    for one in bylines:
        dated = merged.date is not None or merged.date_status not in ("absent", "incomplete", "relative")
        merged = replace(
            merged,
            date=merged.date if dated else one.date,
            date_status=merged.date_status if dated else one.date_status,
            time=merged.time or one.time,
            author=merged.author or one.author,
            categories=merged.categories or one.categories,
            tags=merged.tags or one.tags,
            comment_count=merged.comment_count if merged.comment_count is not None else one.comment_count,
            comments_open=merged.comments_open if merged.comments_open is not None else one.comments_open,
            locale=merged.locale or one.locale,
            evidence=(*merged.evidence, *one.evidence),
        )
    return merged
