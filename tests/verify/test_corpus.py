"""Real exports, converted and verified: what is reported is known, and damage done to any file is found."""

import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from wpmigrate import convert
from wpmigrate.verify import VerifyOptions, verify

CORPUS = os.environ.get("WPMIGRATE_CORPUS")
EXPORTS = sorted((Path(CORPUS) / "corpus").glob("*.xml")) if CORPUS else []

KNOWN: dict[str, dict[str, set[str]]] = {
    # A block comment that is never closed swallows what follows, in WordPress's own grammar as well.
    "014": {"4": {"stored words"}},
    # `<pre>` inside of `<pre>`: a block of code that holds the tags as text.
    "187": {"192": {"code blocks"}},
    "238": {"116": {"code blocks"}},
    # A `<canvas>` that a script was to draw on.
    "181": {"208": {"drawings"}},
    # A line end inside of an address.
    "008": {"1456": {"links"}},
    # Backslashes at the end of a line of a formula.
    "208": {"596": {"signs"}},
    # An address that was encoded twice.
    "232": {"787": {"words", "links"}, "799": {"words", "links"}},
}
"""Differences that were looked at, by number of the export and id of the item."""

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.slow,
    pytest.mark.skipif(not CORPUS, reason="WPMIGRATE_CORPUS names no folder"),
]


@pytest.mark.parametrize("export", EXPORTS, ids=lambda path: path.name[:3])
def test_nothing_is_lost_that_is_not_known(export: Path, tmp_path: Path) -> None:
    """Every item of every export holds what the export held, but for the differences that are listed."""
    if export.read_bytes().startswith(b"bplist"):
        pytest.skip("no export")
    convert([export], tmp_path)
    found = verify([export], tmp_path)
    known = KNOWN.get(export.name[:3], {})
    for verdict in found.verdicts:
        lost = {one.kind: one.sample for one in verdict.differences if one.is_loss}
        assert lost.keys() <= known.get(verdict.item, set()), (verdict.item, verdict.path, lost)
    assert found.edited == 0


BLOG = re.compile(r"263|247|175|211|001|239")
_WORD = re.compile(r"(?<![\w\\&#])[A-Za-z]{3,}(?![\w;])")
_MARKUP = ("http", "<", "](", "`", "[^", "    ", "|", "![", "]:", "$")


def _words(body: str) -> Iterator[re.Match[str]]:
    """Words of plain lines: not in links, code, tables or HTML."""
    place = 0
    for line in body.splitlines(keepends=True):
        if not any(mark in line for mark in _MARKUP):
            yield from _WORD.finditer(body, place, place + len(line))
        place += len(line)


@pytest.mark.parametrize("export", [path for path in EXPORTS if BLOG.match(path.name)], ids=lambda path: path.name[:3])
def test_any_dropped_word_is_found(export: Path, tmp_path: Path) -> None:
    """One word is taken out of each file, at random: each file is reported, with one word lost."""
    convert([export], tmp_path)
    choose = random.Random(export.name)
    dropped = {}
    for file in sorted(tmp_path.rglob("*.md")):
        head, body = file.read_text("utf-8").split("\n---\n", 1)
        words = list(_words(body)) if "```" not in body else []
        if words:
            word = choose.choice(words)
            file.write_text(f"{head}\n---\n{body[: word.start()]}{body[word.end() :]}", "utf-8")
            dropped[file.relative_to(tmp_path).as_posix()] = word[0]
    found = verify([export], tmp_path, VerifyOptions(jobs=1))
    assert len(dropped) > 5
    lost = {
        verdict.path: {one.sample for one in verdict.differences if one.kind == "words"} for verdict in found.verdicts
    }
    assert {path: {word} for path, word in dropped.items()} == {path: lost.get(path) for path in dropped}
