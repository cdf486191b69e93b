"""Redirects: old addresses in, the files of servers and services out. Pure; one file a family, one table."""

from collections.abc import Mapping

from wpmigrate.errors import UsageError

from .apache import APACHE
from .caddy import CADDY
from .format import Format
from .lists import CSV, JSON
from .netlify import CLOUDFLARE, NETLIFY
from .nginx import NGINX
from .redirect import Redirect
from .vercel import VERCEL

FORMATS: Mapping[str, Format] = {
    row.name: row for row in (NETLIFY, CLOUDFLARE, APACHE, NGINX, CADDY, VERCEL, CSV, JSON)
}
"""Every format by its name, in the order of the docs."""


def format_named(name: str) -> Format:
    """The format of that name; raises UsageError for one that does not exist."""
    if name not in FORMATS:
        raise UsageError(f"--redirects does not know {name!r}", advice=f"It knows: {', '.join(FORMATS)}.")
    return FORMATS[name]


__all__ = ["FORMATS", "Format", "Redirect", "format_named"]
