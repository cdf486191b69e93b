"""References to characters → the characters."""

import re
from html import unescape as _unescape  # noqa: TID251 - this is the one place

#: Python refuses to read a number of more than 4300 digits.
_LONG = re.compile(r"&#([0-9]{20,})")
_ENOUGH = 10
"""Digits that show that a number is none of a character."""


def unescape(text: str) -> str:
    """The text with its references resolved as browsers resolve them (HTML standard, 13.2.5.72). Never raises."""
    return _unescape(_LONG.sub(_shortened, text) if "&#" in text else text)


def _shortened(reference: re.Match[str]) -> str:
    return "&#" + (reference[1].lstrip("0")[:_ENOUGH] or "0")
