"""Files of redirects as they are written: the fixture's addresses in each format."""

import csv
import io
import json
import os
from pathlib import Path

import pytest

from wpmigrate.redirects import FORMATS, Redirect
from wpmigrate.redirects.maps import by_status_and_names

FIXTURES = Path(__file__).parents[2] / "fixtures" / "redirects"


def redirects() -> list[Redirect]:
    """The fixture."""
    rows = json.loads((FIXTURES / "hard.json").read_text("utf-8"))
    return [Redirect(r["path"], r["to"], tuple(map(tuple, r.get("query", ()))), r.get("status", 301)) for r in rows]


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_written_as_it_stands(name: str) -> None:
    """The file of each format; WPMIGRATE_ACCEPT writes what comes out."""
    text = FORMATS[name].render(redirects())
    expected = FIXTURES / "expected" / f"{name}.txt"
    if os.environ.get("WPMIGRATE_ACCEPT"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_bytes(text.encode())
    assert text.encode() == expected.read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_no_redirects_are_a_file_too(name: str) -> None:
    """A site without old addresses gets a file that says nothing, not none."""
    assert FORMATS[name].render([]).count("\n") <= 12


def test_lists_read_back() -> None:
    """CSV and JSON hold each address, its goal and its status."""
    rows = [(one.old, one.to, str(one.status)) for one in redirects()]
    read = list(csv.reader(io.StringIO(FORMATS["csv"].render(redirects()), newline="")))
    assert [tuple(row) for row in read] == [("from", "to", "status"), *rows]
    assert [(r["from"], r["to"], str(r["status"])) for r in json.loads(FORMATS["json"].render(redirects()))] == rows


@pytest.mark.parametrize("name", ["netlify", "cloudflare"])
def test_a_line_has_its_parts_and_no_wildcards(name: str) -> None:
    """Each line is ASCII and has the parts that its service splits it into; nothing is read as a wildcard."""
    for line in FORMATS[name].render(redirects()).splitlines():
        old, *pairs, _, status = line.split(" ")
        assert old.isascii()
        assert old.startswith("/")
        assert not set("*:#") & set(old)
        assert all("=" in pair for pair in pairs)
        assert status.rstrip("!") in ("301", "302")


def test_a_map_has_no_key_twice() -> None:
    """Nginx refuses a map with two equal keys, and takes upper and lower case for equal."""
    twice = [Redirect("/A/", "/1/"), Redirect("/a", "/2/"), Redirect("/a/", "/3/", (("p", "1"),))]
    assert by_status_and_names(twice) == {
        301: {(): {"/A/": "/1/", "/A": "/1/"}, ("p",): {"/a/?1": "/3/", "/a?1": "/3/"}}
    }
