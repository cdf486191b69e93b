"""Which character set is a text in that is no UTF-8? Told by the letters that each set would make of it.

In a text that is read in its own character set most letters are the commonest of its language; in another set the same
bytes are capitals, rare letters or signs. Scripts other than Latin are told by their letters alone; for Latin ones, where
few bytes differ, the language counts that the export names: the sets are those that the HTML Standard gives the locales
(§ 13.2.3.2, "suggested default encoding"), and the ISO ones beside them.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from .source import Data

FALLBACK = "cp1252"
"""What browsers read where nothing else is known (WHATWG Encoding Standard)."""

HALVES = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
"""The two surrogates of a character, each as UTF-8 (CESU-8)."""

_WINDOW = 1 << 18
_WINDOWS = 16
_ENOUGH = 1 << 15
_FEWEST = 12
"""Letters beyond ASCII that a guess needs."""

_LANGUAGE = re.compile(rb"<language>\s*(?:<!\[CDATA\[)?([A-Za-z]{2,3})")
_LETTERS = re.compile(r"[^\x00-\x7f\s\u2010-\u203a\xa0\xab\xbb]")
_RUN = re.compile(rb"[\x80-\xff]+")
_LONG_RUN = re.compile(rb"[\x80-\xff]{4,}")
_LETTER = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_ESCAPES = re.compile(rb"\x1b\$[@B][!-~]{2,2000}?\x1b\([BJ]")
"""Japanese between its marks (RFC 1468): all bytes are those of ASCII."""
_HIGH = re.compile(rb"[\x80-\xff]")


class _Charset(NamedTuple):
    """A character set; the commonest letters of the languages that used it; the share of all that they have at least."""

    codec: str
    common: frozenset[str]
    least: float


@cache
def _span(*spans: tuple[int, int]) -> frozenset[str]:
    return frozenset(chr(code) for first, last in spans for code in range(first, last + 1))


@cache
def _row_letters(codec: str, first: int, last: int) -> frozenset[str]:
    """The letters of a set of two bytes whose first one lies in a range."""
    pairs = (bytes((lead, trail)) for lead in range(first, last + 1) for trail in range(0x40, 0xFF))
    return frozenset(letter for pair in pairs if len(letter := pair.decode(codec, "ignore")) == 1)


_CYRILLIC = frozenset("оеаинтсрвлкм")
_GREEK = frozenset("αοιετσνηυρπκςάέήίόύώ")
_SCRIPTS = (
    *(_Charset(codec, _CYRILLIC, 0.55) for codec in ("cp1251", "koi8-r", "cp866", "iso8859-5")),
    *(_Charset(codec, _GREEK, 0.7) for codec in ("cp1253", "iso8859-7")),
    _Charset("cp1255", frozenset("יוהלאתרבמשנםחד"), 0.7),
    _Charset("cp1256", frozenset("اليمنوتربعهدةفق"), 0.65),
    _Charset("cp874", frozenset("านรอกเงมยลวดทสตะัี่้ิหแปไ"), 0.6),
)
"""Sets of one byte."""

_MAX_LOST = 0.01
_KANA = _span((0x3041, 0x30FC))
_LEAST_KANA = 0.25
_HANGUL = _span((0xAC00, 0xD7A3))
_LEAST_HANGUL = 0.85
_CHINESE = (("gb18030", ("gb2312", 0xB0, 0xD7)), ("big5hkscs", ("big5", 0xA4, 0xC6)))
"""Where the commonest letters stand: the first level of each set."""

_LATIN = {
    **dict.fromkeys(("cs", "sk", "pl", "hu", "sl", "hr", "bs", "ro"), ("cp1250", "iso8859-2")),
    **dict.fromkeys(("tr", "az"), ("cp1254",)),
    **dict.fromkeys(("lt", "lv", "et"), ("cp1257", "iso8859-13")),
}
_MAC = "mac-roman"
_LEAST_OF_MAC = 0.7
_MARKS = b"\x85\x91\x92\x93\x94\x95\x96\x97"
"""Quotation marks, dashes and dots of the Windows sets."""

_WESTERN = frozenset("éèàêçüöäßåøæñóíáúãõâîôûïëìòùÉÀÖÄÜÅØÆß")
_CENTRAL = frozenset("ěščřžýáíéúůťďňóąćęłńśźżőűöüäôľĺŕăâîşţđČŠŽŚŻŁ")
_TURKISH = frozenset("ığşçöüİâîûŞÇÖÜ")
_BALTIC = frozenset("ąčęėįšųūžāēģīķļņõäöüŠŽČ")
_ACCENTED = {
    FALLBACK: _WESTERN,
    _MAC: _WESTERN,
    "cp1250": _CENTRAL,
    "iso8859-2": _CENTRAL,
    "cp1254": _TURKISH,
    "cp1257": _BALTIC,
    "iso8859-13": _BALTIC,
}


_NAMES = {
    "cp932": "Shift_JIS",
    "cp949": "EUC-KR",
    "cp874": "windows-874",
    "cp866": "IBM866",
    "euc_jp": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP",
    "gb18030": "GBK",
    "big5hkscs": "Big5",
    "koi8-r": "KOI8-R",
    "mac-roman": "macintosh",
}


def name_of(codec: str) -> str:
    """The name by which XML files declare a character set of Python's."""
    return _NAMES.get(codec) or codec.replace("cp", "windows-").replace("iso8859", "ISO-8859")


