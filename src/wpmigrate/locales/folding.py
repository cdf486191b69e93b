"""Text as bylines are compared: without letter case, typography and marks, each character with its place in the original.

Folding changes lengths (a mark falls away, ligatures open), and the values of a byline (names, categories) must come out
as they were written. So each folded character knows its place in the text.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_SINGLE = {
    **dict.fromkeys("‘’‚‛ʼʻ´`′", "'"),
    **dict.fromkeys("“”„‟″״", '"'),
    **dict.fromkeys("‐‑‒", "-"),
    **dict.fromkeys("–―", "—"),
    **dict.fromkeys("•·∙▪●|¦│", "|"),
    **dict.fromkeys("İıI", "i"),
    "ς": "σ",
    "ё": "е",
    "Ё": "е",
    "ş": "ș",
    "Ş": "ș",
    "ţ": "ț",
    "Ţ": "ț",
    **dict.fromkeys("يىئ", "ی"),
    "ك": "ک",
    **dict.fromkeys("أإآٱ", "ا"),
    "ۀ": "ه",
    "\u0964": ".",
    "。": ".",
    "։": ".",
    "՝": ":",
}
"""Signs and letters that writers and keyboards exchange; the dotless i of Turkish is an i here, on both sides."""

_MARKS = frozenset(
    chr(code)
    for first, last in ((0x0591, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F), (0x06D6, 0x06DC))
    for code in range(first, last + 1)
) | {"\u0640", "\u0670", "\u180e", "\ufe0e", "\ufe0f"}
"""Vowel points of Arabic and Hebrew, the stretching tatweel, selectors: written or left out at will."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text (`text`), the original (`source`), and for each folded character its place there (`places`).

    `places` has one more entry: the end of the original.
    """

    text: str
    source: str
    places: tuple[int, ...]

    def original(self, start: int, end: int) -> str:
        """What the original has where the folded text has `start` to `end`, without blanks round it."""
        return self.source[self.places[start] : self.places[end]].strip() if start < end else ""

    def replaced(self, start: int, end: int, sign: str) -> "Folded":
        """The same text with one character `sign` instead of `start` to `end`."""
        text = self.text[:start] + sign + self.text[end:]
        return Folded(text, self.source, (*self.places[: start + 1], *self.places[end:]))

    def part(self, start: int, end: int) -> "Folded":
        """From `start` to `end`, over the same original."""
        return Folded(self.text[start:end], self.source, self.places[start : end + 1])


@cache
def fold_character(character: str) -> str:
    """One character folded: none, one or several characters."""
    known = _SINGLE.get(character)
    if known is not None:
        return known
    if character < "\x80":
        return character.lower()
    if character in _MARKS or unicodedata.category(character) in ("Cf", "Cc"):
        return ""
    if character.isspace():
        return " "
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    plain = unicodedata.normalize("NFKC", character)
    return "".join(_SINGLE.get(part, part.casefold()) for part in plain)


def fold(text: str) -> Folded:
    """A text folded: compatibility forms opened, lower case, digits as 0 to 9, blanks as one, newlines kept.

    Marks that are written or left out at will, and signs that only steer the layout, fall away.
    """
    source = unicodedata.normalize("NFC", text)
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(source):
        plain = character if character == "\n" else fold_character(character)
        if plain in (" ", "\t", "\r", "\x0b", "\x0c"):
            if not characters or characters[-1] in (" ", "\n"):
                continue
            plain = " "
        elif plain == "\n" and characters and characters[-1] == " ":
            characters[-1], places[-1] = "\n", place
            continue
        for sign in plain:
            characters.append(sign)
            places.append(place)
    while characters and characters[-1].isspace():
        characters.pop()
        places.pop()
    return Folded("".join(characters), source, (*places, len(source)))


def folded(phrase: str) -> str:
    """A phrase of a table, folded as texts are."""
    return fold(phrase).text


def is_letter(character: str) -> bool:
    """Whether it is a letter or a mark that belongs to one."""
    return character.isalpha() or (character > "\x7f" and unicodedata.category(character)[0] == "M")


_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x9FFF),
    (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF),
)
"""Thai, Lao, Burmese, Khmer, kana, Han, and Hangul (which joins its particles to the word)."""


def joins(character: str) -> bool:
    """Whether it is of a script whose words stand without a blank between them."""
    code = ord(character)
    return code >= _UNSPACED[0][0] and any(first <= code <= last for first, last in _UNSPACED)


def word_edge(text: str, place: int) -> bool:
    """Whether a word begins or ends at `place`, where no two letters of a spaced script meet."""
    if place <= 0 or place >= len(text):
        return True
    before, after = text[place - 1], text[place]
    if not (is_letter(before) and is_letter(after)):
        return True
    return joins(before) or joins(after)


_WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~«»…—、。|\ue000-\uf8ff]+")


def words_of(text: str) -> list[str]:
    """The words of a folded text, with the marks that scripts write over and under their letters."""
    return _WORD.findall(text)
