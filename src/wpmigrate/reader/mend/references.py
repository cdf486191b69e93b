"""Character references, entities and bare ampersands outside CDATA → what XML allows."""

import re
from html.entities import html5

from .finding import Note

_REFERENCE = re.compile(
    rb"&(?:#(?:[xX]([0-9A-Fa-f]{1,20})|([0-9]{1,20}));(?:&#(?:[xX]([dD][c-fC-F][0-9A-Fa-f]{2})|(5[67][0-9]{3}));)?"
    rb"|([A-Za-z][A-Za-z0-9]{1,30};)|)"
)
_OWN = frozenset({b"amp;", b"lt;", b"gt;", b"quot;", b"apos;"})


def mend_references(text: bytes, start: int, where: str, note: Note) -> bytes:
    """`text`, which stands at `start` in what `where` names, with every `&` that strict XML refuses mended.

    Forbidden character references (XML 1.0 §2.2, Char) are removed, two surrogate halves joined (WXR202); entities and
    references (`&#X41;`) that only HTML knows become their characters (WXR220); a bare `&` becomes `&amp;` (WXR221).
    """
    if b"&" not in text:
        return text

    def mend(found: re.Match[bytes]) -> bytes:
        hexadecimal, decimal, low_hexadecimal, low_decimal, entity = found.groups()
        at, code = start + found.start(), _number(hexadecimal, decimal)
        if code is not None:
            return _numeric(found[0], code, _number(low_hexadecimal, low_decimal), at, note)
        if entity in _OWN:
            return found[0]
        character = html5.get(entity.decode("ascii")) if entity else None
        if character is None:
            note(at, "WXR221", {"where": where})
            return b"&amp;" + (entity or b"")
        note(at, "WXR220", {"entity": f"&{entity.decode('ascii')}"})
        return character.replace("&", "&amp;").replace("<", "&lt;").encode()

    return _REFERENCE.sub(mend, text)


def _number(hexadecimal: bytes | None, decimal: bytes | None) -> int | None:
    if hexadecimal is not None:
        return int(hexadecimal, 16)
    return None if decimal is None else int(decimal)


def _numeric(text: bytes, code: int, low: int | None, offset: int, note: Note) -> bytes:
    """One reference, or two of which the second (`low`) may be the other half of a surrogate pair."""
    if low is None:
        return _unless_forbidden(text, code, offset, note)
    if 0xD800 <= code <= 0xDBFF and 0xDC00 <= low <= 0xDFFF:
        note(offset, "WXR202", {"reference": text.decode("ascii"), "done": "joined"})
        return chr(0x10000 + ((code - 0xD800) << 10) + low - 0xDC00).encode()
    first, _, second = text.rpartition(b"&")
    return _unless_forbidden(first, code, offset, note) + _unless_forbidden(b"&" + second, low, offset, note)


def _unless_forbidden(reference: bytes, code: int, offset: int, note: Note) -> bytes:
    if not _is_forbidden(code):
        if reference[:3] == b"&#X":
            note(offset, "WXR220", {"entity": reference.decode("ascii")})
            return b"&#x" + reference[3:]
        return reference
    note(offset, "WXR202", {"reference": reference.decode("ascii"), "done": "removed"})
    return b""


def _is_forbidden(code: int) -> bool:
    """Whether XML 1.0 forbids a character (§2.2, production Char)."""
    if code < 0x20:
        return code not in (0x09, 0x0A, 0x0D)
    return 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF) or code > 0x10FFFF
