"""A redirect, and the spellings of addresses that the formats share."""

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


_SAFE = "/-._~!$&'()+,;=@"


def encoded(path: str, *, safe: str = _SAFE) -> str:
    """A decoded path in ASCII; `*` and `:` are encoded too, since some formats read them as wildcards."""
    return quote(path, safe=safe, errors="replace")


def query_text(query: tuple[tuple[str, str], ...]) -> str:
    """Pairs as a query, percent-encoded."""
    return "&".join(f"{encoded(name, safe='-._~')}={encoded(value, safe='-._~')}" for name, value in query)


def both_slashes(path: str) -> tuple[str, ...]:
    """The path with and without a slash at its end: people and servers say both."""
    if path == "/":
        return (path,)
    bare = path.rstrip("/")
    return (path, bare if path.endswith("/") else path + "/")