def guess_charset(data: Data, *, is_latin_known: bool = False) -> str | None:
    """Python's name of the character set of text that is no UTF-8; None when nothing speaks for one of them.

    Text in a Latin script is given a set only for its language's sake, or when it is that of old Macs; not at all when its
    set is known (`is_latin_known`).
    """
    if _ESCAPES.search(data[:_WINDOW]):
        return "iso2022_jp"
    sample = _sample(data)
    high = len(_HIGH.findall(sample))
    if high < _FEWEST:
        return None
    if _has_utf8(sample):
        return None
    if 2 * sum(map(len, _LONG_RUN.findall(sample))) > high:
        return _best(sample, _SCRIPTS) or _of_two_bytes(sample)
    return None if is_latin_known else _of_latin(sample, data)


def charset_of_piece(piece: bytes) -> str | None:
    """The set of a piece of a file in UTF-8 that is itself in another one, and in another script than Latin."""
    escaped = sum("\udc80" <= letter <= "\udcff" for letter in piece.decode("utf-8", "surrogateescape"))
    return guess_charset(piece, is_latin_known=True) if 2 * escaped > len(_HIGH.findall(piece)) else None


def has_utf8_beside(data: Data, codec: str) -> bool:
    """Whether text in UTF-8 stands beside that in another set: what is a letter of the one is no word in the other.

    `вЂ™` is a quotation mark, `так` in the set of DOS is valid UTF-8 by chance.
    """
    letters = [run.decode(codec, "replace") for run in _RUN.findall(_sample(data)) if _LETTER.fullmatch(run)]
    odd = sum(not _is_word(word.rstrip("»”…—–\xa0")) for word in letters)
    return odd > max(2, len(letters) // 2)


def _is_word(text: str) -> bool:
    """Whether letters may be a word: in one case, or with a capital first."""
    return text.isalpha() and text[1:] in (text[1:].lower(), text.upper()[1:] if text[0].isupper() else "")


def _sample(data: Data) -> bytes:
    """Lines that hold bytes beyond ASCII, from the first of these on."""
    lines: list[bytes] = []
    for low in range(0, min(len(data), _WINDOW * _WINDOWS), _WINDOW):
        lines += (_from_first(line) for line in data[low : low + _WINDOW].splitlines() if not line.isascii())
        if sum(map(len, lines)) > _ENOUGH:
            break
    return b"\n".join(lines)[: 2 * _ENOUGH]


def _from_first(line: bytes) -> bytes:
    first = _HIGH.search(line)
    start = first.start() if first is not None else 0
    return line[start : start + _ENOUGH]


def _has_utf8(sample: bytes) -> bool:
    """Whether single letters between those of ASCII are UTF-8, more often than by chance: then only places are not."""
    runs = _RUN.findall(sample)
    return sum(bool(_LETTER.fullmatch(run)) for run in runs) > max(2, len(runs) // 10)


def _read(sample: bytes, codec: str) -> list[str] | None:
    """The letters beyond ASCII; None when too many bytes are none in this set."""
    letters = _LETTERS.findall(sample.decode(codec, "replace"))
    lost = letters.count("\ufffd")
    return letters if letters and lost <= max(2, _MAX_LOST * len(letters)) else None


def _share(letters: list[str], common: frozenset[str]) -> float:
    return sum(letter in common for letter in letters) / len(letters)


def _of_two_bytes(sample: bytes) -> str | None:
    """Japanese by its kana, Korean by its syllables, Chinese by the letters that its sets put first."""
    for codec in ("cp932", "euc_jp"):
        letters = _read(sample, codec)
        known = _span((0x3000, 0x30FF), (0x4E00, 0x9FFF), (0xFF01, 0xFF5E))
        if letters and _share(letters, _KANA) >= _LEAST_KANA and _share(letters, known) > 1 - _MAX_LOST:
            return codec
    if (letters := _read(sample, "cp949")) and _share(_without_signs(letters), _HANGUL) >= _LEAST_HANGUL:
        return "cp949"
    return _best(sample, [_Charset(codec, _row_letters(*rows), 0.75) for codec, rows in _CHINESE])


def _best(sample: bytes, charsets: Iterable[_Charset]) -> str | None:
    """The set in which the commonest letters have most above their least share."""
    found = []
    for charset in charsets:
        letters = _read(sample, charset.codec)
        if letters and (share := _share(_without_signs(letters), charset.common)) >= charset.least:
            found.append((share / charset.least, charset.codec))
    return max(found, key=lambda one: one[0])[1] if found else None


def _without_signs(letters: list[str]) -> list[str]:
    """The letters without the punctuation of the East, which all its sets have."""
    return [letter for letter in letters if not "\u3000" <= letter <= "\u303f" and letter < "\uff00"] or letters


def _of_latin(sample: bytes, data: Data) -> str | None:
    """The set of the language that the export names, or that of old Macs; quotation marks and dashes say nothing."""
    sample = sample.translate(None, _MARKS)
    language = _LANGUAGE.search(data[:_WINDOW])
    own = _LATIN.get(language[1].decode("ascii").lower(), ()) if language else ()
    shares = {codec: _share(_read(sample, codec) or [""], _ACCENTED[codec]) for codec in (*own, FALLBACK, _MAC)}
    if own:
        return max(own, key=lambda codec: shares[codec])
    return _MAC if shares[_MAC] >= _LEAST_OF_MAC and shares[FALLBACK] <= 1 - _LEAST_OF_MAC else None
