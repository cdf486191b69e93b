"""Years and days of the calendars that blogs use beside the Gregorian one: Buddhist, Persian, Japanese eras, Minguo."""

from datetime import date, timedelta

EARLIEST, LATEST = 1900, 2049
"""Years that a post may bear. What lies outside is no date of a post, and is not guessed at."""

BUDDHIST = 543
"""The Thai solar calendar counts 543 years more, with the months and days of the Gregorian one (since 1941)."""

ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
"""An era → what to add to its years."""

_HAN = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "元": 1, "两": 2}


def han_number(text: str) -> int | None:
    """The value of a number written in Han numerals, digit by digit (二〇一〇) or with tens (二十三); None if it is none."""
    if "十" not in text:
        values = [_HAN.get(sign) for sign in text]
        known = [value for value in values if value is not None]
        return int("".join(map(str, known))) if known and len(known) == len(values) else None
    tens, _, units = text.partition("十")
    if len(tens) > 1 or len(units) > 1:
        return None
    ten, unit = (_HAN.get(tens) if tens else 1), (_HAN.get(units) if units else 0)
    return None if ten is None or unit is None else ten * 10 + unit


def gregorian(year: int, month: int, day: int) -> date | None:
    """The day, with a Buddhist year turned into a common one; None when there is no such day or no such year of a post."""
    common = year - BUDDHIST if year - BUDDHIST >= EARLIEST else year
    if not EARLIEST <= common <= LATEST:
        return None
    try:
        return date(common, month, day)
    except ValueError:
        return None


def is_persian_year(year: int) -> bool:
    """Whether it could be a year of the Persian calendar that a post bears (1921 to 2050)."""
    return 1300 <= year <= 1429


def persian(year: int, month: int, day: int) -> date | None:
    """A day of the Persian (solar Hijri) calendar as a Gregorian one; None when there is no such day.

    Leap years by the 33-year rule, which agrees with the astronomical calendar from 1178 to 1633 (1799 to 2255).
    """
    lengths = [31] * 6 + [30] * 5 + [30 if _persian_leap(year) else 29]
    if not (is_persian_year(year) and 1 <= month <= 12 and 1 <= day <= lengths[month - 1]):
        return None
    # 1 Farvardin 1300 was 21 March 1921.
    days = sum(366 if _persian_leap(passed) else 365 for passed in range(1300, year))
    return date(1921, 3, 21) + timedelta(days=days + sum(lengths[: month - 1]) + day - 1)


def _persian_leap(year: int) -> bool:
    return year % 33 in (1, 5, 9, 13, 17, 22, 26, 30)
