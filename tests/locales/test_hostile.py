"""Time is linear in hostile text, and what is too long for a byline is refused at once."""

from functools import partial

import pytest
from pace import seconds

from wpmigrate.locales import parse_byline, read_comments, read_date

HOSTILE = [
    "1 ",
    "a",
    "Dec ",
    "Posted on ",
    "(",
    "12:",
    "2010 de ",
    "by ",
    "Posted in a | ",
    "»",
    "«",
    "15. ",
    "十",
    "і ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_length_alone(piece: str) -> None:
    """Eight times the text takes at most some forty times the time, far from what backtracking costs."""
    for name in ("fr_FR", "en_US"):
        parse_byline("Publié le 1er mai 2009", name)
    short, long = piece * (180 // len(piece)), piece * (1440 // len(piece))
    small = max(seconds(lambda: parse_byline(short, "fr_FR")), 0.0005)
    assert seconds(lambda: parse_byline(long, "fr_FR")) < 40 * small


def test_a_megabyte_is_refused() -> None:
    """No byline is so long."""
    text = "Posted on March 3, 2013 by Ann " * 33_000
    readings = (parse_byline, read_date, read_comments)
    assert [reading(text, "en") for reading in readings] == [None, None, None]
    assert sum(seconds(partial(reading, text, "en")) for reading in readings) < 0.5
