"""A snippet for Caddy's Caddyfile: `map` directives and a `redir` for each status."""

from collections.abc import Iterator, Mapping, Sequence

from .format import Format
from .maps import by_status_and_names
from .redirect import Redirect

_HEAD = """\
# Import this file in the site's block of the Caddyfile:
#     import redirects.caddy
"""


def _caddy(redirects: Sequence[Redirect]) -> str:
    groups = by_status_and_names(redirects, is_encoded=False)
    return _HEAD + "".join(block for status, by_names in groups.items() for block in _blocks(status, by_names))


def _blocks(status: int, by_names: Mapping[tuple[str, ...], Mapping[str, str]]) -> Iterator[str]:
    """A map and a redirect for each set of query names."""
    for number, (names, pairs) in enumerate(by_names.items(), start=1):
        name = f"wp_{status}_{number}"
        source = "{path}" + (f"?{'&'.join(f'{{query.{name}}}' for name in names)}" if names else "")
        lines = "".join(f"\t{_quoted(old)} {_quoted(new)}\n" for old, new in pairs.items())
        yield f'map "{source}" {{{name}}} {{\n{lines}\tdefault ""\n}}\n'
        yield f'@{name} expression `{{{name}}} != ""`\nredir @{name} {{{name}}} {status}\n'


def _quoted(text: str) -> str:
    """A token between quotes; a lone brace would begin a placeholder."""
    return '"' + text.replace('"', '\\"').replace("{", "\\{") + '"'


CADDY = Format(
    name="caddy",
    file="redirects.caddy",
    summary="a snippet for the Caddyfile of Caddy 2; the file says how",
    render=_caddy,
)
