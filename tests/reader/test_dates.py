"""Dates: the post's own offset, no invented moments, and words for what was wrong."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from wpmigrate.reader.dates import moment_of

LOCAL = datetime(2010, 12, 15, 10, 30)  # noqa: DTZ001 - without an offset on purpose


def _zone(minutes: int) -> timezone:
    return timezone(timedelta(minutes=minutes))


@pytest.mark.parametrize("minutes", [*range(-14 * 60, 14 * 60 + 1, 15)])
def test_every_offset_on_earth(minutes: int) -> None:
    """The difference of the two dates is the offset, quarter hours included."""
    gmt = (LOCAL - timedelta(minutes=minutes)).strftime("%Y-%m-%d %H:%M:%S")
    found = moment_of("2010-12-15 10:30:00", gmt, "", "post_date")
    assert found.moment == LOCAL.replace(tzinfo=_zone(minutes))
    assert found.moment is not None
    assert found.moment.utcoffset() == timedelta(minutes=minutes)
    assert found.faults == ()


CASES = {
    "no gmt": (("2010-12-15 10:30:00", "", ""), LOCAL, []),
    "gmt of the feed": (
        ("2010-12-15 10:30:00", "", "Wed, 15 Dec 2010 09:30:00 +0000"),
        LOCAL.replace(tzinfo=_zone(60)),
        [],
    ),
    "draft": (("2010-12-15 10:30:00", "0000-00-00 00:00:00", ""), LOCAL, []),
    "no clock differs so": (("2010-12-15 10:30:00", "2010-12-15 09:29:58", ""), LOCAL, []),
    "farther than the Earth is wide": (("2010-12-15 10:30:00", "2010-12-14 10:30:00", ""), LOCAL, []),
    "nothing": (("", "", ""), None, []),
    "zero": (("0000-00-00 00:00:00", "0000-00-00 00:00:00", ""), None, []),
    "year -1": (("-0001-11-30 00:00:00", "-0001-11-30 00:00:00", "Mon, 30 Nov -0001 00:00:00 +0000"), None, []),
    "impossible": (
        ("2010-02-31 10:00:00", "", "Wed, 15 Dec 2010 09:30:00 +0000"),
        datetime(2010, 12, 15, 9, 30, tzinfo=UTC),
        [("WXR411", "post_date", "the pubDate was taken")],
    ),
    "impossible without another": (
        ("2010-02-31 10:00:00", "", ""),
        None,
        [("WXR411", "post_date", "it was left out")],
    ),
    "gmt alone": (
        ("", "2010-12-15 09:30:00", ""),
        datetime(2010, 12, 15, 9, 30, tzinfo=UTC),
        [("WXR411", "post_date", "the post_date_gmt was taken")],
    ),
    "year 9999": (("9999-12-31 23:59:59", "", ""), None, [("WXR412", "post_date", "it was left out")]),
    "ISO": (
        ("2010-12-10T09:00:00+01:00", "", ""),
        datetime(2010, 12, 10, 9, tzinfo=_zone(60)),
        [("WXR411", "post_date", "it was read as ISO 8601")],
    ),
    "hour 24": (("2010-12-15 24:00:00", "", ""), None, [("WXR411", "post_date", "it was left out")]),
    "before the epoch": (("1952-03-01 12:00:00", "1952-03-01 11:00:00", ""), None, []),
}


@pytest.mark.parametrize("case", CASES)
def test_pieced_together(case: str) -> None:
    """The moment and what is said of it."""
    texts, moment, faults = CASES[case]
    found = moment_of(*texts, "post_date")
    if case == "before the epoch":
        moment = datetime(1952, 3, 1, 12, tzinfo=_zone(60))
    assert found.moment == moment
    assert [(fault.code, fault.field, done) for fault, done in found.faults] == faults
