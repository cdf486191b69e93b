"""The words of dates in one locale, ready for searching: months, weekdays, what stands between the parts of a date."""

import re
from dataclasses import dataclass
from functools import cache

from .folding import folded, is_letter, joins
from .tables import ENGLISH, Table, table
from .times import TimeReader, time_reader

_ORDINAL = r"(?:[:.]?-?[^\W\d_]{1,3}(?![^\W\d_]))?\.?"
_BEFORE = {
    "day": rf"(?<![\d.,:/])(?P<day>\d{{1,2}}){_ORDINAL}=$",
    "year, day": rf"(?<!\d)(?P<year>\d{{4}})~(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}~$",
    "year": r"(?<!\d)(?P<year>\d{4})=$",
}
_AFTER = {
    "year": r"~(?P<year>\d{4})(?!\d)",
    "day, year": rf"~(?P<day>\d{{1,2}})(?!\d){_ORDINAL}~(?P<year>\d{{4}})(?!\d)",
    "day": r"~(?P<day>\d{1,2})(?![\d:])",
    "short year": r" ?[.,]? ?['-] ?(?P<short>\d{2})(?![\d:])",
    "number": rf"~(?P<number>\d{{4}}|\d{{1,2}})(?![\d:]){_ORDINAL}",
}
"""What may stand beside the name of a month; `~` is what may stand between two parts of a date, `=` the same but commas."""

_WORDS_BETWEEN = (
    "of",
    "the",
    "de",
    "del",
    "do",
    "d'",
    "di",
    "den",
    "y",
    "ngay",
    "ngày",
    "năm",
    "พ.ศ.",
    "ค.ศ.",
    "г",
    "года",
    "року",
)
_FORMAT_LETTERS = set("dDjlNSwzWFmMntLoyYaABgGhHisueIOPTZcrU")


@dataclass(frozen=True, slots=True)
class DateNames:
    """The words of dates in one locale. `months` finds a name, `month_of` gives its number (13 up: Persian months).

    `english`: the language of two orders, since 03/04/2010 is written on both sides of the Atlantic.
    """

    order: str
    english: bool
    persian: bool
    months: re.Pattern[str]
    month_of: dict[str, int]
    weekday_before: re.Pattern[str]
    weekday_after: re.Pattern[str]
    trailing: re.Pattern[str]
    before: dict[str, re.Pattern[str]]
    after: dict[str, re.Pattern[str]]
    spelled: tuple[re.Pattern[str], ...]
    times: TimeReader
    ago: tuple[re.Pattern[str], ...]


