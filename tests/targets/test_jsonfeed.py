"""JSON Feed: valid by its specification, newest first, nothing in it that was not public."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from wpmigrate import ConvertOptions, convert

ROOT = Path(__file__).parents[2]
FIXTURE = ROOT / "fixtures" / "sites" / "generators" / "export.xml"
CORPUS = os.environ.get("WPMIGRATE_CORPUS")
SCHEMA = json.loads((Path(__file__).parent / "json-feed-1.1.schema.json").read_text("utf-8"))


def feed_of(export: Path, folder: Path) -> dict[str, Any]:
    """The feed of an export, checked against the schema."""
    convert([export], folder, ConvertOptions(to="jsonfeed"))
    feed: dict[str, Any] = json.loads((folder / "feed.json").read_text("utf-8"))
    Draft202012Validator(SCHEMA).validate(feed)
    return feed


def test_the_feed_has_all_public_items_newest_first(tmp_path: Path) -> None:
    """Items stand by date, with their GUIDs, and no draft among them."""
    feed = feed_of(FIXTURE, tmp_path)
    dates = [item["date_published"] for item in feed["items"]]
    assert len(dates) == 10
    assert dates == sorted(dates, reverse=True)
    assert "https://blogg.example.org/?p=101" in {item["id"] for item in feed["items"]}
    assert "HEMLIGT" not in json.dumps(feed)
    assert (feed["title"], feed["language"]) == ('Fällor & "bojor": {{ bloggen }}', "sv-SE")


def test_an_enclosure_is_an_attachment_and_repeated_guids_are_told_apart(tmp_path: Path) -> None:
    """A podcast keeps its episodes; two items of one GUID get ids of their own."""
    item = (
        "<item><title>{0}</title><guid>same</guid><wp:post_id>{0}</wp:post_id><wp:status>publish</wp:status>"
        "<wp:post_type>post</wp:post_type><wp:post_date>2011-01-0{0} 10:00:00</wp:post_date><wp:postmeta>"
        "<wp:meta_key>enclosure</wp:meta_key><wp:meta_value>https://example.org/a.mp3\n1234\naudio/mpeg\n</wp:meta_value>"
        "</wp:postmeta></item>"
    )
    head = '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>'
    export = tmp_path / "export.xml"
    export.write_text(head + item.format(1) + item.format(2) + "</channel></rss>", encoding="utf-8")
    items = feed_of(export, tmp_path / "out")["items"]
    assert [one["id"] for one in items] == ["same", "same#2"]
    wanted = {"url": "https://example.org/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 1234}
    assert items[0]["attachments"] == [wanted]
    # No offset is known of these dates, and a feed may not guess one.
    assert "date_published" not in items[0]
    assert items[0]["_wpmigrate"]["local_date"] == "2011-01-02T10:00:00"


@pytest.mark.corpus
@pytest.mark.slow
@pytest.mark.skipif(not CORPUS, reason="WPMIGRATE_CORPUS names no folder")
def test_feeds_of_real_exports_are_valid(tmp_path: Path) -> None:
    """The feeds of real blogs hold to the schema."""
    exports = sorted(Path(str(CORPUS), "corpus").glob("1[6-9]*.xml"))
    assert exports
    for export in exports:
        feed_of(export, tmp_path / export.stem)
