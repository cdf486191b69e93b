"""Columns behave as lists do: what was put in comes out, whatever was put in before and after it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from wpmigrate.model.columns import Column, Many, Moments, Numbers, OptionalTexts, Plain, Shared, Texts

LOCAL = datetime(2010, 12, 15, 23, 59, 58, 7)  # noqa: DTZ001 - no offset is what is tried
EDGES = [
    sign * (1 << bits) + more for bits in (0, 7, 8, 15, 31, 32, 62, 63, 64) for sign in (1, -1) for more in (-1, 0, 1)
]
VALUES: list[tuple[Callable[[], Column], list[object]]] = [
    (Texts, ["", "På svenska", "翻訳\ud800", "x" * 70_000, "\0", "\xff"]),
    (OptionalTexts, [None, "a", "\xff", None]),
    (Numbers, [None, *EDGES, 10**30, None]),
    (Shared, ["", None, ("a", 1), *range(300), *map(str, range(70_000))]),
    (Many, [(), ("a",), ("", "a", ("b", "c")), *((number, "a") for number in range(70_000)), ()]),
    (Plain, [(), (("thumbnail", "å.jpg", 150, 150), None), "a"]),
    (
        Moments,
        [
            None,
            LOCAL,
            LOCAL.replace(tzinfo=UTC),
            LOCAL.replace(tzinfo=timezone(timedelta(hours=-9, minutes=-30))),
            datetime(1, 1, 1, tzinfo=timezone(timedelta(seconds=1))),
            LOCAL.replace(year=9999),
        ],
    ),
]


def offset(value: object) -> object:
    """What two equal moments may differ in."""
    return value.utcoffset() if isinstance(value, datetime) else None


@pytest.mark.parametrize(("make", "values"), VALUES, ids=[make.__name__ for make, _ in VALUES])
def test_a_column_is_a_list(make: Callable[[], Column], values: list[object]) -> None:
    """After appending, and after every second value was set anew."""
    column = make()
    for value in values:
        column.append(value)
    assert [column[row] for row in range(len(values))] == values
    for row in range(0, len(values), 2):
        column[row] = values[-1 - row]
    expected = [values[-1 - row] if row % 2 == 0 else value for row, value in enumerate(values)]
    assert [column[row] for row in range(len(values))] == expected
    assert [offset(column[row]) for row in range(len(values))] == list(map(offset, expected))
