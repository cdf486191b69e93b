"""A page saved as MHT (MHTML): the HTML of its first part, and where it was."""

import email
import email.policy
import re
from typing import NamedTuple

_HEADERS = re.compile(rb"\s*(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.ASCII)
_HEAD = 8192


class SavedPage(NamedTuple):
    """The bytes of the page, its charset as the container says (may be empty), and its address."""

    data: bytes
    charset: str
    url: str


def is_mht(head: bytes) -> bool:
    """Whether it begins with the headers of a MIME message that holds several parts or a page."""
    found = _HEADERS.match(head[:_HEAD].replace(b"\r\n", b"\n"))
    if found is None:
        return False
    headers = found[0].lower()
    return b"multipart/related" in headers or (b"mime-version" in headers and b"text/html" in headers)


def page_in(data: bytes) -> SavedPage | None:
    """The page in the container: its first HTML part; None when it holds none. Read by Python's `email`."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    outer = str(message.get("Snapshot-Content-Location") or message.get("Content-Location") or "")
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            address = outer or str(part.get("Content-Location") or "")
            return SavedPage(payload, part.get_content_charset() or "", address if "://" in address else "")
    return None
