"""Bylines without a whole template: labels before and after values, separators, words between values (`den`, `i`, `av`)."""

from dataclasses import dataclass, field

from .counts import read_count
from .folding import Folded, word_edge
from .lexicon import DATE, SLOTS, Cue, Lexicon, same_stem
from .templates import Spans, occurrences
from .values import LONGEST

_SUBJECT = 3
"""Words that stand before the verb of a sentence of a theme (`Den här posten publicerades …`)."""

_PUNCTUATION = " .,:;|-—()[]/"


@dataclass(slots=True)
class Scan:
    """One pass over a segment. `slot` collects from `start` on; `spans` are the values found, `loose` the words of nobody."""

    segment: Folded
    words: Lexicon
    taken: frozenset[str]
    text: str = ""
    slot: str | None = None
    start: int = 0
    spans: Spans = field(default_factory=dict)
    loose: list[tuple[int, int]] = field(default_factory=list)
    cues: int = 0
    dated: bool = False
    labelled: bool = False
    posted: bool = False
    count_at: int | None = None

    def close(self, end: int) -> None:
        """End the running value at `end`: it is kept, or, where nothing announced it, it is loose."""
        if self.slot in SLOTS and self.text[self.start : end].strip(_PUNCTUATION):
            self.spans.setdefault(self.slot, (self.start, self._before_verb(end)))
        elif self.slot is None and self.text[self.start : end].strip(_PUNCTUATION):
            self.loose.append((self.start, end))
        self.slot = None

    def _before_verb(self, end: int) -> int:
        """The end of a value without the verb that ends its sentence (`unter Reisen veröffentlicht.`)."""
        value = self.text[self.start : end].rstrip(_PUNCTUATION)
        before, _, last = value.rpartition(" ")
        capital = self.segment.source[self.segment.places[self.start + len(value) - len(last)]].isupper()
        ends = self.text[self.start + len(value) : self.start + len(value) + 1] == "."
        return self.start + len(before) if ends and before and not capital and self.words.is_verb(last) else end

    def free(self, slot: str | None) -> bool:
        """Whether this place has no value yet."""
        return slot is not None and slot not in self.spans and slot not in self.taken and slot != self.slot


def scan_labels(segment: Folded, words: Lexicon, taken: frozenset[str] = frozenset(), slot: str | None = None) -> Scan:
    """Read a folded segment whose dates are masked: each value goes from its label to the next label, date or end.

    `taken` are slots that have a value already; `slot` is the value that the segment begins with.
    """
    scan = Scan(segment, words, taken, segment.text, slot)
    text = segment.text
    place = 0
    while place < len(text):
        if text[place] == DATE:
            end = _before_date(scan, place)
            scan.dated = scan.dated or scan.posted
            scan.close(end)
            place += 1
            scan.start = place
        elif (cue := _cue_at(scan, place)) is not None:
            place = _take(scan, cue, place)
        elif _count_from(scan, place):
            scan.close(place)
            scan.count_at = place
            return scan
        else:
            place += 1
    scan.close(len(text))
    return scan


def _take(scan: Scan, cue: Cue, place: int) -> int:
    """Let a cue end the running value and begin its own; returns the place after it."""
    end = place + len(cue.text)
    scan.cues += 1
    scan.labelled = scan.labelled or cue.source in ("label", "verb", "between")
    scan.posted = cue.slot in (None, "date") and any(map(scan.words.is_verb, cue.text.split()))
    if cue.after and scan.slot is None:
        scan.slot = cue.slot
        scan.close(place)
    else:
        scan.close(place)
        scan.slot = None if cue.after or cue.slot == "date" or cue.source == "verb" else cue.slot or "end"
    while end < len(scan.text) and scan.text[end] in " :":
        end += 1
    scan.start = end
    return end


def _before_date(scan: Scan, place: int) -> int:
    """Where a value ends that a date follows: before the words that lead to the date (`den`, `on`, `le`)."""
    before = scan.text[scan.start : place].rstrip(_PUNCTUATION)
    for _ in range(2):
        for word in scan.words.before_date:
            if before.endswith(word) and word_edge(before, len(before) - len(word)):
                before = before[: len(before) - len(word)].rstrip(_PUNCTUATION)
                break
    return scan.start + len(before)


def _cue_at(scan: Scan, place: int) -> Cue | None:
    """The longest phrase at `place` that can count there."""
    if scan.text[place] == " " or not word_edge(scan.text, place):
        return None
    candidates = scan.words.cues.get(scan.text[place], ())
    boundary = not scan.text[scan.start : place].strip(_PUNCTUATION)
    for cue in candidates:
        whole = scan.text.startswith(cue.text, place) and word_edge(scan.text, place + len(cue.text))
        if whole and _counts(scan, cue, place, boundary):
            return cue
    if scan.slot is None and (boundary or (scan.start == 0 and len(scan.text[:place].split()) <= _SUBJECT)):
        return (_noun_at(scan, place) if boundary else None) or _verb_at(scan, place)
    if scan.slot:
        return _word_between(scan, place)
    return None


