"""When a text may stand in YAML without quotes: only where 1.1 and 1.2 provably read it as that text."""

import re
from functools import lru_cache

from .quoted import quote

# Starts with a letter, a slash or anything beyond ASCII: no number, date, indicator, `~`, `=`, `<<` does.
# Goes on with no control character, no line break of either version, no ": " (nor ":" at the end) and no " #".
_NOT_PLAIN = "\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
_PLAIN = re.compile(
    rf"(?:[A-Za-z/]|[^\x00-\xa0\s{_NOT_PLAIN}])"
    rf"(?:[^{_NOT_PLAIN}:#]++|:(?=\S)|(?<=\S)\#)*+"
    r"(?<!\s)"
)

# The words of YAML 1.1's bool and null (https://yaml.org/type/), in any case, and those that other readers take for
# numbers or nothing.
_WORDS = frozenset(
    [
        *("y", "n", "yes", "no", "on", "off", "true", "false", "null"),  # YAML 1.1
        *("nil", "none", "nan", "inf", "infinity", "undefined"),
    ]
)
_LONGEST_WORD = max(map(len, _WORDS))

_SHORT = 48
"""Texts up to this length (tags, names, keys) repeat over posts: their form is remembered."""


def _yaml_text(text: str) -> str:
    if _PLAIN.fullmatch(text) and not (len(text) <= _LONGEST_WORD and text.lower() in _WORDS):
        return text
    return quote(text)


_remembered = lru_cache(maxsize=8192)(_yaml_text)


def yaml_text(text: str) -> str:
    """`text` as a YAML scalar for block context: as it stands where that is safe, else quoted."""
    return _remembered(text) if len(text) <= _SHORT else _yaml_text(text)
