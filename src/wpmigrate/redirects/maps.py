"""Redirects as look-up tables, for the servers that have such: keys of path and chosen values of the query."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote

from .redirect import Redirect, both_slashes

Names = tuple[str, ...]


def by_status_and_names(
    redirects: Sequence[Redirect], *, is_encoded: bool = True
) -> Mapping[int, Mapping[Names, Mapping[str, str]]]:
    """Status → names of the query → `path?value&value` → new address; those without a query come first.

    Values of queries are percent-encoded with `is_encoded`, else decoded. Keys that differ in case alone are one.
    """
    found: dict[int, dict[Names, dict[str, str]]] = {}
    seen: set[tuple[int, Names, str]] = set()
    for redirect in sorted(redirects, key=lambda one: (one.status, len(one.query))):
        names = tuple(name for name, _ in redirect.query)
        group = found.setdefault(redirect.status, {}).setdefault(names, {})
        for path in both_slashes(redirect.path):
            key = path + _values(redirect, is_encoded=is_encoded)
            if (redirect.status, names, key.lower()) not in seen:
                seen.add((redirect.status, names, key.lower()))
                group[key] = redirect.to
    return found


def _values(redirect: Redirect, *, is_encoded: bool) -> str:
    if not redirect.query:
        return ""
    values = (quote_value(value) if is_encoded else value for _, value in redirect.query)
    return "?" + "&".join(values)


def quote_value(value: str) -> str:
    """A value of a query as browsers send it."""
    return quote(value, safe="-._~", errors="replace")


def goals(redirect: Redirect, change: Callable[[str], str]) -> Redirect:
    """The redirect with its new address in another spelling."""
    return replace(redirect, to=change(redirect.to))
