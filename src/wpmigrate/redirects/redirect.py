"""A redirect, and the spellings of addresses that the formats share."""

import re
from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old address and where it leads.

    `path` is the old path from the site's root, decoded; `query` are the pairs of its query that matter, decoded, in
    any order and beside any others; `to` is the new address, percent-encoded: a path from the root, or a whole one.
    """

    path: str
    to: str
    query: tuple[tuple[str, str], ...] = ()
    status: int = 301

    @property
    def old(self) -> str:
        """The old address as one text, percent-encoded."""
        return encoded(self.path) + (f"?{query_text(self.query)}" if self.query else "")


_ENCODED = re.compile(r"%[0-9A-F]{2}")
_SAFE = "/-._~!$&'()+,;=@"


def encoded(path: str, *, safe: str = _SAFE) -> str:
    """A decoded path in ASCII; `*` and `:` are encoded too, since some formats read them as wildcards."""
    return quote(path, safe=safe, errors="replace")


def spellings(path: str, *, safe: str = _SAFE) -> tuple[str, ...]:
    """The path in ASCII, as browsers encode it and as WordPress does, in lower case: services compare letter by letter."""
    upper = encoded(path, safe=safe)
    lower = _ENCODED.sub(lambda found: found[0].lower(), upper)
    return (upper,) if lower == upper else (upper, lower)


def without_wildcards(to: str) -> str:
    """A new address in which `:` and `*` are encoded, for formats that fill in what they stand for."""
    scheme, separator, rest = to.rpartition("://")
    return scheme + separator + rest.replace(":", "%3A").replace("*", "%2A")


def query_text(query: tuple[tuple[str, str], ...]) -> str:
    """Pairs as a query, percent-encoded."""
    return "&".join(f"{encoded(name, safe='-._~')}={encoded(value, safe='-._~')}" for name, value in query)


def both_slashes(path: str) -> tuple[str, ...]:
    """The path with and without a slash at its end: people and servers say both."""
    if path == "/":
        return (path,)
    bare = path.rstrip("/")
    return (path, bare if path.endswith("/") else path + "/")
