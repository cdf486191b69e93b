"""`vercel.json` of Vercel: sources are patterns of path-to-regexp, queries stand under `has`."""

import json
import re
from collections.abc import Sequence
from typing import Any

from .format import Format
from .redirect import Redirect, encoded

_SPECIAL = re.compile(r"[(){}:*+?!.]")


def _vercel(redirects: Sequence[Redirect]) -> str:
    return json.dumps({"redirects": list(map(_row, redirects))}, ensure_ascii=False, indent=1) + "\n"


def _row(redirect: Redirect) -> dict[str, Any]:
    """A redirect; without `statusCode` Vercel would answer 308."""
    path = _SPECIAL.sub(lambda found: "\\" + found[0], encoded(redirect.path))
    bare = path.rstrip("/")
    row: dict[str, Any] = {"source": f"{bare}{{/}}?" if bare else "/"}
    if redirect.query:
        row["has"] = [{"type": "query", "key": name, "value": re.escape(value)} for name, value in redirect.query]
    return row | {"destination": redirect.to, "statusCode": redirect.status}


VERCEL = Format(
    name="vercel",
    file="vercel.json",
    summary="`vercel.json` of Vercel",
    render=_vercel,
    limit=2048,
)
