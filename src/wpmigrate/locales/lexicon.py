"""The phrases of one locale, ready for reading bylines: templates, labels before and after values, words between values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .folding import folded, joins, words_of
from .tables import Table, table

SLOTS = ("date", "categories", "tags", "author")
DATE = "\ue000"
"""Stands for a date in a text that is matched; its own words are read before."""


@dataclass(frozen=True, slots=True)
class Template:
    """A whole sentence: literal, slot, literal, slot ... literal. `slots[i]` stands between `literals[i]` and `[i + 1]`."""

    slots: tuple[str, ...]
    literals: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that says what the text beside it is.

    `slot`: what it announces; None: it ends a value and announces nothing. `after`: it follows its value.
    `inside`: it counts even within a running value, since nobody writes it in a name. `source`: what kind of phrase it is.
    """

    text: str
    slot: str | None
    after: bool
    inside: bool
    source: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What `parse_byline` needs of one locale."""

    locale: str
    templates: tuple[Template, ...]
    cues: dict[str, tuple[Cue, ...]]
    between: dict[tuple[str, str], frozenset[str]]
    before_date: tuple[str, ...]
    verbs: frozenset[str]
    nouns: tuple[tuple[str, str], ...]
    vocabulary: frozenset[str]
    ignored: frozenset[str]
    uncategorized: frozenset[str]
    #: What announces the date of the last change, the longest first.
    updated: tuple[str, ...]

    def is_verb(self, word: str) -> bool:
        """Whether a word is a form of `posted`, `written` and the like."""
        return any(
            word[:length] in self.verbs and len(word) - length <= 6 for length in range(min(len(word), 10), 3, -1)
        )


_PLACE = re.compile(r"\{(\w*)\}")
_EDGES = " .,:;-|"
_ALIKE = 7
"""Letters at the beginning in which verb and noun agree."""


def read_template(phrase: str) -> tuple[Template, str]:
    """A template of a table, and the sentence that follows its last value (`Bookmark the permalink.`), both folded."""
    parts = _PLACE.split(phrase)
    literals, slots = [folded(text) for text in parts[::2]], parts[1::2]
    literals[-1], _, rest = literals[-1].partition(".")
    if "feed" in slots:
        place = slots.index("feed")
        last, _, rest = literals[place].partition(".")
        slots, literals = slots[:place], [*literals[:place], last]
    return Template(tuple(slots), tuple(text.strip(" .,:;|") for text in literals), phrase), rest.strip(_EDGES)


@cache
def lexicon(locale: str) -> Lexicon:
    """The phrases of a locale, built once."""
    own = table(locale)
    read = [read_template(phrase) for phrase in own.templates]
    templates = sorted((one for one, _ in read), key=lambda one: (-len(one.slots), -sum(map(len, one.literals))))
    tails = {tail for _, tail in read if len(tail) > 3}
    ignored = {folded(phrase).strip(_EDGES + "()[]") for phrase in own.ignored} - {""}
    between = _between(templates)
    cues = _cues(own, templates, tails | {phrase for phrase in ignored if len(phrase.split()) > 2})
    before_date = {folded(word).strip(_EDGES) for word in own.connectors.get("date", ())}
    before_date |= {literal for pair, texts in between.items() if pair[1] == "date" for literal in texts}
    before_date |= {cue.text for group in cues.values() for cue in group if cue.slot == "date" and not cue.after}
    return Lexicon(
        locale=locale,
        templates=tuple(one for one in templates if _usable(one)),
        cues=cues,
        between=between,
        before_date=tuple(sorted(before_date - {""}, key=len, reverse=True)),
        verbs=frozenset(_verbs(own)),
        nouns=_nouns(own),
        vocabulary=frozenset(_vocabulary(own, templates)),
        ignored=frozenset(ignored | tails),
        uncategorized=frozenset(folded(name) for name in own.uncategorized),
        updated=tuple(sorted({folded(phrase).strip(_EDGES) for phrase in own.updated}, key=len, reverse=True)),
    )


def _usable(template: Template) -> bool:
    """Whether it can be told where each value ends: a word stands between every two slots, and round a single one."""
    inner = all(
        text or "date" in template.slots[place : place + 2] for place, text in enumerate(template.literals[1:-1])
    )
    framed = len(template.slots) > 1 or all(template.literals)
    return inner and framed and any(template.literals)


def _between(templates: list[Template]) -> dict[tuple[str, str], frozenset[str]]:
    """The words that stand between two slots in the templates, by the slots."""
    found: dict[tuple[str, str], set[str]] = {}
    for one in templates:
        for left, right, text in zip(one.slots, one.slots[1:], one.literals[1:], strict=False):
            if any(map(str.isalpha, text)):
                found.setdefault((left, right), set()).add(text)
    return {pair: frozenset(texts) for pair, texts in found.items()}


def _cues(own: Table, templates: list[Template], ends: set[str]) -> dict[str, tuple[Cue, ...]]:
    """The phrases that announce something, by their first character, the longest first; of two alike the first counts."""
    announced = [
        *_connectors(own),
        *_labels(own),
        *_of_templates(templates),
        *(Cue(text, None, after=False, inside=True, source="end") for text in ends),
    ]
    found: dict[tuple[str, str | None, bool], Cue] = {}
    for cue in announced:
        if cue.text:
            found.setdefault((cue.text, cue.slot, cue.after), cue)
    grouped: dict[str, list[Cue]] = {}
    for cue in found.values():
        grouped.setdefault(cue.text[0], []).append(cue)
    return {
        first: tuple(sorted(group, key=lambda cue: (-len(cue.text), cue.source))) for first, group in grouped.items()
    }


def _connectors(own: Table) -> Iterator[Cue]:
    """The small words before a value: `den`, `i`, `av`."""
    for slot, words in own.connectors.items():
        for word in words:
            yield Cue(folded(word).strip(_EDGES), slot, after=False, inside=False, source="connector")


def _labels(own: Table) -> Iterator[Cue]:
    """The labels before and after a value. One word without a colon is no more than a connector."""
    for slot, phrases in own.labels.items():
        for phrase in phrases:
            before, _, behind = phrase.partition("{}")
            if before.strip():
                telling = _telling(phrase)
                source = "label" if telling or ":" in phrase else "connector"
                yield Cue(folded(before).strip(_EDGES), slot, after=False, inside=telling, source=source)
            else:
                yield Cue(folded(behind).strip(_EDGES), slot, after=True, inside=True, source="label")


def _of_templates(templates: list[Template]) -> Iterator[Cue]:
    """What templates begin with, before their first value or after it."""
    for one in templates:
        if one.literals[0]:
            yield Cue(one.literals[0], one.slots[0], after=False, inside=_telling(one.literals[0]), source="label")
        else:
            yield Cue(one.literals[1], one.slots[0], after=True, inside=True, source="label")


def _telling(phrase: str) -> bool:
    """Whether a label has more than one word, so that it is no part of a name."""
    plain = phrase.replace("{}", "").strip()
    return len(plain.strip(" :").split()) > 1 or (joins(plain[0]) and len(plain) > 2)


def _verbs(own: Table) -> set[str]:
    """The stems of the words that a label of two words begins with (`Postat den`, `Publicado en`).

    None that a label for terms shares: `Categorizado como` makes no verb of `categoria`.
    """
    words = {folded(verb) for verb in own.verbs}
    for slot in ("date", "categories", "author"):
        for phrase in own.labels.get(slot, ()):
            parts = folded(phrase.replace("{}", "")).strip(_EDGES).split()
            if len(parts) >= 2 or (slot == "date" and ":" not in phrase):
                words.update(parts[:1])
    nouns = {word[:_ALIKE] for word, slot in _nouns(own) if slot in ("categories", "tags")}
    return {stem_of(word) for word in words if len(word) >= 5 and word.isalpha() and word[:_ALIKE] not in nouns}


def _nouns(own: Table) -> tuple[tuple[str, str], ...]:
    """The labels of one word, and what each announces."""
    words = {(folded(phrase).strip(_EDGES), slot) for slot, phrases in own.labels.items() for phrase in phrases}
    return tuple(pair for pair in sorted(words) if pair[0].isalpha() and len(pair[0]) >= 4 and not joins(pair[0][0]))


def same_stem(one: str, other: str) -> bool:
    """Whether two words differ in no more than their last three letters, and agree in four."""
    alike = next(
        (place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )
    return alike >= max(4, len(one) - 3, len(other) - 3)


def stem_of(word: str) -> str:
    """What the forms of a word have in common: all but the last three letters, four to eight of them."""
    return word[: max(4, min(8, len(word) - 3))]


def _vocabulary(own: Table, templates: list[Template]) -> set[str]:
    """All words that the phrases of a locale have outside their values: nothing else is left over in a byline."""
    texts = [text for one in templates for text in one.literals]
    texts += [folded(phrase.replace("{}", " ")) for phrases in own.labels.values() for phrase in phrases]
    texts += [folded(phrase) for phrases in own.connectors.values() for phrase in phrases]
    texts += [folded(phrase) for phrase in (*own.ignored, *own.at)]
    return {word for text in texts for word in words_of(text)}
