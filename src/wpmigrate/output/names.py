"""File names from slugs: readable, and allowed on Linux, macOS and Windows alike."""

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

from wpmigrate.model import made_slug

from .limits import MAX_STEM_BYTES, cut_to_bytes

Fault = Literal["", "unsafe", "shortened", "reserved", "cut"]


class SafeName(NamedTuple):
    """A name without extension, and what was wrong with the slug: the first of unsafe, cut, reserved, shortened."""

    stem: str
    fault: Fault


# What almost all slugs look like (WordPress's sanitize_title_with_dashes makes no others of Latin text).
_ORDINARY = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")

# File names that mean something else to web servers and generators, and those of Windows devices
# (learn.microsoft.com, "Naming Files, Paths, and Namespaces"), with or without an extension.
PAGE_NAMES = frozenset({"index", "readme", "robots", "404", "htaccess"})
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{device}{digit}" for device in ("com", "lpt") for digit in "0123456789¹²³"}
)
RESERVED_SUFFIX = "-1"

_ASCII_ALLOWED = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")
_ASCII_KEPT_OUT = re.compile(r"""[\x00-\x20"*/:<>?\\|.]""")

# Joiners, soft hyphen and variation selectors change no reading of a name, and file systems differ about them:
# they go without a word, as WordPress drops some of them itself.
_IGNORED = dict.fromkeys([0x00AD, 0x034F, 0x200B, 0x200C, 0x200D, 0x2060, *range(0xFE00, 0xFE10)])

_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")
_CUT_PERCENT = re.compile(r"%[0-9A-Fa-f]?(?=%|$)")
_SEAMS = re.compile(r"[-.]{2,}")


def safe_name(slug: str, *, fallback: str = "post") -> SafeName:
    """The file name of a slug, without extension.

    The slug is percent-decoded once as UTF-8 (WordPress cuts slugs after 200 bytes: a cut tail is dropped), brought
    to NFC and freed of everything but letters, marks, digits, symbols and punctuation that all systems allow.
    The slug of `fallback`, a title, is taken when nothing is left. The name has at most `MAX_STEM_BYTES` bytes, is never
    empty, and is its own safe name.
    """
    if _ORDINARY.fullmatch(slug) and len(slug) <= MAX_STEM_BYTES and not _is_reserved(slug):
        return SafeName(slug, "")
    found = _clean(slug)
    if found.stem:
        return found
    return SafeName(_title_stem(fallback), "unsafe" if slug.strip() else "")


def _title_stem(title: str) -> str:
    """The name of an item that has no slug: the slug that WordPress would make of its title."""
    return _clean(made_slug(title)).stem or "post"


def is_device(name: str) -> bool:
    """Whether Windows takes `name` for a device, whatever its extension."""
    return name.partition(".")[0].rstrip().lower() in _DEVICES


def _clean(slug: str) -> SafeName:
    text, is_cut = _decode(slug)
    text = unicodedata.normalize("NFC", text.translate(_IGNORED))
    stem = "".join(map(_kept, text))
    is_reserved = False
    if stem.startswith(("_", ".")) and stem.strip("_.").lower() in PAGE_NAMES:
        is_reserved = True  # _index and .htaccess
    trimmed = stem.strip("-._")
    is_unsafe = stem != text or (trimmed != stem and not is_reserved)
    if is_unsafe:
        trimmed = _SEAMS.sub("-", trimmed)
    short = cut_to_bytes(trimmed, MAX_STEM_BYTES)
    if _is_reserved(short):
        head, dot, tail = short.partition(".")  # CON.txt is the device too
        short = cut_to_bytes(head + RESERVED_SUFFIX + dot + tail, MAX_STEM_BYTES)
        is_reserved = True
    faults: tuple[tuple[bool, Fault], ...] = (
        (is_unsafe, "unsafe"),
        (is_cut, "cut"),
        (is_reserved, "reserved"),
        (len(trimmed.encode()) > MAX_STEM_BYTES, "shortened"),
    )
    return SafeName(short, next((fault for holds, fault in faults if holds), ""))


def _decode(slug: str) -> tuple[str, bool]:
    """The slug percent-decoded once, and whether a piece of a character was dropped."""
    if "%" not in slug:
        return slug, False
    whole = _CUT_PERCENT.sub("", slug)
    octets = _PERCENT.sub(lambda found: bytes([int(found[1], 16)]), whole.encode("utf-8", "replace"))
    text = octets.decode("utf-8", "ignore")
    return text, whole != slug or text.encode("utf-8") != octets


def _is_reserved(stem: str) -> bool:
    return stem.lower() in PAGE_NAMES or is_device(stem)


@lru_cache(maxsize=4096)
def _kept(character: str) -> str:
    """The character where all systems allow it and a reader sees it, else a dash."""
    if character.isascii():
        return character if character in _ASCII_ALLOWED else "-"
    # L letters, M marks, N digits, P punctuation, S symbols; not Z blanks, C controls, bidi marks and unassigned.
    if unicodedata.category(character)[0] not in "LMNPS":
        return "-"
    # Fullwidth "／" and the like become "/" where a system converts names to another character set.
    return "-" if _ASCII_KEPT_OUT.search(unicodedata.normalize("NFKC", character)) else character
