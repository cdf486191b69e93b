"""Dates as each locale's WordPress writes them are read back as the same day: generated from the tables themselves."""

import datetime as dt
import random
import re
from collections.abc import Iterator

import pytest

from wpmigrate.locales import available, read_date
from wpmigrate.locales.tables import Table, table

DAYS = [dt.date(2006 + number % 12, number, 1 + (number * 7) % 28) for number in range(1, 13)]
"""One day of each month."""


def written(own: Table, date_format: str, day: dt.date, name: str) -> str:
    """A day in a PHP date format, the month under one of its names."""
    weekday = own.weekdays[day.isoweekday() % 7]
    signs = {
        "d": f"{day.day:02}",
        "j": str(day.day),
        "S": "th",
        "l": weekday[0] if weekday else "",
        "F": name,
        "M": name,
        "m": f"{day.month:02}",
        "n": str(day.month),
        "Y": str(day.year),
        "y": f"{day.year % 100:02}",
        "H": "10",
        "G": "10",
        "g": "10",
        "i": "32",
        "a": "am",
        "A": "AM",
    }
    text, escaped = "", False
    for sign in date_format:
        text += "" if sign == "\\" and not escaped else sign if escaped else signs.get(sign, sign)
        escaped = sign == "\\" and not escaped
    return text


def whole(date_format: str) -> bool:
    """Whether a format writes day, month and year."""
    letters = set(re.sub(r"\\.", "", date_format))
    return "Y" in letters and bool(set("jd") & letters) and bool(set("FMmn") & letters)


def dates(own: Table) -> Iterator[tuple[str, dt.date]]:
    """Every name of every month in every format of a locale."""
    formats = [text for text in own.date_formats if whole(text)] or ["j F Y", "F j, Y"]
    for day in DAYS:
        for date_format in formats:
            for name in own.months[day.month - 1]:
                yield written(own, date_format, day, name), day


def test_the_dates_of_all_locales_are_read_back() -> None:
    """At least 99 of 100 are read, and none as another day."""
    missed, wrong, total = [], [], 0
    for locale in available():
        for text, day in dates(table(locale)):
            found = read_date(text, locale)
            total += 1
            if found is None or found.date is None:
                missed.append((locale, text))
            elif found.date != day:
                wrong.append((locale, text, found.date))
    assert not wrong
    assert total > 9000
    assert len(missed) <= total * 0.01, missed[:20]


@pytest.mark.parametrize("locale", ["sv_SE", "de_DE", "fr_FR", "ru_RU", "ja", "ar"])
def test_a_date_stays_right_in_a_line(locale: str) -> None:
    """Words, numbers and a time beside a date change nothing about the day."""
    chance = random.Random(2010)
    own = table(locale)
    for text, day in dates(own):
        line = f"{chance.choice(['12 ', '', 'x'])} | {text} | {chance.choice(['3', '2010', 'A 1'])}"
        found = read_date(line, locale)
        assert found is not None
        assert found.date in (day, None)
