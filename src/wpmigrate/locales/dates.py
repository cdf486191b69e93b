"""Dates in a folded text, in the words and the order of one locale. Nothing is guessed: what is unclear has a status."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from .calendars import ERAS, gregorian, han_number, is_persian_year, persian
from .date_names import DateNames
from .folding import word_edge

OK, AMBIGUOUS, RELATIVE, INCOMPLETE, INVALID, ABSENT = "ok", "ambiguous", "relative", "incomplete", "invalid", "absent"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at `start` to `end` of a folded text. `day` is None unless `status` is `ok`, or `ambiguous` with a likely order."""

    start: int
    end: int
    day: date | None
    status: str
    moment: time | None = None


_NUMERIC = re.compile(
    r"(?<![\d.,/-])(?<!\d:)(\d{1,4})( ?[./-] ?)(\d{1,2})(?:\2(\d{1,4})|(?<=/\d\d), (\d{4}))(?![\d/:-]|[.,]\d)"
)
_NUMERAL = "[〇○零一二三四五六七八九十元]"
_HAN = re.compile(rf"({_NUMERAL}{{4}}) ?年 ?({_NUMERAL}{{1,2}}) ?月 ?({_NUMERAL}{{1,3}}) ?[日号號]")
_ERA = re.compile(
    rf"({'|'.join(ERAS)}) ?(\d{{1,3}}|{_NUMERAL}{{1,3}}) ?年 ?(\d{{1,2}}|{_NUMERAL}{{1,2}}) ?月 ?(\d{{1,2}}|{_NUMERAL}{{1,3}}) ?日"
)
_CONTEXT = 48
"""How far from the name of a month its day and year may stand."""


def find_dates(text: str, names: DateNames) -> list[FoundDate]:
    """The dates of a folded text, from left to right, with the time beside each. Relative ones only when there is no other."""
    found: list[FoundDate] = []
    for one in sorted((*_spelled_dates(text, names), *_named(text, names), *_numeric(text, names)), key=_widest_first):
        if not found or one.start >= found[-1].end:
            found.append(one)
    found = [_with_surroundings(text, one, names) for one in found]
    return found or _relative(text, names)


def _widest_first(one: FoundDate) -> tuple[int, int]:
    return one.start, -one.end


def _dated(span: tuple[int, int], numbers: tuple[int, int, int], names: DateNames) -> FoundDate:
    """The date at `span` of year, month and day; months above 12 are Persian ones."""
    year, month, day = numbers
    if month > 12 or (names.persian and is_persian_year(year)):
        found = persian(year, month - 12 if month > 12 else month, day)
    else:
        found = gregorian(year, month, day)
    return FoundDate(*span, found, OK if found else INVALID)


def _spelled_dates(text: str, names: DateNames) -> Iterator[FoundDate]:
    """Dates whose parts have signs of their own: 2012年2月29日, 平成22年12月15日, 二〇一〇年十二月十五日."""
    for pattern in names.spelled:
        for match in pattern.finditer(text):
            yield _dated(match.span(), (int(match["year"]), int(match["month"]), int(match["day"])), names)
    if "年" not in text:
        return
    for match in _HAN.finditer(text):
        yield _of_parts(match, 0, match.groups(), names)
    for match in _ERA.finditer(text):
        yield _of_parts(match, ERAS[match[1]], match.groups()[1:], names)


def _of_parts(match: re.Match[str], years: int, parts: tuple[str, ...], names: DateNames) -> FoundDate:
    """A date of year, month and day in digits or Han numerals; `years` are added."""
    numbers = [int(part) if part.isdigit() and part.isascii() else han_number(part) for part in parts]
    year, month, day = (number or 0 for number in numbers)
    return _dated(match.span(), (year + years, month, day), names)


def _numeric(text: str, names: DateNames) -> Iterator[FoundDate]:
    """Dates of digits alone: 2010-12-15, 15.12.2010, 03/04/10."""
    for match in _NUMERIC.finditer(text):
        first, second, third = match[1], match[3], match[4] or match[5]
        if len(first) == 4 and len(third) <= 2:
            yield _dated((match.start(), _past_dot(text, match.end())), (int(first), int(second), int(third)), names)
        elif len(first) <= 2 and len(third) == 4:
            yield _of_order(match, int(first), int(second), int(third), names)
        elif len(first) == len(second) == len(third) == 2:
            yield _short(match, int(first), int(second), int(third), names)


def _past_dot(text: str, end: int) -> int:
    return end + text.startswith(".", end)


