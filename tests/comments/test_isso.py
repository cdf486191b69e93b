"""Isso's own importer reads the files for it into its database."""

import os
import sqlite3
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from comment_pages import SITE, pages
from installed import require

from wpmigrate import ConvertOptions, convert
from wpmigrate.comments import COMMENT_FORMATS

ROOT = Path(__file__).parents[2]
ISSO = ROOT / "build" / "generators" / "isso" / "bin" / "isso"
CORPUS = Path(os.environ.get("WPMIGRATE_CORPUS", "/nowhere")) / "corpus"
Row = tuple[Any, ...]


def imported(file: Path, folder: Path) -> list[Row]:
    """(address, title, id, parent, author, email, website, address of the network, date, text) of each comment."""
    require("isso", ISSO)
    config = folder / "isso.cfg"
    config.write_text(f"[general]\ndbpath = {folder}/comments.db\nhost = https://example.org/\n")
    done = subprocess.run(
        [str(ISSO), "-c", str(config), "import", str(file)],
        env={**os.environ, "TZ": "UTC"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    with sqlite3.connect(folder / "comments.db") as database:
        rows = database.execute(
            "SELECT t.uri, t.title, c.id, c.parent, c.author, c.email, c.website, c.remote_addr, "
            "strftime('%Y-%m-%d %H:%M:%S', c.created, 'unixepoch'), c.text "
            "FROM comments c JOIN threads t ON t.id = c.tid ORDER BY c.id"
        ).fetchall()
    database.close()
    return rows


@pytest.mark.generator
def test_isso_imports_threads_authors_and_dates(tmp_path: Path) -> None:
    """Each comment under its new address, answers below what they answer as far as Isso keeps them, texts as Markdown."""
    file = tmp_path / "comments.isso.xml"
    ((_, data),) = COMMENT_FORMATS["isso"].render(pages(), SITE)
    file.write_bytes(data)
    rows = imported(file, tmp_path)
    assert [row[0] for row in rows] == ["/2010/12/f%C3%B6rsta/"] * 4 + ["/om/"] * 3
    assert {row[1] for row in rows} == {"Först", "/om/"}
    first = rows[0]
    assert first[4:9] == (
        "Åsa & Co",
        "asa@example.org",
        "https://example.org/?a=1&b=2",
        "192.0.2.0",
        "2010-12-01 07:00:00",
    )
    # Isso puts two blanks at the end of every line; a line of blanks alone still parts two paragraphs.
    assert [line.rstrip() for line in first[9].split("\n")] == ["Fint *skrivet* & bra ]]>.", "", "Två stycken."]
    by_author = {(row[4], row[9].strip()): row for row in rows}
    # Isso keeps one level: an answer to an answer stands beside it.
    assert by_author["Bo", "Tack!"][3] == first[2]
    assert by_author["Åsa & Co", "Varsågod."][3] == first[2]
    assert by_author["Bo", "svar"][3] == by_author["Ett id som redan finns", rows[4][9].strip()][2]


@pytest.mark.generator
def test_isso_is_told_no_address_of_anybody(tmp_path: Path) -> None:
    """A conversion without --include-emails: every public comment of a person, and nothing private."""
    export = ROOT / "fixtures" / "sites" / "generators" / "export.xml"
    convert([export], tmp_path / "site", ConvertOptions(comments_format="isso"))
    rows = imported(tmp_path / "site" / "comments.isso.xml", tmp_path)
    assert [(row[0], row[2], row[3]) for row in rows] == [
        ("/2010/12/forsta-i-tolfte/", 1, None),
        ("/2010/12/forsta-i-tolfte/", 2, 1),
        ("/2010/12/forsta-i-tolfte/", 3, 1),
    ]
    assert {row[5] for row in rows} <= {None, ""}
    assert {row[7] for row in rows} == {"0.0.0.0"}


@pytest.mark.corpus
@pytest.mark.generator
@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.is_dir(), reason="WPMIGRATE_CORPUS names no folder with real exports")
@pytest.mark.parametrize("export", sorted(CORPUS.glob("*.xml"))[::9], ids=lambda export: export.stem[:40])
def test_isso_imports_the_comments_of_real_exports(export: Path, tmp_path: Path) -> None:
    """As many as the file holds, under as many addresses."""
    convert([export], tmp_path / "site", ConvertOptions(comments_format="isso"))
    file = tmp_path / "site" / "comments.isso.xml"
    wp = "{http://wordpress.org/export/1.2/}"
    items = [item for item in ET.parse(file).findall("channel/item") if item.findall(f"{wp}comment")]
    rows = imported(file, tmp_path)
    assert len(rows) == sum(len(item.findall(f"{wp}comment")) for item in items)
    assert len({row[0] for row in rows}) == len(items)
