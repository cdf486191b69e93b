"""Time is linear in hostile text, and what is too long for a byline is refused at once."""

import time

import pytest

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


def spent(text: str) -> float:
    """Seconds of processor time for one text."""
    start = time.process_time()
    parse_byline(text, "fr_FR")
    return time.process_time() - start


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_length_alone(piece: str) -> None:
    """Eight times the text takes at most some forty times the time, far from what backtracking costs."""
    for name in ("fr_FR", "en_US"):
        parse_byline("Publié le 1er mai 2009", name)
    short, long = piece * (180 // len(piece)), piece * (1440 // len(piece))
    small = max(min(spent(short) for _ in range(3)), 0.0005)
    assert min(spent(long) for _ in range(3)) < 40 * small


def test_a_megabyte_is_refused() -> None:
    """No byline is so long."""
    text = "Posted on March 3, 2013 by Ann " * 33_000
    start = time.process_time()
    assert (parse_byline(text, "en"), read_date(text, "en"), read_comments(text, "en")) == (None, None, None)
    assert time.process_time() - start < 0.5
