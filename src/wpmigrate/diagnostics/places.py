"""What the fault of a code looks like in the source: how its line and column are found once the code is known.

A fault is made where a tree or a record shows it, long after the text was left behind. Findings are few, so their places
are looked up in the text afterwards, instead of being carried along for every element that has no fault.
"""

import re
from collections.abc import Iterator, Mapping
from html import escape

from .diagnostic import Diagnostic

_HIDDEN = (
    r"<[a-zA-Z][^<>]*(?:display\s*:\s*none|visibility\s*:\s*hidden|\bhidden\b|left\s*:\s*-\d|top\s*:\s*-\d"
    r"|text-indent\s*:\s*-\d|font-size\s*:\s*0|(?:width|height)\s*:\s*0|opacity\s*:\s*0)"
)
_LESS = "(?:<|&lt;)"

_PATTERNS: Mapping[str, str] = {
    "WXR201": r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]",
    "WXR202": r"&#",
    "WXR203": r"[\x80-\x9f\u202a-\u202e\u2066-\u2069]|&#(?:12[89]|1[345][0-9]|x[89][0-9a-fA-F];)",
    "WXR204": "\ufeff",
    "WXR122": r"[\udc80-\udcff\ufffd]",
    "WXR124": r"[Â-ß][\x80-\xbf\u0152-\u2122]|[à-ï][\x80-\xbf\u0152-\u2122]{2}|ðŸ",
    "WXR220": r"&[A-Za-z]",
    "WXR221": r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)",
    "WXR222": r"<(?!/?(?:title|link|pubDate|guid|description|category|[a-z]+:))",
    "WXR230": r"<[A-Za-z]+:",
    "WXR231": r"xmlns",
    "WXR303": r"<(?:item|rss)\b",
    "WXR306": r"<generator",
    "WXR411": r"<wp:(?:post|comment)_(?:date|modified)",
    "WXR412": r"<wp:(?:post|comment)_(?:date|modified)",
    "WXR432": r"<wp:comment>",
    "WXR433": r"<wp:comment>",
    "WXR442": r"<wp:comment>",
    "WXR510": rf"{_LESS}(?:script|object|embed|applet)\b",
    "WXR511": r"\son[a-zA-Z]+\s*=|javascript:|vbscript:|data:",
    "WXR512": _HIDDEN,
    "WXR513": rf"{_LESS}(?:style|link)\b",
    "WXR514": rf"{_LESS}img\b",
    "WXR515": rf"{_LESS}form\b",
    "WXR517": rf"{_LESS}(?:iframe|object|embed|video|audio)\b",
    "WXR518": rf"{_LESS}!--(?! ?/?wp:| ?more| ?nextpage)",
    "WXR521": r"<",
}
"""By code; the first place that fits is meant. Codes that are not here point at what their finding names."""

PLACES: Mapping[str, re.Pattern[str]] = {
    code: re.compile(pattern, re.IGNORECASE if code[3] == "5" else 0) for code, pattern in _PATTERNS.items()
}


def place_in(text: str, found: Diagnostic, start: int = 0, end: int | None = None) -> int:
    """The offset in `text` at which the finding points, between `start` and `end`; -1 when nothing fits.

    What the finding names comes first, as it is and as XML escapes it; then what its code looks like.
    """
    stop = len(text) if end is None else end
    for piece in _spellings(found.near):
        at = text.find(piece, start, stop)
        if at >= 0:
            return at
    pattern = PLACES.get(found.code)
    place = pattern.search(text, start, stop) if pattern is not None else None
    return place.start() if place is not None else -1


def _spellings(piece: str) -> Iterator[str]:
    """The piece as it may stand in an export: raw in CDATA, or with entities."""
    if piece:
        yield piece
        yield escape(piece, quote=False)
        yield escape(piece)
