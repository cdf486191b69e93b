"""Dates as text, and how deep values may be."""

from datetime import datetime, timedelta, timezone

import pytest

from wpmigrate.frontmatter.value import MAX_DEPTH, check_depth, iso_datetime


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (3600, "+01:00"),
        (0, "+00:00"),
        (-16200, "-04:30"),
        (4332, "+01:12"),
        (-4332, "-01:12"),
        (86399, "+23:59"),
        (-86399, "-23:59"),
        (1, "+00:00"),
    ],
)
def test_offsets(seconds: int, text: str) -> None:
    """Whole minutes, which all formats know; the wall time never moves."""
    moment = datetime(1878, 1, 1, 12, tzinfo=timezone(timedelta(seconds=seconds)))
    assert iso_datetime(moment) == f"1878-01-01T12:00:00{text}"
    assert iso_datetime(moment, " ") == f"1878-01-01 12:00:00{text}"


def test_no_offset() -> None:
    """None is invented."""
    assert iso_datetime(datetime(905, 1, 1)) == "0905-01-01T00:00:00"  # noqa: DTZ001  that is the case


def test_depth() -> None:
    """The limit itself is fine."""
    check_depth(MAX_DEPTH)
    with pytest.raises(ValueError, match="deeper"):
        check_depth(MAX_DEPTH + 1)
