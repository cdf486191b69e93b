"""JSON front matter: one pretty object, keys in the given order."""

import json
import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from .quoted import quote
from .value import Value, check_depth, iso_datetime


def render_json(fields: Mapping[str, Value]) -> str:
    """The object over several lines, two blanks a level."""
    return _value(fields, "\n", 1) + "\n"


def _scalar(value: object) -> str | None:
    """The JSON text of a scalar; None for what is a list or a mapping."""
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return quote(iso_datetime(value))
    if isinstance(value, date):
        return quote(value.isoformat())
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("JSON has no number that is not finite")
    if isinstance(value, (int, float)):
        return json.dumps(value)
    return None


def _value(value: Value, line: str, depth: int) -> str:
    text = _scalar(value)
    if text is not None:
        return text
    check_depth(depth)
    deeper = line + "  "
    if isinstance(value, Mapping):
        rows = [
            f"{quote(key)}: {_value(entry, deeper, depth + 1)}" for key, entry in value.items() if entry is not None
        ]
        fences = "{}"
    else:
        assert isinstance(value, Sequence)
        rows = [_value(entry, deeper, depth + 1) for entry in value if entry is not None]
        fences = "[]"
    if not rows:
        return fences
    return fences[0] + deeper + ("," + deeper).join(rows) + line + fences[1]
