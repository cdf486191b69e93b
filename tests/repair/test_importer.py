"""WordPress's own importer reads what was repaired: its parsers find the same posts.

The importer is no part of the project: WPMIGRATE_IMPORTER names a checkout of WordPress/wordpress-importer, and php must
be there.
"""

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from wpmigrate.errors import InputError
from wpmigrate.model import Item
from wpmigrate.reader import Source, read
from wpmigrate.repair import repair

ROOT = Path(__file__).parents[2]
IMPORTER = os.environ.get("WPMIGRATE_IMPORTER", "")
CORPUS = os.environ.get("WPMIGRATE_CORPUS", "")

PATHS = [
    *sorted((ROOT / "fixtures/repair").glob("*/bad.xml")),
    *sorted((ROOT / "fixtures/broken/cases").glob("*.xml")),
    *(sorted(Path(CORPUS, "corpus").glob("*.xml")) if CORPUS else []),
]
UNREADABLE = {
    "514-plain-rss.xml": "a feed is no export for the importer",
    "075-humanmade-future-wxr-version.xml": "its version is no number",
    "076-humanmade-small-ns-export.xml": "its prefixes are not those of WordPress",
    "077-humanmade-unknown-wxr-version.xml": "the same",
}
"""Exports that are well-formed and that the importer refuses all the same."""

OWN_READING = {
    "xml": {"036-wordpress-authors-multiline.xml", "049-wordpress-namespace-edge-cases.xml"},
    # Line by line: elements must stand on lines of their own, which end with LF.
    "regex": {
        "049-wordpress-namespace-edge-cases.xml",
        "146-learnpress-sample-data.xml",
        "184-bloggure.xml",
        "278-learnpress-learnpress-how-to-use-learnpress.xml",
        "942-cr-only.xml",
    },
}
"""Well-formed exports that a parser reads in a way of its own, whether they were repaired or not."""

pytestmark = [
    pytest.mark.skipif(not IMPORTER, reason="WPMIGRATE_IMPORTER names no checkout of the importer"),
    pytest.mark.skipif(not shutil.which("php"), reason="there is no php"),
]


def posts_of(path: Path) -> list[list[object]]:
    """What the importer should find: id, type, number of comments and of metadata, a digest of the texts."""
    items = [event for event in read(Source(path.name, path)) if isinstance(event, Item)]
    return [
        [
            item.post_id or 0,
            "" if "type" in item.absent else item.type,
            len(item.comments),
            len(item.meta),
            _digest([item.raw_title, item.content, item.excerpt, item.slug, *(one.content for one in item.comments)]),
        ]
        for item in items
    ]


def _digest(texts: list[str]) -> str:
    return hashlib.sha1("\0".join(texts).encode(), usedforsecurity=False).hexdigest()


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, tuple[Path, dict[str, Any]]]:
    """Each export → what it was repaired to, and what the parsers say of that. All in one run of PHP."""
    folder = tmp_path_factory.mktemp("repaired")
    repaired: dict[Path, Path] = {}
    for number, path in enumerate(PATHS):
        out = folder / f"{number}.xml"
        try:
            repair([path], out)
        except InputError:
            continue
        repaired[path] = out
    done = subprocess.run(
        ["php", str(Path(__file__).with_name("importer.php")), IMPORTER],
        input="".join(f"{path}\n" for path in repaired.values()),
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {path: (out, row) for (path, out), row in zip(repaired.items(), lines, strict=True)}


@pytest.mark.parametrize("parser", ["simplexml", "xml", "regex"])
def test_the_importer_reads_the_same_posts(rows: dict[Path, tuple[Path, dict[str, Any]]], parser: str) -> None:
    """The same ids, types, numbers of comments and of metadata, in the same order; the same texts, where they are not cut.

    SimpleXML is the parser that the importer takes; the older two leave blanks at the ends of texts out.
    """
    wrong, values = [], 5 if parser == "simplexml" else 4
    for path, (out, row) in rows.items():
        if path.name in UNREADABLE:
            assert "error" in row[parser], path.name
            continue
        found, wanted = ([post[:values] for post in posts] for posts in (row[parser].get("posts", []), posts_of(out)))
        if path.name not in OWN_READING.get(parser, ()) and found != wanted:
            wrong.append(path.parent.name if path.name == "bad.xml" else path.name)
    assert not wrong
