"""The time zone of a blog, told from the offsets of its posts."""

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from wpmigrate.targets import time_zone_of


def posts(zone: str) -> list[datetime]:
    """A post a month over some years, with the offsets that the zone had, as exports tell them."""
    found = []
    for month in range(36):
        moment = datetime(2010 + month // 12, month % 12 + 1, 15, 12, tzinfo=ZoneInfo(zone))
        found.append(moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta())))
    return found


@pytest.mark.parametrize(
    ("zone", "language"),
    [
        ("Europe/Stockholm", "sv-SE"),
        ("Europe/Berlin", "de-DE"),
        ("America/New_York", "en-US"),
        ("America/Los_Angeles", "en-US"),
        ("Asia/Tokyo", "ja"),
        ("Asia/Kolkata", "en"),
        ("America/Sao_Paulo", "pt-BR"),
        ("Australia/Sydney", "en-AU"),
    ],
)
def test_the_zone_is_found_where_language_and_offsets_agree(zone: str, language: str) -> None:
    """Winter and summer tell the rules, the language tells which of several zones with these rules."""
    assert time_zone_of(posts(zone), language) == zone


def test_another_zone_with_the_same_rules_will_do() -> None:
    """A Dutch blog written in English: no zone of English speakers fits, so one with the same rules is taken."""
    name = time_zone_of(posts("Europe/Amsterdam"), "en-GB")
    zone = ZoneInfo(name)
    assert all(moment.replace(tzinfo=zone).utcoffset() == moment.utcoffset() for moment in posts("Europe/Amsterdam"))


@pytest.mark.parametrize("hours", [-12, -11, -9.5, -8, -6, -4, -3, -1, 1, 4.5, 8.75, 9, 11, 12, 13, 14])
def test_an_offset_without_summer_time_is_kept(hours: float) -> None:
    """A blog may be set to UTC-6, whatever the cities there do; one post in another place changes nothing."""
    fixed = timezone(timedelta(hours=hours))
    moments = [moment.replace(tzinfo=fixed) for moment in posts("UTC")]
    zone = ZoneInfo(time_zone_of([*moments, datetime(2010, 1, 1, tzinfo=timezone(timedelta(hours=3.25)))], "en-US"))
    assert all(moment.replace(tzinfo=zone).utcoffset() == moment.utcoffset() for moment in moments)


def test_without_offsets_nothing_is_guessed() -> None:
    """Old exports bear no offsets: UTC."""
    naive = [datetime.fromisoformat(day) for day in ("2004-01-01", "2004-07-01")]
    assert time_zone_of(naive, "sv") == "UTC"
    assert time_zone_of([], "sv") == "UTC"
