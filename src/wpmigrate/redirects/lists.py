"""Plain lists, for programs and for services that take a table: CSV and JSON."""

import csv
import io
import json
from collections.abc import Sequence

from .format import Format
from .redirect import Redirect


def _csv(redirects: Sequence[Redirect]) -> str:
    """A header and a row each (RFC 4180)."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(("from", "to", "status"))
    rows.writerows((redirect.old, redirect.to, redirect.status) for redirect in redirects)
    return text.getvalue()


def _json(redirects: Sequence[Redirect]) -> str:
    """A list of objects."""
    rows = [{"from": redirect.old, "to": redirect.to, "status": redirect.status} for redirect in redirects]
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


CSV = Format(name="csv", file="redirects.csv", summary="a table: from, to, status", render=_csv)
JSON = Format(name="json", file="redirects.json", summary="a list of objects: from, to, status", render=_json)
