"""Elements of an export as bytes."""

import re
from collections.abc import Iterable, Mapping

from .namespaces import NAMESPACES, WORDPRESS_PREFIXES
from .text import cdata, escaped, quoted, without_forbidden

_HYPHENS = re.compile(rb"-(?=-)")
_NO_ATTRIBUTES: Mapping[str, str] = {}


def attributes(values: Mapping[str, str]) -> bytes:
    """The attributes of a start tag, each after a blank. Names are taken as they are."""
    return b"".join(b" " + name.encode() + b"=" + quoted(_utf8(value)) for name, value in values.items())


def leaf(name: str, text: str, values: Mapping[str, str] = _NO_ATTRIBUTES, *, in_cdata: bool = True) -> bytes:
    """An element that holds only text, in CDATA or escaped; characters that XML forbids are left out.

    A carriage return cannot stand in CDATA (readers turn it into a line end): such a text is escaped.
    """
    raw = _utf8(text)
    content = cdata(raw) if in_cdata and b"\r" not in raw else escaped(raw)
    tag = name.encode()
    return b"<" + tag + attributes(values) + b">" + content + b"</" + tag + b">"


def channel_start(prefixes: Iterable[str] = WORDPRESS_PREFIXES, *, generator: str = "") -> bytes:
    """The beginning of an export: declaration, generator comment if one is given, `rss` with namespaces, `channel`."""
    declared = b"".join(
        b"\n\txmlns:" + prefix.encode() + b"=" + quoted(NAMESPACES[prefix].encode()) for prefix in prefixes
    )
    comment = b""
    if generator:
        # Two hyphens end a comment, quotes the name.
        named = _HYPHENS.sub(b"- ", _utf8(generator).replace(b'"', b"'"))
        comment = b'<!-- generator="' + named + b'" -->\n'
    return (
        b'<?xml version="1.0" encoding="UTF-8" ?>\n' + comment + b'<rss version="2.0"' + declared + b"\n>\n<channel>\n"
    )


def _utf8(text: str) -> bytes:
    return without_forbidden(text).encode()
