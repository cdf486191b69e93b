"""Bytes of any encoding → UTF-8: by evidence, not by the declaration alone.

What is valid UTF-8 is UTF-8, whatever the file says. What is not is decoded as declared, or as Windows-1252, which is
what browsers read where a file says ISO-8859-1 (WHATWG Encoding Standard).
"""

import codecs
import re
import tempfile
from typing import NamedTuple

from wpmigrate.diagnostics import Diagnostic, diagnose

from .charsets import FALLBACK, HALVES, guess_charset, has_utf8_beside, name_of
from .source import Data, map_file

_WINDOW = 1 << 20
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})")
_ESCAPED = re.compile("[\udc80-\udcff]")
_WIDE_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0?\0", "utf-16-le"),
    (b"\0<\0?", "utf-16-be"),
    (b"<\0r\0", "utf-16-le"),
    (b"\0<\0r", "utf-16-be"),
)
_WIDE_NAMES = frozenset({"utf-16", "utf16", "utf-16le", "utf-16be", "unicode", "utf-32", "ucs-2", "iso-10646-ucs-2"})
_LIKE_1252 = frozenset({"iso8859-1", "ascii", "cp1252"})
_CHARSETS = re.compile(
    r"iso8859-\d+|cp(?:125\d|437|85\d|86\d|874|932|949|950)|koi8-[rut]|mac[-_].*|gb2312|gbk|gb18030|big5.*|euc_.*|shift_jis.*|johab|tis-620|kz1048|hz|iso2022_.*"
)
"""Codecs that a file may name: character sets, and none of Python's other transformations."""

_LARGER = {
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "tis-620": "cp874",
    "iso8859-9": "cp1254",
}
"""Sets that the WHATWG Encoding Standard reads under the names of smaller ones."""

_LABELS = {
    "windows-874": "cp874",
    "dos-874": "cp874",
    "x-sjis": "shift_jis",
    "x-euc-jp": "euc_jp",
    "x-gbk": "gbk",
    "x-x-big5": "big5",
    "x-mac-cyrillic": "mac_cyrillic",
    "koi": "koi8-r",
    "koi8": "koi8-r",
    "koi8-ru": "koi8-u",
    **{f"x-cp{number}": f"cp{number}" for number in range(1250, 1259)},
}
"""Names that the same standard knows and Python does not."""

_OPEN_IN_1252 = b"\x81\x8d\x8f\x90\x9d"
"""Bytes to which Windows-1252 gives no character: strict readers refuse them."""
_HIGH_CONTROLS = re.compile(rb"[\x80-\x9f]")
_REPLACEMENT = "\ufffd".encode()


class Decoded(NamedTuple):
    """UTF-8 bytes, and what was found about the encoding."""

    data: Data
    findings: tuple[Diagnostic, ...] = ()


def _decode_1252(error: UnicodeError) -> tuple[str, int]:
    """The five bytes that Windows-1252 leaves open become the control characters of ISO-8859-1."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("wpmigrate-1252", _decode_1252)


def as_utf8(data: Data, name: str) -> Decoded:
    """The data as UTF-8 when its marks or its declaration say that it is something else.

    Data that claims to be UTF-8 is returned as it is: the strict pass finds out.
    """
    for mark, wide in _WIDE_BOMS:
        if data[: len(mark)] == mark:
            return _wide(data, name, wide)
    found = _DECLARED.search(data[:4096])
    declared = found[1].decode("ascii") if found else "utf-8"
    codec = _codec_of(declared)
    if declared.lower() in _WIDE_NAMES:
        # Its bytes decide: an editor converted the file. Strict readers refuse it.
        return Decoded(data, (_misdeclared(name, declared, "UTF-8"),))
    if codec == "utf-8":
        return Decoded(data)
    if codec is not None and (codec.startswith("iso2022") or codec == "hz"):
        return _as_declared(data, name, declared, codec)  # all its bytes are those of ASCII
    survey = _survey(data)
    if not survey.bad:
        # Plain ASCII is right under any name that strict readers know.
        is_right = codec is not None and not survey.good
        return Decoded(data, () if is_right else (_misdeclared(name, declared, "UTF-8"),))
    return _declared_otherwise(data, name, declared, codec)


def _misdeclared(name: str, declared: str, actual: str, *, is_known: bool = True) -> Diagnostic:
    """What says that a file is in another encoding than it declares, or (not `is_known`) in one that readers lack."""
    return diagnose("WXR121" if is_known else "WXR123", file=name, line=1, declared=declared, actual=actual)


def _wide(data: Data, name: str, encoding: str) -> Decoded:
    """Data whose mark says UTF-16, which every reader of XML knows (XML 1.0 §4.3.3), or UTF-32, which hardly one does.

    A declaration that says something else is an error there.
    """
    text = _transcoded(data, encoding)
    actual = encoding[:6].upper()
    found = _DECLARED.search(text[:4096])
    declared = found[1].decode("ascii") if found else "UTF-8" if actual == "UTF-32" else actual
    is_right = declared.lower().startswith(actual.lower()) or (actual == "UTF-16" and declared.lower() in _WIDE_NAMES)
    if is_right and actual == "UTF-16":
        return Decoded(text)
    return Decoded(text, (_misdeclared(name, declared, actual, is_known=not is_right),))


def _declared_otherwise(data: Data, name: str, declared: str, codec: str | None) -> Decoded:
    """Data that is no UTF-8 and does not claim to be."""
    if codec is not None and codec not in _LIKE_1252:
        return _as_declared(data, name, declared, codec)
    guess = guess_charset(data, is_latin_known=codec in ("iso8859-1", "cp1252"))
    if guess is not None or codec in (None, "ascii") or (codec == "iso8859-1" and _has_high_controls(data)):
        actual = guess or FALLBACK
        found = _misdeclared(name, declared, name_of(actual), is_known=codec is not None)
        return _in_fact(data, found, actual)
    lost = sum(_count(data, bytes([byte])) for byte in _OPEN_IN_1252) if codec == "cp1252" else 0
    findings = (diagnose("WXR122", file=name, line=1, number=lost, declared=declared),) if lost else ()
    return Decoded(_transcoded(data, FALLBACK), findings)


def _in_fact(data: Data, found: Diagnostic, codec: str, keep: int = 0) -> Decoded:
    """Data in another set than it declares, as `found` says, from `keep` on."""
    text = _transcoded(data, codec, keep)
    return Decoded(text, (found, *_lost(data, text, found.file, name_of(codec))))


def _as_declared(data: Data, name: str, declared: str, codec: str) -> Decoded:
    """Data in the set that it names, or in the larger one that browsers read under this name."""
    text = _transcoded(data, codec)
    lost = _lost(data, text, name, declared)
    if lost and codec in _LARGER:
        larger = _LARGER[codec]
        decoded = _in_fact(data, _misdeclared(name, declared, name_of(larger)), larger)
        if len(decoded.findings) == 1:
            return decoded
    return Decoded(text, lost)


def _has_high_controls(data: Data) -> bool:
    """Whether bytes occur that are letters and quotes in Windows-1252, and control characters in ISO-8859-1."""
    return any(_HIGH_CONTROLS.search(data[low : low + _WINDOW]) for low in range(0, len(data), _WINDOW))


def _count(data: Data, needle: bytes) -> int:
    return sum(data[low : low + _WINDOW].count(needle) for low in range(0, len(data), _WINDOW))


def _codec_of(declared: str) -> str | None:
    """Python's name of a declared character set; None for an unknown one."""
    if declared.lower() in ("utf-8", "utf8"):
        return "utf-8"
    try:
        name = codecs.lookup(_LABELS.get(declared.lower(), declared)).name
    except LookupError:
        return None
    return name if name in _LIKE_1252 or _CHARSETS.fullmatch(name) else None