def _counts(scan: Scan, cue: Cue, place: int, boundary: bool) -> bool:
    """Whether a phrase of the locale announces something here, or is a word of the running value."""
    end = place + len(cue.text)
    following = scan.text[end:].lstrip(_PUNCTUATION)
    if cue.slot is None:
        return boundary or scan.text[:place].rstrip()[-1:] in ".|"
    if cue.after:
        return _follows_value(scan, cue, place, boundary)
    if cue.slot == "date":
        return following.startswith(DATE) and scan.text[end : end + 3].strip(" :") in ("", DATE)
    if boundary or not scan.free(cue.slot) or not following:
        return scan.free(cue.slot) and bool(following) and (scan.slot is None or cue.inside)
    if scan.text[end : end + 2].strip()[:1] == ":":
        return True
    return _within(scan, cue, place, following)


def _within(scan: Scan, cue: Cue, place: int, following: str) -> bool:
    """Whether a phrase counts after other words, which are those of a value or of nobody."""
    if scan.slot in (None, "end"):
        return cue.inside or _sentence_before(scan.text, place) or _after_one_word(scan, scan.text[scan.start : place])
    return _ends_value(scan, cue, place, following)


def _follows_value(scan: Scan, cue: Cue, place: int, boundary: bool) -> bool:
    """Whether a label after its value has one: a date just before it, or words that nothing else announced."""
    if cue.slot == "date":
        return boundary and scan.text[:place].rstrip(_PUNCTUATION).endswith(DATE)
    return scan.free(cue.slot) and not boundary and scan.slot is None


def _ends_value(scan: Scan, cue: Cue, place: int, following: str) -> bool:
    """Whether a phrase within a running value ends it. Names of authors are short, names of terms have any words."""
    if scan.slot == "author":
        return cue.inside or cue.source == "connector"
    if len(cue.text) > 4 and _is_capital(scan, place):
        return True
    if cue.source == "connector" and cue.slot == "author":
        return len(cue.text) > 2 and DATE in scan.text and _names_an_author(following)
    return cue.inside and _sentence_before(scan.text, place)


def _is_capital(scan: Scan, place: int) -> bool:
    """Whether a word of a list begins with a capital letter where no comma lets a new term begin (`A, B Märkt x, y`)."""
    return _is_upper(scan, place) and scan.text[:place].rstrip(" ")[-1:] not in ",;&/"


def _is_upper(scan: Scan, place: int) -> bool:
    """Whether the original has a capital letter there."""
    return scan.segment.source[scan.segment.places[place]].isupper()


def _names_an_author(text: str) -> bool:
    """Whether the rest of a line could be a name: few words, no list, no date."""
    return DATE not in text and "," not in text and len(text.split()) <= 3


def _after_one_word(scan: Scan, gap: str) -> bool:
    """Whether one word begins the line, a form of `written` that is not in the table (`Geschrieben von … am …`)."""
    return scan.start == 0 and DATE in scan.text and gap.strip().isalpha() and len(gap.strip()) > 3


def _sentence_before(text: str, place: int) -> bool:
    """Whether a sentence or a part of the line ends before `place`."""
    return text[:place].rstrip(" ")[-1:] in (".", "|", "—", "-", ";", DATE)


def _noun_at(scan: Scan, place: int) -> Cue | None:
    """Another form of a label of one word, with its colon: `Rubrika:` where the table has `Rubriky`."""
    colon = scan.text.find(":", place, place + 25)
    word = scan.text[place:colon].rstrip() if colon > place else ""
    slot = next((slot for noun, slot in scan.words.nouns if same_stem(word, noun)), None) if word.isalpha() else None
    return Cue(word, slot, after=False, inside=True, source="label") if slot and scan.free(slot) else None


def _verb_at(scan: Scan, place: int) -> Cue | None:
    """A form of `posted` that no label has as it stands; it announces nothing, the word after it does."""
    end = place + 1
    while not word_edge(scan.text, end):
        end += 1
    word = scan.text[place:end]
    if place and scan.text[place - 1] not in _PUNCTUATION + DATE:
        return None
    return Cue(word, None, after=False, inside=False, source="verb") if scan.words.is_verb(word) else None


def _word_between(scan: Scan, place: int) -> Cue | None:
    """The words that a template has between the running value and another (`and tagged`, the last `by`)."""
    for (left, right), texts in scan.words.between.items():
        if left != scan.slot or right == "date" or not scan.free(right):
            continue
        for text in texts:
            if not (scan.text.startswith(text, place) and word_edge(scan.text, place + len(text))):
                continue
            if scan.text[:place].rstrip().endswith(",") and _is_upper(scan, place):
                continue  # a new term of the list: `…, By the sea`
            last = right != "author" or not any(occurrences(_until_date(scan.text, place + 1), text, place + 1))
            if (
                last
                and scan.text[scan.start : place].strip(_PUNCTUATION)
                and scan.text[place + len(text) :].strip(_PUNCTUATION)
            ):
                return Cue(text, right, after=False, inside=True, source="between")
    return None


def _until_date(text: str, start: int) -> str:
    """The text up to the next date."""
    date = text.find(DATE, start)
    return text if date < 0 else text[:date]


def _count_from(scan: Scan, place: int) -> bool:
    """Whether the rest of the segment is a phrase about comments, as themes print it without a separator."""
    rest = len(scan.text) - place
    if place == 0 or rest > LONGEST or scan.text[place - 1] not in " )." + DATE or scan.text[place] in _PUNCTUATION:
        return False
    told = scan.slot is not None or bool(scan.spans) or DATE in scan.text[:place]
    return told and read_count(scan.text[place:], scan.words.locale) is not None
