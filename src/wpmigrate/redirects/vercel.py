"""`vercel.json` of Vercel: sources are patterns of path-to-regexp, queries stand under `has`."""

import json
import re
from collections.abc import Sequence
from typing import Any

from .format import Format
from .redirect import Redirect, spellings, without_wildcards

_SAFE = "/-._~!$&'()*+,;=:@"
"""What a path may hold as it is: here `*` and `:` have an escape."""
_SPECIAL = re.compile(r"[(){}:*+?!.]")


def _vercel(redirects: Sequence[Redirect]) -> str:
    rows = [_row(path, redirect) for redirect in redirects for path in spellings(redirect.path, safe=_SAFE)]
    return json.dumps({"redirects": rows}, ensure_ascii=False, indent=1) + "\n"


def _row(path: str, redirect: Redirect) -> dict[str, Any]:
    """A redirect; without `statusCode` Vercel would answer 308."""
    bare = _SPECIAL.sub(lambda found: "\\" + found[0], path.rstrip("/"))
    row: dict[str, Any] = {"source": f"{bare}{{/}}?" if bare else "/"}
    if redirect.query:
        row["has"] = [{"type": "query", "key": name, "value": re.escape(value)} for name, value in redirect.query]
    return row | {"destination": without_wildcards(redirect.to), "statusCode": redirect.status}


VERCEL = Format(
    name="vercel",
    file="vercel.json",
    summary="`vercel.json` of Vercel",
    render=_vercel,
    limit=2048,
    rule_mark='"source"',
)
