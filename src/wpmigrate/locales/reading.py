"""`parse_byline`: the best of what the locales make of a text, unless it is prose."""

import re
from collections.abc import Sequence
from dataclasses import replace

from .byline import Anchor, Byline, Evidence
from .dates import FoundDate
from .draft import Draft, draft_of
from .folding import Folded, fold
from .lexicon import lexicon
from .tables import ENGLISH, known_locale
from .values import is_name, is_person, split_terms
from .voting import likely_locales

LONGEST = 1500
"""A text of more characters is no byline."""

_MOST_LOOSE = 2
"""More words than this that no phrase explains make a line prose."""

_FEED = re.compile(r"\brss\b|trackback", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?。])\s+")
_YEAR = re.compile(r"\d{4}")

EITHER_ORDER = "en_CA"

_WHOLE = (2, 0, 0)
"""Two fields and no word left over: another locale cannot explain more."""


def parse_byline(text: str, locale: str | None = None, *, anchors: Sequence[Anchor] = ()) -> Byline | None:
    """What a byline of a WordPress theme says: `Posted on March 3, 2013 by Ann in Travel | 2 Comments »`.

    `text` is the plain text of the byline, one line or several. `locale` is that of the blog (`sv_SE`, `sv-SE` or `sv`);
    without it the locale is told from the words, and a date that two locales read differently is ambiguous. `anchors` are
    the links in it whose markup tells what they are; they beat the text, and only they keep a comma inside a category.
    Returns None when the text is no byline: nothing is known in it, or it is a sentence that merely has a date.
    """
    best = best_draft(text, locale, anchors)
    if best is not None and not is_prose(best, text):
        return byline_of(best, text, anchors)
    told = without_feeds(text)
    best = best_draft(told, locale, anchors) if told != text else None
    if best is None:
        return None
    if is_prose(best, told):  # a sentence of a theme for sure, but not one of those known: only its date is
        best.values.clear()
    return byline_of(best, told, anchors)


def without_feeds(text: str) -> str:
    """A text without the sentences about feeds and trackbacks that Kubrick and its heirs print after the byline.

    They name RSS or trackbacks in every language; the first sentence and those with a year are never taken for one.
    """
    if len(text) > LONGEST or not _FEED.search(text):
        return text
    first, *rest = _SENTENCE_END.split(text)
    return " ".join([first, *(part for part in rest if not _FEED.search(part) or _YEAR.search(part))])


def is_prose(draft: Draft, text: str) -> bool:
    """Whether a text is a sentence that merely has a date, a name or a count: words are left over, values are no names."""
    sentence = text.rstrip().endswith((".", "!", "?", "。")) and "\n" not in text.strip()
    if draft.loose - draft.unsaid > (0 if sentence else _MOST_LOOSE):
        return True
    terms = [part for slot in draft.values for part in split_terms(draft.values[slot])]
    return not all(is_name(part) for part in terms) or not is_person(draft.values.get("author", ""))


def best_draft(text: str, locale: str | None, anchors: Sequence[Anchor] = ()) -> Draft | None:
    """What the locale, or the likeliest of all, makes of a text; None for one that is empty or too long for a byline."""
    if not text or len(text) > LONGEST or not text.strip():
        return None
    folded = fold(text)
    known = known_locale(locale) if locale else None
    candidates = [known, ENGLISH] if known else [*likely_locales(folded.text), ENGLISH]
    drafts: list[Draft] = []
    for name in dict.fromkeys(candidates):
        drafts.append(draft_of(folded, lexicon(name), known or _unknown_order(name), anchors))
        if known and _worth(drafts[0]) >= _WHOLE:
            break
    best = max(drafts, key=_worth)
    best.told = bool(known)
    return best if known else _agreed(best, drafts)


def _unknown_order(locale: str) -> str:
    """Which locale's dates to read when only the words tell the language: English ones may be in either order."""
    return EITHER_ORDER if locale.startswith("en_") else locale


def _worth(draft: Draft) -> tuple[int, int, int]:
    """How much a locale explains: fields, then words that it does not explain, then words that it does."""
    dated = draft.date is not None and draft.date.status != "incomplete"
    return len(draft.values) + (draft.count is not None) + dated, -draft.loose, draft.explained


def _agreed(best: Draft, drafts: list[Draft]) -> Draft:
    """Without a known locale, a date that locales of the same worth read differently is ambiguous."""
    days = {
        (draft.date.day, draft.date.status) for draft in drafts if draft.date and _worth(draft)[:2] == _worth(best)[:2]
    }
    if best.date and best.date.day and len(days) > 1:
        best.date = FoundDate(best.date.start, best.date.end, None, "ambiguous")
    return best


def byline_of(draft: Draft, text: str, anchors: Sequence[Anchor] = ()) -> Byline | None:
    """The draft of a text as a byline, with the links on top; None when there is nothing in it."""
    linked = {slot: [one.text for one in anchors if one.field == slot] for slot in ("categories", "tags", "author")}
    values = {**draft.values, **{slot: texts[0] for slot, texts in linked.items() if texts}}
    date = draft.date
    if draft.count and draft.count.invited and not values and date is None:
        draft.count = replace(draft.count, count=None)  # a lone link to the form: unknown is not zero
    if not values and date is None and draft.count is None and draft.open is None:
        return None
    return Byline(
        date=date.day if date else None,
        date_status=date.status if date else "absent",
        time=date.moment if date else draft.moment,
        author=_author(values.get("author")),
        categories=split_terms(values.get("categories", ""), linked["categories"]),
        tags=split_terms(values.get("tags", ""), linked["tags"]),
        comment_count=draft.count.count if draft.count else None,
        comments_open=draft.open,
        locale=draft.words.locale if draft.told or draft.explained or draft.count else None,
        evidence=tuple(_evidence(draft, fold(text), linked)),
    )


def _author(value: str | None) -> str | None:
    return " ".join(value.split()) if value else None


def _evidence(draft: Draft, folded: Folded, linked: dict[str, list[str]]) -> list[Evidence]:
    """Where each field came from, in the order of the fields."""
    found = []
    if draft.date:
        found.append(Evidence("date", "date", folded.original(draft.date.start, draft.date.end)))
    for slot in ("author", "categories", "tags"):
        if linked[slot]:
            found.append(Evidence(slot, "anchor", ", ".join(linked[slot])))
        elif slot in draft.values:
            found.append(Evidence(slot, draft.sources[slot], draft.values[slot]))
    if draft.count and draft.count.count is not None:
        found.append(Evidence("comment_count", "phrase", draft.count_text))
    if "comments_open" in draft.sources:
        found.append(Evidence("comments_open", "phrase", draft.sources["comments_open"]))
    return found
