"""Slugs of posts and terms whose address no page tells, as WordPress makes them of titles (`sanitize_title`)."""

import re
import unicodedata
from urllib.parse import quote

_LONGEST = 200
_NOT_A_WORD = re.compile(r"[^\w\s-]")
_GAP = re.compile(r"[\s_-]+")


def made_slug(text: str) -> str:
    """The slug: Latin letters without their accents; words in other scripts percent-encoded, in lower case."""
    if any(character.isalpha() and not _is_latin(character) for character in text):
        words = _GAP.sub("-", _NOT_A_WORD.sub("", text.lower()).strip())
        return quote(words[: _LONGEST // 9]).lower()
    from slugify import slugify  # noqa: PLC0415 - its tables take time to load, and few inputs need them

    return slugify(text, max_length=_LONGEST)


def _is_latin(character: str) -> bool:
    return character.isascii() or unicodedata.name(character, "").startswith("LATIN")
