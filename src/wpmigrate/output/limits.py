"""What file systems allow: the length of a name, counted in bytes, and which spellings are one name."""

import unicodedata

MAX_NAME_BYTES = 255
"""NAME_MAX of Linux file systems; APFS and NTFS count characters and allow no less."""

MAX_STEM_BYTES = 220
"""Of a name made from a slug; leaves room for a date in front (11), an extension and the suffix of a clash."""

MAX_PATH_BYTES = 900
"""Of a path below the output folder; PATH_MAX of macOS is 1,024 bytes for the whole."""


def cut_to_bytes(text: str, limit: int) -> str:
    """As much of `text` as fits in `limit` bytes of UTF-8, without half a character and without a trailing dash."""
    octets = text.encode("utf-8", "replace")
    if len(octets) <= limit:
        return text
    short = octets[:limit].decode("utf-8", "ignore")
    # A letter whose accents were cut off is another letter: drop it too.
    if unicodedata.combining(text[len(short)]):
        while short and unicodedata.combining(short[-1]):
            short = short[:-1]
        short = short[:-1]
    return short.rstrip("-._")


def fold(path: str) -> str:
    """What two paths have in common when some file system takes them for one: case and composition folded.

    NFD, full case folding, NFC: canonical caseless matching of the Unicode Standard (3.13, D145), which covers
    APFS, HFS+ and NTFS.
    """
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())
