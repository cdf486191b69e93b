"""Sentences that name dates, people and comments are no bylines: `fixtures/bylines/prose.txt`, locale and sentence."""

from pathlib import Path

import pytest

from wpmigrate.locales import parse_byline
from wpmigrate.locales.finder import find_bylines

PROSE = Path(__file__).parents[2] / "fixtures" / "bylines" / "prose.txt"
SENTENCES = [line.split("\t") for line in PROSE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("locale", "sentence"), SENTENCES)
def test_a_sentence_is_no_byline(locale: str, sentence: str) -> None:
    """Neither with the locale nor without it, neither with its full stop nor without it in a list of blocks."""
    for tag in (locale, None):
        assert parse_byline(sentence, tag) is None
        assert find_bylines([sentence, sentence.rstrip(".")], tag) == []
