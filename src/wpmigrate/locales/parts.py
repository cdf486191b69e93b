"""Single parts of a byline, for readers of pages that know already which element says what."""

import datetime as dt
from dataclasses import dataclass

from .counts import read_count
from .date_names import date_names
from .dates import find_dates
from .folding import fold
from .reading import EITHER_ORDER
from .tables import ENGLISH, known_locale

_LONGEST = 1500


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date in a text: the day (None unless `status` is `ok`, or `ambiguous` where the locale has an order), the time.

    `status` is one of those of a `Byline`; `text` is what stood there.
    """

    date: dt.date | None
    status: str
    time: dt.time | None
    text: str


@dataclass(frozen=True, slots=True)
class CommentReading:
    """What a phrase says of the comments: the count and whether they are open; None is unknown, not zero and not no.

    `invited`: the phrase only asks for a comment (`Leave a comment`), which themes print in the place of a zero, but
    others print always.
    """

    count: int | None
    open: bool | None
    invited: bool


def read_date(text: str, locale: str | None = None) -> DateReading | None:
    """The first whole date of a text in the words of a locale (`Mars 3rd, 2013 at 3:03 am`), else the first seen in part.

    `locale` is any spelling of a language tag; without it, or for a language without a table, English names of months are
    read, and 03/04/2010 is ambiguous. None when the text has no date, or is longer than a byline.
    """
    if not text or len(text) > _LONGEST:
        return None
    folded = fold(text)
    found = find_dates(folded.text, date_names(known_locale(locale or "") or EITHER_ORDER))
    if not found:
        return None
    first = next((one for one in found if one.day), found[0])
    return DateReading(first.day, first.status, first.moment, folded.original(first.start, first.end))


def read_comments(text: str, locale: str | None = None) -> CommentReading | None:
    """What a whole text says of the comments, in the words of a locale or in English; None when it is no such phrase.

    The title of the post may stand in it, as WordPress 4.2 and later print it for screen readers.
    """
    if not text or len(text) > _LONGEST:
        return None
    found = read_count(fold(text), known_locale(locale or "") or ENGLISH)
    return CommentReading(found.count, found.open, found.invited) if found else None
