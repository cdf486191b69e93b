"""One quoted form that YAML 1.1, YAML 1.2, TOML and JSON all read as the same text."""

import re
from json.encoder import encode_basestring

# JSON escapes what is below U+0020, the quote and the backslash. These must be escaped too:
# DEL and C1 with NEL (not printable in YAML, forbidden raw in TOML), U+2028 and U+2029 (line breaks of YAML 1.1),
# bidi overrides and isolates (they make a reviewer see another text), BOM, the two nonscalars of the BMP.
_MORE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"  # TOML and Go's YAML refuse an escaped surrogate: the whole page would not build
    return f"\\u{ord(character):04x}"


def escape_unprintable(json: str) -> str:
    r"""JSON that readers of YAML take too: what YAML does not print or breaks a line at, as `\u` escapes."""
    return json if json.isascii() and "\x7f" not in json else _MORE.sub(_escape, json)


def quote(text: str) -> str:
    r"""`text` between double quotes; escapes are those of JSON (RFC 8259), all of them valid in YAML and TOML."""
    quoted = encode_basestring(text)
    if quoted.isascii() and "\x7f" not in quoted:
        return quoted
    return _MORE.sub(_escape, quoted)
