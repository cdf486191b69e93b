"""Comments as they are written for each system, and what all of them hold."""

import json
import os
import xml.etree.ElementTree as ET
from typing import Any

import pytest
import yaml
from comment_pages import FIXTURES, SITE, pages

from wpmigrate.comments import COMMENT_FORMATS

WP = "{http://wordpress.org/export/1.2/}"


def rendered(name: str) -> dict[str, bytes]:
    """The files of a format."""
    files = COMMENT_FORMATS[name].render(pages(), SITE)
    assert len({path.casefold() for path, _ in files}) == len(files)
    return dict(files)


@pytest.mark.parametrize("name", COMMENT_FORMATS)
def test_a_format_is_written_as_it_stands(name: str) -> None:
    """The files of each format; WPMIGRATE_ACCEPT writes what comes out."""
    folder = FIXTURES / "expected" / name
    found = rendered(name)
    if os.environ.get("WPMIGRATE_ACCEPT"):
        for path, data in found.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    expected = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert found == expected


@pytest.mark.parametrize("name", COMMENT_FORMATS)
def test_no_comments_are_no_trouble(name: str) -> None:
    """A site without comments gives an empty file or none."""
    assert all(data for _, data in COMMENT_FORMATS[name].render([], SITE))


@pytest.mark.parametrize("name", ["isso", "remark42", "disqus"])
def test_an_import_is_xml_with_each_comment_once(name: str) -> None:
    """Every comment of a person, none of the pingbacks; unique ids; parents are there; full new addresses."""
    (data,) = rendered(name).values()
    items = ET.fromstring(data).findall("channel/item")
    assert [item.findtext("link") for item in items] == [
        "https://example.org/2010/12/f%C3%B6rsta/",
        "https://example.org/om/",
    ]
    assert all(item.findtext("title") for item in items)
    comments = [comment for item in items for comment in item.findall(f"{WP}comment")]
    ids = [comment.findtext(f"{WP}comment_id") for comment in comments]
    assert len(ids) == len(set(ids)) == 7
    assert {comment.findtext(f"{WP}comment_parent") for comment in comments} <= {"0", *ids}
    assert not [comment for comment in comments if not comment.findtext(f"{WP}comment_content")]
    assert all(len(comment.findtext(f"{WP}comment_date_gmt") or "") == 19 for comment in comments)


def test_commento_names_what_it_refers_to() -> None:
    """Hex keys of 64 digits; parents and commenters are there; addresses of people are not."""
    (data,) = rendered("commento").values()
    found: dict[str, Any] = json.loads(data)
    keys = {comment["commentHex"] for comment in found["comments"]}
    assert len(keys) == len(found["comments"]) == 7
    assert all(len(key) == 64 for key in keys)
    assert {comment["parentHex"] for comment in found["comments"]} <= {"root", *keys}
    known = {commenter["commenterHex"] for commenter in found["commenters"]}
    assert {comment["commenterHex"] for comment in found["comments"]} == {"anonymous", *known}


def test_data_reads_back() -> None:
    """JSON by address with pingbacks apart, YAML a list a page: the same comments, threads and all."""
    by_address = json.loads(rendered("json")["comments.json"])
    first = by_address["/2010/12/första/"]
    assert [comment["id"] for comment in first["comments"]] == ["7", "15"]
    assert first["comments"][0]["replies"][0]["replies"][0]["content"] == "<p>Varsågod.</p>"
    assert [ping["id"] for ping in first["pings"]] == ["8"]
    listed = yaml.safe_load(rendered("yaml")["data/comments/1.yaml"])
    assert [comment["id"] for comment in listed] == ["7", "8"]
    assert listed[0]["content"] == first["comments"][0]["content"]


def test_a_staticman_entry_is_yaml() -> None:
    """One a comment, in a folder a page; answers name their comment."""
    found = {path: yaml.safe_load(data) for path, data in rendered("staticman").items()}
    assert len(found) == 7
    ids = {entry["_id"] for entry in found.values()}
    assert {entry.get("replying_to") for entry in found.values()} <= {None, *ids}
    assert found["data/comments/forsta/comment-9.yml"]["message"] == "Tack!"
