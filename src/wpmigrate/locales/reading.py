"""`parse_byline`: dates first, then each part of the line as a phrase about comments, a whole template, or labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .byline import Anchor, Byline, Evidence
from .counts import Count, read_count
from .date_names import date_names
from .dates import FoundDate, find_dates
from .folding import Folded, fold
from .labels import scan_labels
from .lexicon import DATE, Lexicon, lexicon
from .tables import ENGLISH, known_locale
from .templates import Spans, match_template
from .values import clean, split_terms
from .voting import likely_locales

LONGEST = 1500
"""A text of more characters is no byline."""

_SEPARATOR = re.compile(r"\n|[|»«→←↓]| — | // | :: | ~ | / |\u2003")
_QUOTED = re.compile(r"«([^«»|\n]{1,150})»")
"""A title in angle quotes; a lone » is the end of a part."""

_MOST_LOOSE = 2
"""More words than this that no phrase explains make a line prose."""


@dataclass(slots=True)
class Draft:
    """A byline while it is read. `loose` counts the words that nothing explains."""

    words: Lexicon
    date: FoundDate | None = None
    values: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    count: Count | None = None
    open: bool | None = None
    count_text: str = ""
    bare: list[tuple[str, bool]] = field(default_factory=list)
    loose: int = 0
    explained: int = 0
    dates: int = 0


def parse_byline(text: str, locale: str | None = None, *, anchors: Sequence[Anchor] = ()) -> Byline | None:
    """What a byline of a WordPress theme says: `Posted on March 3, 2013 by Ann in Travel | 2 Comments »`.

    `text` is the plain text of the byline, one line or several. `locale` is that of the blog (`sv_SE`, `sv-SE` or `sv`);
    without it the locale is told from the words, and a date that two locales read differently is ambiguous. `anchors` are
    the links in it whose markup tells what they are; they beat the text, and only they keep a comma inside a category.
    Returns None when the text is no byline: nothing is known in it, or it is a sentence that merely has a date.
    """
    if not text or len(text) > LONGEST or not text.strip():
        return None
    folded = fold(text)
    known = known_locale(locale) if locale else None
    candidates = [known, ENGLISH] if known else [*likely_locales(folded.text), ENGLISH]
    drafts: list[Draft] = []
    for name in dict.fromkeys(candidates):
        drafts.append(_draft(folded, lexicon(name), known or _unknown_order(name), anchors))
        if known and _worth(drafts[0]) >= _WHOLE:
            break
    best = max(drafts, key=_worth)
    if best.loose > _MOST_LOOSE:
        return None
    agreed = best if known else _agreed(best, drafts)
    return _byline(agreed, folded, anchors, told=bool(known))


_WHOLE = (2, 0, 0)
"""Two fields and no word left over: another locale cannot explain more."""


def _unknown_order(locale: str) -> str:
    """Which locale's dates to read when only the words tell the language: English ones may be in either order."""
    return EITHER_ORDER if locale.startswith("en_") else locale


EITHER_ORDER = "en_CA"


def _draft(folded: Folded, words: Lexicon, date_locale: str, anchors: Sequence[Anchor]) -> Draft:
    """The byline as one locale reads it."""
    draft = Draft(words)
    masked = _without_anchors(replace(folded, text=_QUOTED.sub(r'"\1"', folded.text)), anchors)
    dates = find_dates(masked.text, date_names(date_locale))
    if any(one.day for one in dates):
        dates = [one for one in dates if one.status != "incomplete"]
    for one in reversed(dates):
        masked = masked.replaced(one.start, one.end, DATE)
    remaining = list(dates)
    place = 0
    for match in (*_SEPARATOR.finditer(masked.text), None):
        end = match.start() if match else len(masked.text)
        segment = masked.part(place, end)
        here = [remaining.pop(0) for _ in range(segment.text.count(DATE))]
        _read_segment(draft, segment, here)
        place = match.end() if match else end
    _read_bare(draft)
    return draft


def _without_anchors(folded: Folded, anchors: Sequence[Anchor]) -> Folded:
    """The text with a sign of its own instead of each link, so that no word of a name is taken for a label."""
    place = 0
    for anchor in anchors:
        name = fold(anchor.text).text
        at = folded.text.find(name, place) if name else -1
        if at >= 0:
            folded = folded.replaced(at, at + len(name), _LINK)
            place = at + 1
    return folded


_LINK = "\ue010"


