"""One byline as one locale reads it: dates first, then each part as a phrase about comments, a template, or labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import time

from .byline import Anchor
from .counts import Count, read_count
from .date_names import date_names
from .dates import FoundDate, find_dates
from .folding import Folded, fold, joins, word_edge, words_of
from .labels import scan_labels
from .lexicon import DATE, Lexicon
from .templates import Spans, match_template, past_punctuation
from .values import clean

_SEPARATOR = re.compile(r"\n|[|»«→←↓§¦]| — | // | :: | ~ | / |\u2003")

_QUOTED = re.compile(r"«([^«»|\n]{1,150})»")
"""A title in angle quotes; a lone » is the end of a part."""

_LINK = "\ue010"
_MOST_BARE, _NAME, _SIGNS = 2, 4, 4

_YEAR = re.compile(r"\d{4}")


@dataclass(slots=True)
class Draft:
    """A byline while it is read. `loose` counts the words that nothing explains, `unsaid` those of them in a part of their own."""

    words: Lexicon
    date: FoundDate | None = None
    values: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    count: Count | None = None
    open: bool | None = None
    count_text: str = ""
    bare: list[tuple[str, bool]] = field(default_factory=list)
    loose: int = 0
    unsaid: int = 0
    explained: int = 0
    dates: int = 0
    dated: bool = False
    whole: bool = False
    labelled: bool = False
    told: bool = False
    moment: time | None = None
    parts: int = 0

    @property
    def hits(self) -> int:
        """How many things say independently that this is a byline: fields, the words before a date, a separator."""
        date = self.date is not None and self.date.day is not None
        told = [name for name in self.values if self.sources[name] != "place"]
        separated = self.parts > 1 and bool(told or self.count or self.dated)
        return date + (date and self.dated) + len(told) + (self.count is not None) + separated


def draft_of(folded: Folded, words: Lexicon, date_locale: str, anchors: Sequence[Anchor]) -> Draft:
    """The byline as one locale reads it."""
    draft = Draft(words)
    masked = _without_anchors(replace(folded, text=_QUOTED.sub(r'"\1"', folded.text)), anchors)
    dates = find_dates(masked.text, date_names(date_locale))
    changes = {one: place for one in dates if (place := _change_before(masked.text, one.start, words)) is not None}
    if any(one.day for one in dates if one not in changes):
        dates = [one for one in dates if one.status != "incomplete" or one in changes]
    for one in reversed(dates):
        # From right to left, so that the places of those before stay true. A date of the last change parts the line.
        masked = masked.replaced(changes.get(one, one.start), one.end, "|" if one in changes else DATE)
    dates = [one for one in dates if one not in changes]
    remaining = list(dates)
    place = 0
    for match in (*_SEPARATOR.finditer(masked.text), None):
        end = match.start() if match else len(masked.text)
        for segment in _at_dashes(masked.part(place, end), words.locale):
            here = [remaining.pop(0) for _ in range(segment.text.count(DATE))]
            _read_segment(draft, segment, here)
        place = match.end() if match else end
    _read_bare(draft)
    return draft


def _change_before(text: str, start: int, words: Lexicon) -> int | None:
    """Where the words begin that make a date at `start` one of the last change (`Last updated on June 5, 2011.`)."""
    before = text[:start].rstrip(" :")
    label = next((label for label in words.updated if before.endswith(label)), None)
    place = len(before) - len(label) if label else 0
    return place if label and word_edge(before, place) else None


def _at_dashes(segment: Folded, locale: str) -> list[Folded]:
    """The parts of a segment, cut at a hyphen only beside a phrase about comments: names of terms have hyphens, too."""
    if " - " not in segment.text:
        return [segment]
    parts, start = [], 0
    pieces = segment.text.split(" - ")
    counts = [read_count(piece, locale) is not None for piece in pieces]
    place = 0
    for number, piece in enumerate(pieces[:-1]):
        place += len(piece)
        if counts[number] or counts[number + 1]:
            parts.append(segment.part(start, place))
            start = place + 3
        place += 3
    return [*parts, segment.part(start, len(segment.text))]


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


def _read_segment(draft: Draft, segment: Folded, dates: list[FoundDate]) -> None:
    """Read one part of the line, between two separators, into the draft."""
    start = len(segment.text) - len(segment.text.lstrip(" .:-"))
    segment = segment.part(start, len(segment.text))
    text = segment.text.rstrip()
    if not text or text.strip(" .:()[]!-") in draft.words.ignored:
        return
    draft.parts += 1
    count = read_count(text, draft.words.locale)
    if count:
        _take_count(draft, count, segment.original(0, len(text)))
        return
    for one in dates:
        if draft.date is None or (one.day and not draft.date.day):
            draft.date = one
    draft.dates += len(dates)
    spans, end, open_slot = _whole(text, draft)
    draft.whole = draft.whole or len(spans) + bool(open_slot) > 1
    draft.labelled = draft.labelled or bool(spans or open_slot)
    draft.dated = draft.dated or "date" in spans
    for slot, span in spans.items():
        _take_value(draft, slot, "template", segment.original(*span))
    start = past_punctuation(text, end)
    if start < len(text):
        _read_labels(draft, segment.part(start, len(text)), open_slot, bool(spans))


def _whole(text: str, draft: Draft) -> tuple[Spans, int, str | None]:
    """The values of the first template that matches, where it ends, and the slot that runs on from there.

    A last value that no word ends (`… by {author}`) is not taken whole: labels may follow it.
    """
    for template in draft.words.templates:
        if not any(slot in draft.values for slot in template.slots):
            matched = match_template(text, template)
            if matched:
                draft.explained += sum(len(literal.split()) for literal in template.literals)
                spans, end = matched
                if template.literals[-1] or template.slots[-1] == "date":
                    return spans, end, None
                start, _ = spans.pop(template.slots[-1])
                return spans, start, template.slots[-1]
    return {}, 0, None


def _read_labels(draft: Draft, segment: Folded, open_slot: str | None, after_template: bool) -> None:
    """Read what no template explains by its labels; `open_slot` is the value of a template that the segment begins with."""
    scan = scan_labels(segment, draft.words, frozenset(draft.values), open_slot)
    for slot, span in scan.spans.items():
        _take_value(draft, slot, "template" if slot == open_slot else "label", segment.original(*span))
    if scan.count_at is not None:
        rest = segment.part(scan.count_at, len(segment.text))
        count = read_count(rest, draft.words.locale)
        if count:
            _take_count(draft, count, rest.original(0, len(rest.text)))
    draft.explained += scan.cues
    draft.dated = draft.dated or scan.dated
    draft.labelled = draft.labelled or scan.labelled
    named = bool(scan.cues or DATE in segment.text or after_template)
    for start, end in scan.loose:
        _take_loose(draft, segment, (start, end), named)


def _take_loose(draft: Draft, segment: Folded, span: tuple[int, int], named: bool) -> None:
    """Words that nothing announced: of a segment without anything else they may be told by their place."""
    text = segment.text[slice(*span)]
    loose = [word for word in words_of(text) if word not in draft.words.vocabulary]
    if loose and not named:
        draft.bare.append((segment.original(*span), draft.date is not None))
    # Scripts without blanks between words: a name has few signs, a sentence many.
    draft.loose += sum(max(1, len(word) // _SIGNS) if joins(word[0]) else 1 for word in loose)


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
    """Keep the text of a slot, unless the slot has one, or it is an author's and has a date in it."""
    value = clean(text)
    if slot == "author" and _YEAR.search(value):
        draft.loose += len(value.split())
        return
    if slot != "date" and value and slot not in draft.values:
        draft.values[slot] = value
        draft.sources[slot] = source


