"""Maps of nginx: the paths in one, the queries in one for each set of names; included in `http`."""

from collections.abc import Iterator, Mapping, Sequence

from .format import Format
from .maps import by_status_and_names, goals
from .redirect import Redirect

_HEAD = """\
# Include this file in the http block:
#     include /etc/nginx/redirects.nginx.conf;
# and say in the server block:
{uses}
map_hash_max_size {size};
map_hash_bucket_size {bucket};
"""
_SMALLEST_BUCKET, _LARGEST_PATH = 64, 4096


def _nginx(redirects: Sequence[Redirect]) -> str:
    groups = by_status_and_names(redirects)
    uses = "\n".join(f"#     if ($wp_{status}) {{ return {status} $wp_{status}; }}" for status in groups)
    blocks = [block for status, by_names in groups.items() for block in _blocks(status, by_names)]
    longest = max(
        (len(old.encode()) for by_names in groups.values() for g in by_names.values() for old in g), default=0
    )
    bucket = _SMALLEST_BUCKET
    while bucket < min(longest + 64, _LARGEST_PATH):  # an entry has its key and a few pointers
        bucket *= 2
    size = max(2048, 4 * len(redirects))
    return _HEAD.format(uses=uses, size=size, bucket=bucket) + "".join(blocks)


def _blocks(status: int, by_names: Mapping[tuple[str, ...], Mapping[str, str]]) -> Iterator[str]:
    """The maps of one status: each gives the next one's value where it has none of its own."""
    after = '""'
    groups = list(by_names.items())
    for number, (names, pairs) in enumerate(groups, start=1):
        variable = f"$wp_{status}" if number == len(groups) else f"$wp_{status}_{number}"
        source = "$uri" + (f"?{'&'.join(f'$arg_{name}' for name in names)}" if names else "")
        lines = "".join(f"    {_quoted(old)} {_quoted(new)};\n" for old, new in pairs.items())
        yield f'map "{source}" {variable} {{\n    default {after};\n{lines}}}\n'
        after = variable


def _quoted(text: str) -> str:
    """A text between quotes. A dollar in a value would begin a variable; there it is percent-encoded."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _goal(to: str) -> str:
    return to.replace("$", "%24")


NGINX = Format(
    name="nginx",
    file="redirects.nginx.conf",
    summary="maps for nginx, included in its `http` block; the file says how",
    render=lambda redirects: _nginx([goals(redirect, _goal) for redirect in redirects]),
)
