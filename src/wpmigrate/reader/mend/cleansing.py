"""Bytes of a piece that XML cannot hold: wrong encodings and control characters. Line ends are never touched."""

import re

from wpmigrate.reader.charsets import HALVES, charset_of_piece, name_of
from wpmigrate.reader.element import LEAVES, WORDED
from wpmigrate.reader.lines import count_lines
from wpmigrate.reader.names import Scope

from .finding import Finding

_BAD_RUN = re.compile("[\udc80-\udcff]+")
_CONTROL = rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]"
_CONTROLS = re.compile(rb"(?:" + _CONTROL + rb")+")
_START_TAG = re.compile(rb"<([A-Za-z_][\w:.-]*)")
_ANY_CONTROL = re.compile(_CONTROL)
LOST_BLOCK = bytes(16)
"""Zero bytes in a row that no editor writes: a disk or a transfer has lost what was there."""

_REPLACEMENT = "�"
_ASCII = bytes(range(0x80))


def cleanse(piece: bytes, line: int, scope: Scope) -> tuple[bytes, list[Finding]]:
    """The piece as valid UTF-8 without control characters; what was mended, with lines. `line` is the piece's first."""
    findings: list[Finding] = []
    if not _is_utf8(piece):
        piece = _decoded(piece, line, findings)
    if _ANY_CONTROL.search(piece):
        piece = _without_controls(piece, line, scope, findings)
    return piece, findings


def _is_utf8(piece: bytes) -> bool:
    if piece.isascii():
        return True
    try:
        piece.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(piece: bytes, line: int, findings: list[Finding]) -> bytes:
    joined = 0
    first = len(piece)

    def join(found: re.Match[bytes]) -> bytes:
        nonlocal joined, first
        joined += 1
        first = min(first, found.start())
        return found[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode()

    piece = HALVES.sub(join, piece)
    if joined:
        findings.append(Finding("WXR125", line + count_lines(piece, 0, first), {"number": joined}))
    codec = charset_of_piece(piece)
    if codec is not None:
        at = line + count_lines(piece, 0, len(piece) - len(piece.lstrip(_ASCII)))
        findings.append(Finding("WXR121", at, {"declared": "UTF-8", "actual": name_of(codec)}))
        return piece.decode(codec, "replace").encode()
    text = piece.decode("utf-8", "surrogateescape")
    # Counted line by line: text was pasted somewhere, and that is the place to look at.
    places: dict[int, int] = {}
    position, at = 0, line
    for run in _BAD_RUN.finditer(text):
        at += _line_ends(text, position, run.start())
        position = run.start()
        places[at] = places.get(at, 0) + len(run[0])
    for place, number in places.items():
        findings.append(Finding("WXR122", place, {"number": number, "declared": "UTF-8"}))
    # Where one byte is certainly a character of Windows-1252, so are the others: “på” stands before a blank.
    single = any(len(run[0]) == 1 and not _may_be_cut(run) for run in _BAD_RUN.finditer(text))

    def read(found: re.Match[str]) -> str:
        if _may_be_cut(found) and not (single and len(found[0]) == 1):
            return _REPLACEMENT
        return found[0].encode("utf-8", "surrogateescape").decode("cp1252", "wpmigrate-1252")

    return _BAD_RUN.sub(read, text).encode()


def _line_ends(text: str, start: int, end: int) -> int:
    part = text[start:end]
    return part.count("\n") + part.count("\r") - part.count("\r\n")


def _may_be_cut(found: re.Match[str]) -> bool:
    """Whether a run of bytes that are no UTF-8 looks like one character that was cut."""
    raw = found[0].encode("utf-8", "surrogateescape")
    is_cut = 0xC2 <= raw[0] <= 0xF4 and len(raw) < 4 and all(0x80 <= byte <= 0xBF for byte in raw[1:])
    return is_cut and (len(raw) > 1 or not found.string[found.end() : found.end() + 1].isalpha())


def _without_controls(piece: bytes, line: int, scope: Scope, findings: list[Finding]) -> bytes:
    """Control characters go; in titles and names a blank stands in their place. One finding for each line of a field."""
    field = ""
    named: set[tuple[str, int]] = set()
    position, at = 0, line
    out: list[bytes] = []
    for found in _CONTROLS.finditer(piece):
        start = found.start()
        field = _last_field(piece, position, start, scope) or field
        at += count_lines(piece, position, start)
        out += (piece[position:start], b" " if field in WORDED else b"")
        position = found.end()
        if (field, at) not in named:
            named.add((field, at))
            if LOST_BLOCK in found[0]:
                reason = f"{found[0].count(0)} zero bytes stand where something else was"
                findings.append(Finding("WXR253", at, {"reason": reason}))
                continue
            first = found[0].decode("utf-8", "replace")[0]
            findings.append(Finding("WXR201", at, {"character": f"U+{ord(first):04X}", "where": field or "the text"}))
    out.append(piece[position:])
    return b"".join(out)


def _last_field(piece: bytes, start: int, end: int, scope: Scope) -> str:
    """The field whose start tag is the last between two offsets; empty without one."""
    keys = [_key_of(name.decode("utf-8", "replace"), scope) for name in _START_TAG.findall(piece, start, end)]
    return next((key for key in reversed(keys) if key in LEAVES), "")


def _key_of(name: str, scope: Scope) -> str:
    """The key of a tag that may stand in foreign markup, and so must not count as met."""
    known = scope.keys.get(name)
    if known is not None:
        return known
    prefix, _, local = name.rpartition(":")
    family = scope.families.get(prefix, prefix)
    return f"{family}:{local}" if family else local