def _read_bare(draft: Draft) -> None:
    """Parts without a label: the name of the default category, and, after author and date, the categories (Divi)."""
    for text, after_date in draft.bare:
        if "@" in text and _take_author_at(draft, fold(text)):
            continue
        default = fold(clean(text)).text in draft.words.uncategorized
        by_place = after_date and ":" not in text and "author" in draft.values and draft.count is not None
        if "categories" not in draft.values and (default or by_place):
            _take_value(draft, "categories", "place", text)
            draft.loose -= len(words_of(fold(text).text))
    if len(draft.bare) <= _MOST_BARE and draft.parts > len(draft.bare) + 1 and draft.date and draft.count:
        # Names or terms, nobody can say which (`11 ottobre 2013 / Pia De Luca / 12 commenti`): the others stand.
        unsaid = [words_of(fold(text).text) for text, _ in draft.bare]
        draft.unsaid = sum(map(len, unsaid)) if all(len(words) <= _NAME for words in unsaid) else 0


def _take_author_at(draft: Draft, part: Folded) -> bool:
    """`Ann @ 10:32 am`, as the Classic theme prints author and time."""
    times = date_names(draft.words.locale).times
    match = times.author_at.fullmatch(part.text)
    if match is None:
        return False
    draft.loose -= len(words_of(part.text))
    draft.moment = times.clock(match)
    _take_value(draft, "author", "place", part.original(0, match.end("author")))
    return True
