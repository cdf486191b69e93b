"""Values of options: what is read, and what is refused."""

from datetime import date

import click
import pytest

from wpmigrate.cli.values import Day

SPANS = [
    ("2010-12-15", date(2010, 12, 15), date(2010, 12, 15)),
    ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
    ("2010", date(2010, 1, 1), date(2010, 12, 31)),
]


@pytest.mark.parametrize(("value", "first", "last"), SPANS)
def test_a_month_or_a_year_is_a_span(value: str, first: date, last: date) -> None:
    """`--since` begins with its first day, `--until` ends with its last."""
    assert Day().convert(value, None, None) == first
    assert Day(is_last=True).convert(value, None, None) == last


@pytest.mark.parametrize("value", ["soon", "10", "2010-13", "2010-", "2010-02-30", "2010-1-1-1", "0000", "2010--1", ""])
@pytest.mark.parametrize("is_last", [False, True])
def test_other_texts_are_no_day(value: str, *, is_last: bool) -> None:
    """The error shows the forms."""
    with pytest.raises(click.BadParameter, match="write it as 2010-12-15, 2010-12 or 2010"):
        Day(is_last=is_last).convert(value, None, None)