def _alternatives(words: set[str]) -> str:
    """A pattern for any of the words, the longest first (十二月 before 二月)."""
    return "|".join(_spaced(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _spaced(word: str) -> str:
    return re.escape(word).replace(r"\ ", " ")


def format_literals(date_format: str) -> list[str]:
    r"""The words that a PHP date format prints as they are: `j \d\e F` → `de`."""
    found, word, escaped = [], "", False
    for sign in date_format:
        if escaped or not (sign == "\\" or sign in _FORMAT_LETTERS):
            word, escaped = word + sign, False
        elif sign == "\\":
            escaped = True
        else:
            found.append(word)
            word = ""
    return [part for text in (*found, word) for part in folded(text).strip().split() if any(map(is_letter, part))]


def _last_words(own: Table) -> set[str]:
    """The words that end a date of the locale: `г.` of `j F Y г.`, `d.` of `Y m. F j d.`."""
    ends = {re.sub(r".*(?<!\\)[YjdFM]", "", text) for text in own.date_formats}
    return {word for text in ends for word in format_literals(text)} or {"\0"}


def _spelled(date_format: str) -> re.Pattern[str] | None:
    """A pattern for a format whose month is a number among words (`Y年n月j日`); None for any other."""
    places = {"Y": r"(?P<year>\d{4})", "n": r"(?P<month>\d{1,2})", "m": r"(?P<month>\d{1,2})", "j": r"(?P<day>\d{1,2})",
              "d": r"(?P<day>\d{1,2})"}  # fmt: skip
    letters = re.sub(r"\\.", "", date_format)
    if not (
        format_literals(date_format)
        and {"Y"} <= set(letters)
        and set(letters) & {"n", "m"}
        and set(letters) & {"j", "d"}
    ):
        return None
    pattern, escaped, seen = "", False, set()
    for sign in date_format:
        if sign == "\\" and not escaped:
            escaped = True
            continue
        if sign in places and not escaped and places[sign] not in seen:
            pattern += " ?" + places[sign] + " ?"
            seen.add(places[sign])
        elif sign in _FORMAT_LETTERS and not escaped:
            break
        elif folded(f"x{sign}x")[1:-1].strip():
            pattern += re.escape(folded(sign)) + " ?"
        escaped = False
    return re.compile(r"(?<!\d)" + pattern.strip(" ?") + r"(?!\d)") if len(seen) == 3 else None


def _ago(phrase: str) -> re.Pattern[str] | None:
    """A pattern for `{} ago` with any number and unit in the place."""
    before, _, after = folded(phrase.replace("{}", "\x00")).partition("\x00") if "\x00" in phrase else ("", "", "")
    before, after = folded(phrase.partition("{}")[0]).strip(), folded(phrase.partition("{}")[2]).strip()
    if not (before or after):
        return None
    unit = r"(?:\d{1,3} ?\S{1,15}(?: [^\W\d_]{1,12})?(?:,? ?\d{1,2} ?\S{1,15})?)"
    return re.compile((_spaced(before) + " ?" if before else "") + unit + (" ?" + _spaced(after) if after else ""))


def _stems(month_of: dict[str, int]) -> dict[str, int]:
    """The long names without their last two letters, for endings that no table lists (`detsembril`, `decembrī`)."""
    found: dict[str, int] = {}
    for name, number in month_of.items():
        stem = name[:-2]
        clear = all(other == number for longer, other in month_of.items() if longer.startswith(stem))
        if len(name) >= 7 and clear and " " not in name and not any(map(joins, name)) and name.isalpha():
            found.setdefault(stem, number)
    return {stem: number for stem, number in found.items() if stem not in month_of}


@cache
def date_names(locale: str) -> DateNames:
    """The words of dates in a locale, with those of English, which themes leave untranslated. Its own words win."""
    own, english = table(locale), table(ENGLISH)
    month_of: dict[str, int] = {}
    for source in (own, english):
        for number, names in enumerate(source.months, 1):
            for name in names:
                month_of.setdefault(folded(name).strip(" ."), number)
    month_of |= _stems(month_of)
    for number, name in enumerate(own.persian_months, 13):
        month_of.setdefault(folded(name), number)
    month_of.pop("", None)
    days = {folded(name) for row in (*own.weekdays, *english.weekdays) for name in row} - {""}
    weekdays = _alternatives(days)
    spaced = {name for name in days if not joins(name[0])}
    long = _alternatives({name for name in spaced if len(name) > 4} | {"\0"})
    short = _alternatives(spaced | {name[:3] for name in spaced if len(name) > 4})
    joined = _alternatives({name for name in days if joins(name[0])} | {"\0"})
    literals = {word for source in (own, english) for text in source.date_formats for word in format_literals(text)}
    literals |= set(_WORDS_BETWEEN)
    between = rf"(?:[ .,،/'()-]|{_alternatives(literals)}){{0,6}}"
    tight = between.replace(",،", "", 1)
    return DateNames(
        order=own.order,
        english=locale.startswith("en_"),
        persian=own.calendar == "persian",
        months=re.compile(_alternatives(set(month_of))),
        month_of=month_of,
        weekday_before=re.compile(
            rf"(?:(?<![^\W\d_])(?:(?:{long})[^\W\d_]{{0,3}}|{short})|{joined})\)?[.,]? ?(?:den|the|,)? ?$"
        ),
        weekday_after=re.compile(
            rf"[ .,]{{0,3}}(?:\((?:{weekdays})\)|{joined}|(?:{weekdays})(?![^\W\d_])|\([^()\W\d]{{1,4}}\))"
        ),
        trailing=re.compile(rf" ?(?:{_alternatives(_last_words(own))})\.?"),
        before={
            name: re.compile(pattern.replace("~", between).replace("=", tight)) for name, pattern in _BEFORE.items()
        },
        after={name: re.compile(pattern.replace("~", between)) for name, pattern in _AFTER.items()},
        spelled=tuple(pattern for text in own.date_formats if (pattern := _spelled(text))),
        times=time_reader(*(tuple(folded(word).strip(" .") for word in words) for words in (own.at, own.am, own.pm))),
        ago=_ago_patterns(own, english),
    )


def _ago_patterns(own: Table, english: Table) -> tuple[re.Pattern[str], ...]:
    """How a locale says that something was a while ago, `yesterday` and the like among them."""
    phrases = {*own.ago, *english.ago}
    words = {folded(word) for word in (*own.relative, *english.relative)}
    edge = r"(?<![^\W\d_])", r"(?![^\W\d_])"
    found = [pattern for text in sorted(phrases) if (pattern := _ago(text))]
    if words:
        spaced = all(not joins(word[0]) for word in words)
        found.append(re.compile(f"{edge[0] if spaced else ''}(?:{_alternatives(words)}){edge[1] if spaced else ''}"))
    return tuple(found)
