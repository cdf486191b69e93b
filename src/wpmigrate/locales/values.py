"""The values of a byline's places, cleaned: names without the punctuation of the sentence, lists split at their commas."""

import re
from collections.abc import Sequence

_COMMAS = re.compile(r"\s*[,،、，;]\s*")
_ROUND = " \t\n\r\xa0|»«·•–—:,،、，;→←"
LONGEST_NAME, NAME_WORDS = 100, 8
"""A name of a person or a term has not more characters and words."""

_PARTICLES = frozenset(
    [
        "af",
        "al",
        "ap",
        "ben",
        "bin",
        "da",
        "das",
        "de",
        "del",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "san",
        "st",
        "ten",
        "ter",
        "van",
        "von",
        "zu",
    ]
)
"""Words of small letters that names of persons begin with."""

LONGEST = 200
"""More characters than this are no list of terms and no name."""


def clean(text: str) -> str:
    """A value without the blanks, separators and full stop of the sentence round it."""
    kept = text.strip(_ROUND)
    if kept.endswith((".", "。", "।", "։")) and not kept.endswith("..."):
        kept = kept[:-1].rstrip(_ROUND)
    kept = kept.removeprefix("- ")
    return kept.removesuffix(" -").strip(_ROUND)


def split_terms(text: str, anchors: Sequence[str] = ()) -> tuple[str, ...]:
    """The terms of a list as a theme prints it, `Resor, mat och vin, Sverige` → two commas, three terms.

    A term whose name has a comma cannot be told from two in text. With `anchors`, the texts of the links of the list,
    nothing is split: they are the terms, in their order.
    """
    if anchors:
        return tuple(dict.fromkeys(name for anchor in anchors if (name := " ".join(anchor.split()))))
    parts = (clean(part) for part in _COMMAS.split(clean(text)))
    return tuple(dict.fromkeys(part for part in parts if part))


def is_name(text: str) -> bool:
    """Whether a text could be the name of a person or a term, by its length."""
    return len(text) <= LONGEST_NAME and len(text.split()) <= NAME_WORDS


def is_person(text: str) -> bool:
    """Whether a text could be the name of an author: `admin`, `Ann B.`, `von Ahn`, but not `a small press`."""
    words = text.split()
    return len(words) < 3 or not words[0].islower() or words[0] in _PARTICLES