def _of_order(match: re.Match[str], first: int, second: int, year: int, names: DateNames) -> FoundDate:
    """A date with the year last: the locale says which is the day, unless only one of the two can be the month."""
    start, end = match.start(), match.end()
    by_day = _dated(match.span(), (year, second, first), names)
    by_month = _dated(match.span(), (year, first, second), names)
    if names.english and match[2].strip() != "." and by_day.day and by_month.day and by_day.day != by_month.day:
        chosen = {"dmy": by_day.day, "mdy": by_month.day}.get(names.order)
        return FoundDate(start, end, chosen, AMBIGUOUS)
    if names.order == "mdy":
        return by_month if by_month.day or not by_day.day else by_day
    if names.order == "dmy":
        return by_day if by_day.day or not by_month.day else by_month
    if by_day.day and by_month.day and by_day.day != by_month.day:
        return FoundDate(start, end, None, AMBIGUOUS)
    return by_day if by_day.day else by_month


def _short(match: re.Match[str], first: int, second: int, third: int, names: DateNames) -> FoundDate:
    """A date with a year of two digits, which only the locale's order makes clear."""
    start, end = match.start(), match.end()
    if names.order == "dmy":
        return _dated(match.span(), (_century(third), second, first), names)
    if names.order == "mdy":
        return _dated(match.span(), (_century(third), first, second), names)
    if names.order == "ymd":
        return _dated(match.span(), (_century(first), second, third), names)
    return FoundDate(start, end, None, AMBIGUOUS)


def _century(year: int) -> int:
    """Blogs began in the nineties: 95 is 1995, 10 is 2010."""
    return year + (1900 if year >= 90 else 2000)


def _named(text: str, names: DateNames) -> Iterator[FoundDate]:
    """Dates with the name of a month."""
    if not any(map(str.isdigit, text)):
        return
    place = 0
    while match := names.months.search(text, place):
        start, end = match.span()
        place = start + 1
        if _stands_alone(text, start, end):
            found = _around(text, start, end, names)
            if found:
                yield found
            place = max(end, found.end if found else end)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Is it not a part of another word or number? A long name may have an ending of up to four letters (`abenduak`)."""
    if text[start].isdigit() and start and text[start - 1].isdigit():
        return False
    if not word_edge(text, start) and text[start - 1] not in "בוה":  # the Hebrew prefixes in, and, the
        return False
    if text[end - 1].isdigit():
        return not text[end : end + 1].isdigit()
    ending = 0
    while not word_edge(text, end + ending):
        ending += 1
        if ending > (4 if end - start >= 5 else 1 if end - start >= 3 else 0):
            return False
    return True


def _word_end(text: str, end: int) -> int:
    while not word_edge(text, end):
        end += 1
    return end


_FORMS = (
    ("day", "year"),
    ("", "day, year"),
    ("year, day", ""),
    ("year", "day"),
    ("day", "short year"),
    ("year", ""),
    ("day", ""),
    ("", "number"),
)
"""What stands before and after the name of a month, the surest form first; the last three are dates in part."""


def _around(text: str, start: int, end: int, names: DateNames) -> FoundDate | None:
    """The date round the name of a month at `start` to `end`: day and year before it, after it, or on both sides."""
    base = _word_end(text, end)
    left, right = text[max(0, start - _CONTEXT) : start], text[base : base + _CONTEXT]
    before = {name: pattern.search(left) for name, pattern in names.before.items()}
    after = {name: pattern.match(right) for name, pattern in names.after.items()}
    for one, other in _FORMS:
        sides = [side for side in ((before[one] if one else None), (after[other] if other else None)) if side]
        if len(sides) != bool(one) + bool(other):
            continue
        numbers = {name: int(value) for side in sides for name, value in side.groupdict().items()}
        first = start - len(left) + sides[0].start() if one else start
        last = base + sides[-1].end() if other else base
        if "short" in numbers:
            numbers["year"] = _century(numbers["short"])
        if "year" in numbers and "day" in numbers:
            return _dated((first, last), (numbers["year"], names.month_of[text[start:end]], numbers["day"]), names)
        return FoundDate(first, last, None, INCOMPLETE)
    return None


def _with_surroundings(text: str, one: FoundDate, names: DateNames) -> FoundDate:
    """The date with its weekday and the time beside it, which belong to it."""
    start, end, moment = one.start, one.end, None
    if day := names.weekday_before.search(text, max(0, start - _CONTEXT), start):
        start = day.start()
    if (trailing := names.trailing.match(text, end)) and word_edge(text, trailing.end()):
        end = trailing.end()
    if day := names.weekday_after.match(text, end):
        end = day.end()
    if hour := names.times.after.match(text, end):
        moment = names.times.clock(hour)
        end = hour.end() if moment else end
    elif hour := names.times.before.search(text, max(0, start - _CONTEXT), start):
        moment = names.times.clock(hour)
        start = hour.start() if moment else start
    return FoundDate(start, end, one.day, one.status, moment if one.day else None)


def _relative(text: str, names: DateNames) -> list[FoundDate]:
    """`2 weeks ago`, `yesterday`: named as relative, since nobody knows when the page was saved."""
    for pattern in names.ago:
        if match := pattern.search(text):
            hour = names.times.after.match(text, match.end())
            return [FoundDate(match.start(), hour.end() if hour else match.end(), None, RELATIVE)]
    return []