_CHANCE = 200
"""Bytes of Windows-1252 among which a pair may look like UTF-8 by chance, such as ß and a closing quote."""


class _Survey(NamedTuple):
    """Non-ASCII characters that are valid UTF-8, and bytes that are not."""

    good: int
    bad: int


def in_other_encoding(data: Data, name: str, keep: int) -> Decoded | None:
    """Data that claims to be UTF-8, from `keep` on in the encoding that it is in; None when it is UTF-8 but for places."""
    survey = _survey(data)
    # What is valid in it is so by chance; else UTF-8 and another encoding stand side by side, each place is read for itself.
    is_other = survey.bad > _CHANCE * survey.good
    is_ascii = not (survey.good or survey.bad)
    # In sets of two bytes much is valid by chance.
    may_be_other = survey.bad > survey.good
    guess = guess_charset(data, is_latin_known=not is_other) if is_ascii or may_be_other else None
    if guess and has_utf8_beside(data, guess):
        return None
    codec = guess or (FALLBACK if is_other else None)
    return _in_fact(data, _misdeclared(name, "UTF-8", name_of(codec)), codec, keep) if codec else None


def _lost(data: Data, text: Data, name: str, declared: str) -> tuple[Diagnostic, ...]:
    """What says how many bytes became replacement characters."""
    lost = _count(text, _REPLACEMENT) - _count(data, _REPLACEMENT)
    return (diagnose("WXR122", file=name, line=1, number=lost, declared=declared),) if lost > 0 else ()


def _survey(data: Data) -> _Survey:
    """Count what speaks for and against UTF-8. Surrogate halves (CESU-8) and a cut last character speak for it."""
    good = bad = 0
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    for low in range(0, len(data), _WINDOW):
        raw = data[low : low + _WINDOW]
        window = decoder.decode(raw)
        if window.isascii():
            continue
        escaped = len(_ESCAPED.findall(window))
        wide = len(window) - len(window.encode("ascii", "ignore"))
        halves = len(HALVES.findall(raw)) if b"\xed" in raw else 0
        bad += max(escaped - 6 * halves, 0)
        good += wide - escaped + halves
    return _Survey(good, bad)


def _transcoded(data: Data, encoding: str, keep: int = 0) -> Data:
    """The data in UTF-8, in a temporary file that is gone when nobody holds it; the first `keep` bytes as they are."""
    errors = "wpmigrate-1252" if encoding == FALLBACK else "replace"
    with tempfile.TemporaryFile() as file:
        for low in range(0, keep, _WINDOW):
            file.write(data[low : min(low + _WINDOW, keep)])
        decoder = codecs.getincrementaldecoder(encoding)(errors)
        for low in range(keep, len(data), _WINDOW):
            file.write(decoder.decode(data[low : low + _WINDOW]).encode("utf-8", "replace"))
        file.write(decoder.decode(b"", final=True).encode("utf-8", "replace"))
        file.flush()
        return map_file(file)
