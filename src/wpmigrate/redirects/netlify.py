"""`_redirects` of Netlify and of Cloudflare Pages: a line each; Cloudflare reads no queries."""

from collections.abc import Sequence

from .format import Format
from .redirect import Redirect, both_slashes, spellings, without_wildcards

# Netlify, "Redirects and rewrites": an address with and without a slash at its end is one; query parameters stand,
# decoded, between the old and the new address; without "!" a page that exists wins, as the home page does for `/?p=12`.


def _netlify(redirects: Sequence[Redirect]) -> str:
    """Lines of Netlify."""
    return "".join(_netlify_line(path, redirect) for redirect in redirects for path in spellings(redirect.path))


def _netlify_line(path: str, redirect: Redirect) -> str:
    to = without_wildcards(redirect.to)
    if not redirect.query:
        return f"{path} {to} {redirect.status}\n"
    # A blank would end the parameter.
    pairs = " ".join(f"{name}={value.replace(' ', '%20')}" for name, value in redirect.query)
    return f"{path} {pairs} {to} {redirect.status}!\n"


def _cloudflare(redirects: Sequence[Redirect]) -> str:
    """Lines of Cloudflare: an address without its slash is another one."""
    return "".join(
        f"{spelling} {without_wildcards(redirect.to)} {redirect.status}\n"
        for redirect in redirects
        if not redirect.query
        for path in both_slashes(redirect.path)
        for spelling in spellings(path)
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
    limit=2000,
    rule_mark="\n",
)
