"""What a field may hold, and what the three writers say of dates and nesting alike."""

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Value: TypeAlias = "str | int | float | bool | date | datetime | Sequence[Value] | Mapping[str, Value] | None"
Form: TypeAlias = Literal["yaml", "toml", "json"]

MAX_DEPTH = 64
"""Deeper nesting is refused: the parsers of generators recurse, and none of them needs it."""


def check_depth(depth: int) -> None:
    """Raise ValueError when `depth` is more than any reader of front matter can be trusted with."""
    if depth > MAX_DEPTH:
        raise ValueError(f"a value is nested deeper than {MAX_DEPTH} levels")


def iso_datetime(moment: datetime, separator: str = "T") -> str:
    """ISO 8601 with seconds, and with `+hh:mm` when the offset is known.

    YAML, TOML and RFC 3339 have no seconds in an offset (local mean times of before 1900 do): it is rounded to
    minutes and the wall time kept, for the wall time is what WordPress showed.
    """
    offset = moment.utcoffset()
    if offset is not None and (offset.seconds % 60 or offset.microseconds):
        minutes = round(offset.total_seconds() / 60)
        limit = 24 * 60 - 1  # more is no offset
        rounded = timezone(timedelta(minutes=max(-limit, min(limit, minutes))))
        moment = moment.replace(tzinfo=rounded)
    return moment.isoformat(separator)
