"""The slug that WordPress makes of a title or a name that has none."""

import re
import unicodedata
from urllib.parse import quote

#: Latin letters that are no letter with a mark (`remove_accents()`; what a locale of its own writes otherwise is not known).
_LETTERS = str.maketrans({
    "ª": "a", "º": "o", "æ": "ae", "ð": "d", "þ": "th", "ß": "s", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ĳ": "ij",
    "ĸ": "k", "ŀ": "l", "ł": "l", "ŉ": "n", "ŋ": "n", "œ": "oe", "ŧ": "t", "ſ": "s", "ə": "e", "ǝ": "e", "€": "e",
    "£": "", "ɑ": "a", "×": "x",
})  # fmt: skip
#: Signs without which words are the same: quotation marks, the soft hyphen, marks of direction, zero-width ones.
_SIGNS = "\xad¡¿«»‹›‘’“”‚‛„‟•©®°…™´ˊ\u0300\u0301\u0304\u030c\u0341\u200b\u200c\u200d\u200e\u200f\ufeff\ufffc"
_NOTHING = dict.fromkeys([*map(ord, _SIGNS), *range(0x202A, 0x202F)])
_GAP = re.compile(r"[\s./\u2010-\u2015-]+")
_ASCII_SIGNS = re.compile(r"[\x00-\x1f!-,:-@\[-^`{-\x7f]")
#: Bytes of a slug, percent-encoded, that the database takes.
_LONGEST = 200
#: Bytes that a character may take, percent-encoded.
_MOST_BYTES = 12


def made_slug(title: str) -> str:
    """The slug of a plain title, not percent-encoded: words in lower case with hyphens between, accents off Latin letters.

    Empty where no word is left. Source: `sanitize_title()` with `remove_accents()` and `sanitize_title_with_dashes()`.
    """
    text = title.lower()
    if not title.isascii():
        plain = "".join(map(_plain_letter, unicodedata.normalize("NFC", title)))
        text = plain.lower().translate(_LETTERS).translate(_NOTHING)
    text = _GAP.sub("-", _ASCII_SIGNS.sub("", _GAP.sub("-", text))).strip("-")[:_LONGEST]
    while len(text) * _MOST_BYTES > _LONGEST and len(quote(text)) > _LONGEST:
        text = text[:-1]
    return text.strip("-")


def _plain_letter(letter: str) -> str:
    """A Latin letter without its accents, any other character as it is."""
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() and base.isalpha() else letter