def _read_segment(draft: Draft, segment: Folded, dates: list[FoundDate]) -> None:
    """Read one part of the line, between two separators, into the draft."""
    start = len(segment.text) - len(segment.text.lstrip(" .:-"))
    segment = segment.part(start, len(segment.text))
    text = segment.text.rstrip()
    if not text or text.strip(" .:()[]!-") in draft.words.ignored:
        return
    count = read_count(text, draft.words.locale)
    if count:
        _take_count(draft, count, segment.original(0, len(text)))
        return
    for one in dates:
        if draft.date is None or (one.day and not draft.date.day):
            draft.date = one
    draft.dates += len(dates)
    spans, end = _whole(text, draft)
    for slot, span in spans.items():
        _take_value(draft, slot, "template", segment.original(*span))
    rest = text[end:].lstrip(" .,:;)")
    if rest:
        _read_labels(draft, segment.part(len(text) - len(rest), len(text)), bool(spans))


def _whole(text: str, draft: Draft) -> tuple[Spans, int]:
    """The values of the first template that matches, and where it ends; nothing when none does."""
    for template in draft.words.templates:
        if not any(slot in draft.values for slot in template.slots):
            matched = match_template(text, template)
            if matched:
                draft.explained += sum(len(literal.split()) for literal in template.literals)
                return _cut(text, draft, matched)
    return {}, 0


def _cut(text: str, draft: Draft, matched: tuple[Spans, int]) -> tuple[Spans, int]:
    """A match whose last value ends before a sentence that the theme adds (`Bookmark the permalink.`)."""
    spans, end = matched
    slot = list(spans)[-1]
    start, stop = spans[slot]
    if slot == "date" or stop < len(text.rstrip(" .")):
        return spans, end
    for place in range(start, stop):
        if text[place] == "." and (rest := text[place + 1 :].strip(" .")):
            known = any(rest.startswith(phrase) for phrase in draft.words.ignored if len(phrase) > 3)
            if known or read_count(rest, draft.words.locale):
                spans[slot] = (start, place)
                return spans, place
    return spans, end


def _read_labels(draft: Draft, segment: Folded, after_template: bool) -> None:
    """Read what no template explains by its labels."""
    scan = scan_labels(segment.text, draft.words, frozenset(draft.values))
    for slot, span in scan.spans.items():
        _take_value(draft, slot, "label", segment.original(*span))
    if scan.count_at is not None:
        rest = segment.part(scan.count_at, len(segment.text))
        count = read_count(rest, draft.words.locale)
        if count:
            _take_count(draft, count, rest.original(0, len(rest.text)))
    draft.explained += scan.cues
    named = bool(scan.cues or DATE in segment.text or after_template)
    for start, end in scan.loose:
        loose = [
            word for word in re.findall(r"[^\W\d_]+", segment.text[start:end]) if word not in draft.words.vocabulary
        ]
        if loose and not named:
            draft.bare.append((segment.original(start, end), draft.date is not None))
        draft.loose += len(loose)


def _take_count(draft: Draft, count: Count, text: str) -> None:
    """Keep what a phrase says of the comments; a number beats an invitation, and closed is kept beside a number."""
    if count.open is False:
        draft.open = False
        draft.sources["comments_open"] = text
    elif draft.open is None:
        draft.open = count.open
    if draft.count is None or (draft.count.invited and not count.invited) or draft.count.count is None:
        draft.count = count
        draft.count_text = text


def _take_value(draft: Draft, slot: str, source: str, text: str) -> None:
    """Keep the text of a slot, unless the slot has one."""
    value = clean(text)
    if slot != "date" and value and slot not in draft.values:
        draft.values[slot] = value
        draft.sources[slot] = source


def _read_bare(draft: Draft) -> None:
    """Parts without a label: the name of the default category, and, after author and date, the categories (Divi)."""
    for text, after_date in draft.bare:
        default = fold(clean(text)).text in draft.words.uncategorized
        by_place = after_date and "author" in draft.values and draft.count is not None
        if "categories" not in draft.values and (default or by_place):
            _take_value(draft, "categories", "place", text)
            draft.loose -= len(re.findall(r"[^\W\d_]+", fold(text).text))


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


def _byline(draft: Draft, folded: Folded, anchors: Sequence[Anchor], *, told: bool) -> Byline | None:
    """The draft as a byline, with the links on top; None when there is nothing in it."""
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
        time=date.moment if date else None,
        author=_author(values.get("author")),
        categories=split_terms(values.get("categories", ""), linked["categories"]),
        tags=split_terms(values.get("tags", ""), linked["tags"]),
        comment_count=draft.count.count if draft.count else None,
        comments_open=draft.open,
        locale=draft.words.locale if told or draft.explained or draft.count else None,
        evidence=tuple(_evidence(draft, folded, linked)),
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
