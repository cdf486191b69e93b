"""Text as tokens, which two texts must share to be the same for a reader; folded by NFC and white space alone.

A token is a whole address, a word (one letter in scripts that put no blanks between words), or a single sign.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from wpmigrate.html import INVISIBLE

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_INVISIBLE = re.compile(f"[{''.join(map(chr, INVISIBLE))}]+")
_TOKEN = re.compile(rf"https?://[^\s<>\"{_UNSPACED}\u3000-\u303f\uff00-\uff60]+|[{_UNSPACED}]|[^\W_{_UNSPACED}]+|\S")

ENDS_OF_SENTENCES = ".,;:!?)]'\"”’»…"
"""Signs that follow an address in a text without being part of it."""


def folded(text: str) -> str:
    """The text in NFC, without characters that show nothing."""
    if text.isascii():
        return text
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return _INVISIBLE.sub("", text)


def tokens(text: str) -> list[str]:
    """The addresses, words and signs of a text, in order."""
    return _TOKEN.findall(folded(text))


def is_address(token: str) -> bool:
    """Whether a token is a whole address."""
    return token.startswith(("http://", "https://"))


def is_word(token: str) -> bool:
    """Whether a token is a word and no sign."""
    return token[0].isalnum()


def parted(found: Sequence[str]) -> Counter[str]:
    """How often each token is there, and the parts of addresses with a bracket: one reading ends an address there."""
    counts = Counter(found)
    for token in found:
        if "[" in token and is_address(token):
            counts.update(tokens(token.replace("://", " ")))
    return counts


def missing(wanted: Iterable[str], there: Counter[str]) -> list[str]:
    """The tokens of `wanted` without the first that are `there`, as often as they are there; in order."""
    left = there.copy()
    lost = []
    for token in wanted:
        if left[token] > 0:
            left[token] -= 1
        else:
            lost.append(token)
    return lost


def excerpt(found: Iterable[str], limit: int = 80) -> str:
    """The first tokens on one line of at most about `limit` characters, with `…` where some are left out."""
    shown: list[str] = []
    length = 0
    for token in found:
        piece = " ".join(token.split())
        piece = piece if len(piece) <= limit else piece[: limit - 1] + "…"
        length += len(piece) + 1
        if shown and length > limit:
            shown.append("…")
            break
        shown.append(piece)
    return " ".join(shown)


def numbered(found: Iterable[str], limit: int = 8) -> str:
    """Tokens with their numbers, the most frequent first."""
    counts = Counter(found).most_common(limit)
    return " ".join(token if number == 1 else f"{token} {number}×" for token, number in counts)
