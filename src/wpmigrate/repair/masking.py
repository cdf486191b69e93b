"""Addresses of people and machines in a text → the same number of bytes that say nothing.

Their number stays, so that serialized PHP, JSON and positions in a text stay right.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from ipaddress import AddressValueError, IPv4Address, IPv6Address

_AT = re.compile(r"(?:@|%40)((?:[^\W_][\w-]{0,62}\.){1,8}[^\W\d_][\w-]{0,29}\w)")
_REFERENCE = re.compile(r"&#(?:0{0,5}(\d{2,3})|[xX]0{0,5}([0-9A-Fa-f]{2}));|&commat;")
"""A letter or sign that is written as a reference: so pages hide addresses from machines (`antispambot()`)."""
_LOCAL = re.compile(r"[\w.!#$&*+/=?^{|}~%-]+\Z")
_BEFORE_LOCAL = re.compile(r".*[/?&=]")
"""What an address that stands in a URL has before it."""

_LONGEST_LOCAL = 64
_FILES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".js", ".css")
"""Ends of names such as `photo@2x.png`, which are no addresses."""

_IPV4 = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?!\w|\.\d)")
_IPV6 = re.compile(r"(?<![\w:.])(?:[0-9A-Fa-f]{1,4}|:):[0-9A-Fa-f:]{3,35}(?![\w:])")
_HEXADECIMAL = re.compile("[0-9A-Fa-f]")
_BETWEEN_MARKS = re.compile(r"(<!--|[<>])([^<>]+)")


@dataclass(slots=True)
class Masks:
    """Masks of one run: the same e-mail address always becomes the same mask, two become two."""

    _emails: dict[str, str] = field(default_factory=dict)

    def masked(self, text: str) -> str:
        """The text without e-mail and IP addresses; as long as it was."""
        if "@" in text or "%40" in text or "&#" in text or "&commat;" in text:
            text = self._without_emails(text)
        if "." in text:
            text = _IPV4.sub(_without_ipv4, text)
        if ":" in text:
            text = _IPV6.sub(_without_ipv6, text)
        return text

    def masked_xml(self, xml: bytes) -> bytes:
        """The same for an XML text in UTF-8 as it is written: what stands in attributes and comments goes too."""
        text = xml.decode("utf-8", "surrogateescape")
        if Masks().masked(text) == text:
            return xml
        masked = _BETWEEN_MARKS.sub(lambda found: found[1] + self.masked(found[2]), text)
        return masked.encode("utf-8", "surrogateescape")

    def _without_emails(self, text: str) -> str:
        plain, starts = _resolved(text)
        out: list[str] = []
        position = done = 0
        for found in _AT.finditer(plain):
            local = _local_part(plain[max(position, found.start() - _LONGEST_LOCAL) : found.start()])
            if not local or found[1].lower().endswith(_FILES):
                continue
            position = found.end()
            start, sign, host, end = (
                starts[at] for at in (found.start() - len(local), found.start(), found.start(1), position)
            )
            number = self._emails.setdefault(f"{local}@{found[1]}".lower(), str(len(self._emails) + 1))
            out += (text[done:start], _mask(text[start:sign], number), text[sign:host], _mask(text[host:end]))
            done = end
        return "".join([*out, text[done:]])


def _mask(text: str, number: str = "") -> str:
    """`jane.doe` → `xxxxxxx1`: as many bytes, at their end the number where that has room."""
    size = len(text.encode())
    return "x" * (size - len(number)) + number if len(number) < size else "x" * size


def _resolved(text: str) -> tuple[str, Sequence[int]]:
    """The text with what stands for ASCII characters resolved, and where each of its characters, and its end, begins."""
    if "&#" not in text and "&commat;" not in text:
        return text, range(len(text) + 1)
    out: list[str] = []
    starts: list[int] = []
    position = 0
    for found in _REFERENCE.finditer(text):
        code = int(found[1]) if found[1] else int(found[2] or "40", 16)
        if 0x20 < code < 0x7F:
            out += (text[position : found.start()], chr(code))
            starts += range(position, found.start() + 1)
            position = found.end()
    return "".join([*out, text[position:]]), [*starts, *range(position, len(text) + 1)]


def _local_part(before: str) -> str:
    """The part of an e-mail address before its sign, at the end of a text; empty where none stands there."""
    found = _LOCAL.search(before)
    if found is None:
        return ""
    return _BEFORE_LOCAL.sub("", found[0]) if "/" in found[0] or "?" in found[0] else found[0]


def _without_ipv4(found: re.Match[str]) -> str:
    try:
        IPv4Address(found[0])
    except AddressValueError:
        return found[0]
    return re.sub(r"\d", "0", found[0])


def _without_ipv6(found: re.Match[str]) -> str:
    try:
        IPv6Address(found[0])
    except AddressValueError:
        return found[0]
    return _HEXADECIMAL.sub("0", found[0])
