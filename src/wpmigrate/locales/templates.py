"""Whole sentences of a theme (`This entry was posted in … and tagged … on … by ….`), matched without backtracking."""

from collections.abc import Iterator

from .folding import word_edge
from .lexicon import DATE, Template
from .values import LONGEST

Spans = dict[str, tuple[int, int]]

_LOOSE = " .,:;|-)"


def occurrences(text: str, literal: str, start: int) -> Iterator[int]:
    """Where a literal stands as words of its own in a text, from `start` on."""
    place = text.find(literal, start)
    while place >= 0:
        end = place + len(literal)
        apart = any(map(str.isalpha, literal)) or text[place - 1 : place] == text[end : end + 1] == " "
        if apart and word_edge(text, place) and word_edge(text, end):
            yield place
        place = text.find(literal, place + 1)


def match_template(text: str, template: Template) -> tuple[Spans, int] | None:
    """The spans of the template's values in a folded text, and where the sentence ends; None when it does not match."""
    literals, slots = template.literals, template.slots
    place = len(literals[0])
    if not text.startswith(literals[0]) or not word_edge(text, place):
        return None
    spans: Spans = {}
    for number, slot in enumerate(slots):
        place = past_punctuation(text, place)
        if slot == "date":
            end = place + 1 if text.startswith(DATE, place) else -1
            following = past_punctuation(text, end) if end > 0 else -1
            if end < 0 or not text.startswith(literals[number + 1], following):
                return None
        else:
            end = _value_end(text, place, template, number)
            following = past_punctuation(text, end)
        if not place < end <= place + LONGEST or (slot != "date" and DATE in text[place:end]):
            return None
        spans[slot] = (place, end)
        place = following + (len(literals[number + 1]) if any(map(str.isalpha, literals[number + 1])) else 0)
    return spans, place


def past_punctuation(text: str, place: int) -> int:
    """The place past blanks and punctuation, but not past the dot of a name such as `.NET`."""
    while place < len(text) and text[place] in _LOOSE:
        if text[place] == "." and place and text[place - 1] == " " and text[place + 1 : place + 2].isalpha():
            break
        place += 1
    return place


def _value_end(text: str, start: int, template: Template, number: int) -> int:
    """Where the value of slot `number` ends: at the next literal, or at the end of the text; -1 when the literal is missing."""
    literal = template.literals[number + 1]
    following = template.slots[number + 1] if number + 1 < len(template.slots) else ""
    if not literal and not following:
        return len(text)
    if following == "date":
        date = text.find(DATE, start)
        before = text[:date].rstrip(_LOOSE) if date >= 0 else ""
        literal = literal.strip(_LOOSE)
        if not before.endswith(literal) or not word_edge(text, len(before) - len(literal)):
            return -1
        return len(before) - len(literal)
    places = list(occurrences(text[: start + LONGEST + len(literal)], literal, start + 1))
    if not places:
        return -1
    return places[-1] if following == "author" else places[0]
