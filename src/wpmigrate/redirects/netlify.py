"""`_redirects` of Netlify and of Cloudflare Pages: a line each; Cloudflare reads no queries."""

from collections.abc import Sequence

from .format import Format
from .redirect import Redirect, both_slashes, encoded, query_text

# Netlify, "Redirects and rewrites": an address with and without a slash at its end is one; query parameters stand
# between the old and the new address; without "!" a page that exists wins, as the home page does for every `/?p=12`.


def _netlify(redirects: Sequence[Redirect]) -> str:
    """Lines of Netlify."""
    return "".join(map(_netlify_line, redirects))


def _netlify_line(redirect: Redirect) -> str:
    if redirect.query:
        pairs = query_text(redirect.query).replace("&", " ")
        return f"{encoded(redirect.path)} {pairs} {redirect.to} {redirect.status}!\n"
    return f"{encoded(redirect.path)} {redirect.to} {redirect.status}\n"


def _cloudflare(redirects: Sequence[Redirect]) -> str:
    """Lines of Cloudflare: an address without its slash is another one."""
    return "".join(
        f"{encoded(path)} {redirect.to} {redirect.status}\n"
        for redirect in redirects
        if not redirect.query
        for path in both_slashes(redirect.path)
    )


NETLIFY = Format(
    name="netlify",
    file="_redirects",
    summary="`_redirects` of Netlify; it must stand at the top of the built site",
    render=_netlify,
    is_published=True,
)
CLOUDFLARE = Format(
    name="cloudflare",
    file="_redirects",
    summary="`_redirects` of Cloudflare Pages; it knows no queries, so `?p=123` needs a rule in its dashboard",
    render=_cloudflare,
    is_published=True,
    reads_queries=False,
    lines_each=2,
    limit=2000,
)
