"""Dates as exporters write them → moments with the post's own offset; what is no date is named, never invented."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import NamedTuple

_MAX_OFFSET = timedelta(hours=14)
"""No place on Earth is farther from GMT."""

_QUARTER = timedelta(minutes=15)
FIRST_YEAR, LAST_YEAR = 1900, 2100


class Fault(NamedTuple):
    """A date that is none: `code` of the catalogue, `field` of the item, the value as written."""

    code: str
    field: str
    value: str


@dataclass(slots=True)
class Written:
    """A date text that was read: `moment` is None for a zero, missing or broken one."""

    moment: datetime | None = None
    fault: Fault | None = None


def is_zero(text: str) -> bool:
    """Whether WordPress means "no date": `0000-00-00 00:00:00`, or year -1 as newer databases print it."""
    return text.startswith(("0000-", "-0001-", "-001-"))


def read_date(text: str, field: str) -> Written:
    """A date of WordPress's own form; ISO 8601 is read too, with a fault that says so."""
    own = _own_form(text)
    if own is not None:
        return Written(own)
    if not text or is_zero(text):
        return Written()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return Written(fault=Fault("WXR411", field, text))
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return Written(fault=Fault("WXR412", field, text))
    return Written(moment, fault=Fault("WXR411", field, text))


def read_pub_date(text: str) -> datetime | None:
    """The moment of an RSS date (RFC 822), in GMT unless it says otherwise; None when it is none."""
    if not text or "-0001" in text:
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


@lru_cache(maxsize=256)
def _zone(offset: timedelta) -> timezone | None:
    """The zone of an offset that clocks somewhere have; None for any other difference."""
    if abs(offset) > _MAX_OFFSET or offset % _QUARTER:
        return None
    return timezone(offset) if offset else UTC


def with_offset(local: datetime, gmt: datetime | None) -> datetime:
    """Local time with the offset that the same moment in GMT gives it.

    A difference that no clock has (the two were set apart by an import or a plugin) says nothing: local time is kept
    without an offset. A date that names its own zone keeps it.
    """
    if local.tzinfo is not None or gmt is None:
        return local
    zone = _zone(local - gmt.astimezone(UTC).replace(tzinfo=None) if gmt.tzinfo else local - gmt)
    return local.replace(tzinfo=zone) if zone else local


class Moment(NamedTuple):
    """A date of an item, and what was wrong: each fault with what was done about it."""

    moment: datetime | None
    faults: tuple[tuple[Fault, str], ...] = ()


def moment_of(local_text: str, gmt_text: str, pub_text: str, field: str) -> Moment:
    """The moment that a pair of local and GMT dates means; `field` is the name of the local one.

    Falls back to the GMT date, then to the date of the feed (`pub_text`), and says so.
    """
    local, gmt = _own_form(local_text), _own_form(gmt_text)
    if local is not None and gmt is not None:
        return Moment(with_offset(local, gmt))
    return Moment(*_pieced_together(read_date(local_text, field), local_text, gmt_text, pub_text, field))


def _own_form(text: str) -> datetime | None:
    """A date in WordPress's own form and within the years that count; None for all else."""
    if len(text) != 19 or text[10] != " ":
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _pieced_together(
    local: Written, local_text: str, gmt_text: str, pub_text: str, field: str
) -> tuple[datetime | None, tuple[tuple[Fault, str], ...]]:
    """The way of the few whose pair is not whole."""
    gmt = read_date(gmt_text, field + "_gmt")
    published = read_pub_date(pub_text)
    faults: list[tuple[Fault, str]] = []
    if gmt.fault is not None:
        faults.append((gmt.fault, "it was read as ISO 8601" if gmt.moment else "it was left out"))
    if local.moment is not None:
        if local.fault is not None:
            faults.insert(0, (local.fault, "it was read as ISO 8601"))
        return with_offset(local.moment, gmt.moment or published), tuple(faults)
    fallback, done = _fallback(gmt, published, field)
    if local.fault is not None:
        faults.insert(0, (local.fault, done))
    elif fallback is not None:
        faults.insert(0, (Fault("WXR411", field, local_text), done))
    return fallback, tuple(faults)


def _fallback(gmt: Written, published: datetime | None, field: str) -> tuple[datetime | None, str]:
    """What stands in for a local date that is none, and the words for it."""
    if gmt.moment is not None:
        moment = gmt.moment if gmt.moment.tzinfo else gmt.moment.replace(tzinfo=UTC)
        return moment, f"the {field}_gmt was taken"
    if published is not None:
        return published, "the pubDate was taken"
    return None, "it was left out"
