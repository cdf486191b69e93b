"""Bodies of real exports: what is claimed to be a byline there is listed, and was looked at."""

import os
from pathlib import Path

import pytest

import wpmigrate
from wpmigrate.errors import InputError
from wpmigrate.locales import find_leaks

CORPUS = Path(os.environ.get("WPMIGRATE_CORPUS", ""), "corpus")
CLAIMED: frozenset[tuple[str, str]] = frozenset()
"""File and item of each byline that stands in a body: none does in the exports that were read."""


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.name or not CORPUS.is_dir(), reason="WPMIGRATE_CORPUS names no folder with real exports")
def test_nothing_else_is_taken_for_a_byline() -> None:
    """Every claim is one of those that were looked at; prose with dates, names and counts is left alone."""
    claimed = set()
    bodies = 0
    for path in sorted(CORPUS.glob("*.xml*")):
        try:
            for item in wpmigrate.read(path):
                if item.type in {"post", "page"} and item.content:
                    bodies += 1
                    claimed |= {(path.name, item.id) for _ in find_leaks(item.content)}
        except InputError:
            continue
    assert bodies > 1000
    assert claimed == CLAIMED
