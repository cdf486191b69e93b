"""The laws of cleaning over the bodies of real sites, as WordPress renders them."""

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from wpmigrate.content.clean import CleanOptions, clean
from wpmigrate.html import block_text, inner_html, parse_fragment, words

CORPUS = os.environ.get("WPMIGRATE_CORPUS", "")


def bodies() -> Iterator[tuple[str, CleanOptions]]:
    """Every body of the truth, with the options of its site."""
    for file in sorted(Path(CORPUS, "wordpress-truth").rglob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").rstrip("\n").split("\n"):
            row = json.loads(line)
            host = urlsplit(row.get("permalink") or "").hostname or ""
            yield row.get("content_html_plain") or "", CleanOptions(site_hosts=frozenset({host}))


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS, reason="WPMIGRATE_CORPUS names no folder")
def test_real_bodies_lose_no_word_unnamed_and_stay_clean() -> None:
    """Each word is out or counted, and a second cleaning of what was written changes nothing."""
    number = 0
    for text, options in bodies():
        root = parse_fragment(text)
        for program in list(root.iter("script", "style")):
            program.text = ""
        before = Counter(words(block_text(root)))
        result = clean(root, options)
        lost = before - Counter(words(block_text(root)))
        assert lost.total() <= result.dropped_words.total(), text[:300]
        once = inner_html(root)
        again = parse_fragment(once)
        clean(again, options)
        assert inner_html(again) == once
        number += 1
    assert number > 1000
