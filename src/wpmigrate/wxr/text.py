"""Text as XML 1.0 wants it, in UTF-8."""

import re

CDATA_OPEN, CDATA_CLOSE, CDATA_SPLIT = b"<![CDATA[", b"]]>", b"]]]]><![CDATA[>"

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def without_forbidden(text: str) -> str:
    """The text without the characters that XML 1.0 forbids (§2.2, production Char): controls and surrogates."""
    return text if text.isascii() and text.isprintable() else _FORBIDDEN.sub("", text)


def cdata(text: bytes) -> bytes:
    """Any text as CDATA; a `]]>` in it is split over two sections, as WordPress's `wxr_cdata` does."""
    return CDATA_OPEN + text.replace(CDATA_CLOSE, CDATA_SPLIT) + CDATA_CLOSE


def escaped(text: bytes) -> bytes:
    """Any text as the content of an element. A carriage return is written as a reference: readers drop a bare one."""
    text = text.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")
    return text.replace(b"\r", b"&#13;") if b"\r" in text else text


def quoted(value: bytes) -> bytes:
    """Any text as the value of an attribute, in quotation marks; white space stays as it is."""
    value = escaped(value).replace(b'"', b"&quot;")
    if b"\n" in value or b"\t" in value:
        value = value.replace(b"\n", b"&#10;").replace(b"\t", b"&#9;")
    return b'"' + value + b'"'
