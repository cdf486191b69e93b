"""How many comments a phrase says: `Inga kommentarer »`, `Comments (3)`, `1,234 thoughts on “Hello”`, `Comments Off`."""

import re
from dataclasses import dataclass
from functools import cache

from .folding import Folded, folded, joins, words_of
from .tables import ENGLISH, Table, table

_NUMBER = re.compile(r"\d{1,3}(?:[ .,']\d{3})+(?!\d)|\d+")
_DECORATION = ' \n".!?:;»›>→↓←«‹[]|*-—…'
_LONGEST = 200
"""A phrase with a title in it is longer than this only when it is no phrase."""


@dataclass(frozen=True, slots=True)
class Count:
    """What a phrase says of the comments: how many (None: unknown), and whether more are welcome (None: unknown).

    `invited` is set when the phrase only asks for a comment, which themes print in the place of a zero.
    """

    count: int | None
    open: bool | None
    invited: bool = False


_KINDS = {
    "none": Count(0, None),
    "one": Count(1, None),
    "two": Count(2, None),
    "closed": Count(None, False),
    "invite": Count(0, True, invited=True),
}


@dataclass(frozen=True, slots=True)
class Titled:
    """A phrase with a title in it: what stands before and after the title, and whether that joins it without a blank."""

    head: str
    tail: str
    kind: str
    joined_before: bool
    joined_after: bool


@dataclass(frozen=True, slots=True)
class CountWords:
    """The phrases of one locale: whole ones, ones with a title in them, the words for comment, the words before a title."""

    whole: dict[str, str]
    titled: tuple[Titled, ...]
    nouns: frozenset[str]
    links: frozenset[str]


def _plain(text: str) -> str:
    return text.strip(_DECORATION)


@cache
def count_words(locale: str) -> CountWords:
    """The phrases of a locale, ready for looking up; `#` stands for the number."""
    return _ready(table(locale))


def _ready(own: Table) -> CountWords:
    whole: dict[str, str] = {}
    titled: list[Titled] = []
    nouns: set[str] = set()
    heads: list[str] = []
    for kind in ("closed", "invite", "one", "two", "none", "count"):
        for phrase in own.comments.get(kind, ()):
            key = folded(phrase.replace("{n}", "#").replace("{title}", "\ue001"))
            if "\ue001" in key:
                head, _, tail = key.partition("\ue001")
                titled.append(
                    Titled(
                        _plain(head).strip('" '),
                        _plain(tail).strip('" '),
                        kind,
                        head[-1:].isalpha(),
                        tail[:1].isalpha(),
                    )
                )
                heads.append(head.strip(' "«'))
            else:
                whole[_plain(key)] = kind
                if kind == "count":
                    nouns.add(max(words_of(key.replace("#", " ")), key=len, default=""))
    links = {head[len(phrase) :].strip() for head in heads for phrase in whole if head.startswith(phrase + " ")}
    return CountWords(
        whole,
        tuple(sorted(titled, key=lambda one: -len(one.head) - len(one.tail))),
        frozenset(nouns - {""}),
        frozenset(links - {""}),
    )


def read_count(segment: Folded | str, locale: str) -> Count | None:
    """What a folded text, taken as a whole, says of the comments; None when it is no such phrase.

    The words of the locale are tried first, then those of English, which themes leave untranslated.
    """
    text = _plain(segment if isinstance(segment, str) else segment.text)
    if not text or len(text) > _LONGEST:
        return None
    found = _read(text, count_words(locale))
    return found if found or locale == ENGLISH else _read(text, count_words(ENGLISH))


def _read(text: str, words: CountWords) -> Count | None:
    numbers = list(_NUMBER.finditer(text))
    for form, value in (
        (text, None),
        *(_numbered(text, number) for number in dict.fromkeys([*numbers[:1], *numbers[-1:]])),
    ):
        kind = words.whole.get(form) or _before_title(form, words) or _with_title(form, words)
        if kind and (kind == "count") == (value is not None):
            return Count(value, None) if kind == "count" else _KINDS[kind]
    return _number_and_noun(text, numbers, words)


def _numbered(text: str, number: re.Match[str]) -> tuple[str, int]:
    """The text with `#` instead of a number, and the number."""
    return text[: number.start()] + "#" + text[number.end() :], int(re.sub(r"\D", "", number[0]))


def _with_title(text: str, words: CountWords) -> str | None:
    """The kind of a phrase that has a title where the locale puts it."""
    for one in words.titled:
        if not (text.startswith(one.head) and text.endswith(one.tail) and len(text) > len(one.head) + len(one.tail)):
            continue
        title = text[len(one.head) : len(text) - len(one.tail)]
        before = not one.head or one.joined_before or _parted(one.head[-1], title[0])
        after = not one.tail or one.joined_after or _parted(title[-1], one.tail[0])
        if before and after and (one.head or one.tail):
            return one.kind
    return None


def _parted(left: str, right: str) -> bool:
    """Whether a word ends between two characters."""
    return not (left.isalnum() and right.isalnum()) or joins(left) or joins(right)


def _before_title(text: str, words: CountWords) -> str | None:
    """The kind of a whole phrase that is followed by `on TITLE`, which WordPress 4.2 and later print for screen readers."""
    for link in words.links:
        before, _, title = text.partition(f" {link} ")
        if title and (kind := words.whole.get(_plain(before))):
            return kind
    return None


def _number_and_noun(text: str, numbers: list[re.Match[str]], words: CountWords) -> Count | None:
    """A number and a form of the word for comment, whatever its ending: languages have up to six plurals."""
    found = words_of(text)
    if len(numbers) != 1 or not found or len(found) > 2 or len(text) > 40:
        return None
    if all(any(_same_stem(word, noun) for noun in words.nouns) for word in found):
        return Count(_numbered(text, numbers[0])[1], None)
    return None


def _same_stem(word: str, noun: str) -> bool:
    """Whether two words differ in their ending alone."""
    if joins(noun[0]):
        return noun == word
    stem = noun[: max(4, len(noun) - 3)]
    return len(noun) >= 3 and word.startswith(stem) and len(word) <= len(noun) + 3
