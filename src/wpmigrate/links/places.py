"""An address taken apart, and the two keys that make different spellings of one address equal."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_DEFAULT_PORTS = (":80", ":443")


class Place(NamedTuple):
    """The parts of a web address. `host` is empty for a relative one; `query` and `fragment` come without marks."""

    host: str
    path: str
    query: str
    fragment: str

    @property
    def suffix(self) -> str:
        """Query and fragment with their marks, as they follow the path."""
        return suffix_of(self.query, self.fragment)


def suffix_of(query: str, fragment: str) -> str:
    """Query and fragment with their marks; empty when there is neither."""
    return (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")


@lru_cache(maxsize=1024)
def place_of(url: str) -> Place | None:
    """The parts of `url`; None when it is no web address (mailto:, javascript:, `http:` without a host).

    Never raises: what `urllib` refuses (a lone bracket, a port of letters) is an address that leads nowhere. Cached: each
    address of a body is asked for by several rooms, and relative ones ask for the page that they stand on.
    """
    rest, _, fragment = url.strip().partition("#")
    rest, _, query = rest.partition("?")
    scheme = _SCHEME.match(rest)
    if scheme is not None:
        if scheme[1].lower() not in ("http", "https"):
            return None
        rest = rest[scheme.end() :]
        if not rest.startswith("//"):
            return None
    if not rest.startswith("//"):
        return Place("", rest, query, fragment)
    host, slash, path = rest[2:].partition("/")
    return Place(host_key(host), slash + path, query, fragment) if host else None


def host_of(url: str) -> str:
    """The host of an address in its one spelling; empty for a relative one and for what is no web address."""
    # The host ends before the first slash behind "https://"; most addresses of a site share what stands before it.
    end = url.find("/", 8) if url.startswith("http") else -1
    return _host_of_start(url[:end] if end >= 0 else url)


@lru_cache(maxsize=1024)
def _host_of_start(url: str) -> str:
    """`host_of` an address without its path."""
    place = place_of(url)
    return place.host if place is not None else ""


@lru_cache(maxsize=1024)
def host_key(host: str) -> str:
    """A host in its one spelling: lower case, without user, `www.`, default port and last dot, `xn--` labels decoded.

    http and https count as the same site, so both default ports go. The decoding is Punycode alone (RFC 3492): real
    blogs live under names that IDNA does not allow, such as emoji.
    """
    host = host.rpartition("@")[2]
    if "%" in host:
        host = unquote(host, errors="replace")
    host = unicodedata.normalize("NFC", host).lower()
    for port in _DEFAULT_PORTS:
        host = host.removesuffix(port)
    host = host.rstrip(".").removeprefix("www.")
    return ".".join(map(_decoded_label, host.split("."))) if "xn--" in host else host


def _decoded_label(label: str) -> str:
    """A label of a host name in Unicode; as it stands when its Punycode is broken."""
    if not label.startswith("xn--"):
        return label
    try:
        return unicodedata.normalize("NFC", label[4:].encode("ascii").decode("punycode"))
    except UnicodeError:
        return label


@lru_cache(maxsize=1024)
def path_key(path: str) -> str:
    """A path in its one spelling: decoded, NFC, lower case, without empty and dot segments, no slash at either end.

    Bytes that are no UTF-8 stay apart (as lone surrogates), so that two cut slugs are not taken for one.
    """
    if "%" in path:
        path = unquote(path, errors="surrogateescape")
    if not path.isascii():
        path = unicodedata.normalize("NFC", path)
    path = path.lower()
    if "//" in path or "/." in path or path.startswith("."):
        path = "/".join(_without_dots(path))
    return path.strip("/")


def _without_dots(path: str) -> list[str]:
    """The segments of a path, dot segments carried out (RFC 3986, 5.2.4), empty ones left out."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del kept[-1:]
        elif segment not in ("", "."):
            kept.append(segment)
    return kept
