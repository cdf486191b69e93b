"""Values of items: what is taken for them, and what is said."""

from pathlib import Path

import pytest

import wpmigrate
from wpmigrate.diagnostics import Diagnostic, Severity
from wpmigrate.model import Item
from wpmigrate.reader import Source, read

EXPORT = """<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"><channel><wp:wxr_version>1.2</wp:wxr_version>
<item><title>T</title><content:encoded>C</content:encoded><excerpt:encoded>E</excerpt:encoded><wp:post_id>1</wp:post_id>
<wp:post_name>t</wp:post_name><wp:post_type>post</wp:post_type>{fields}</item></channel></rss>"""
DATED = "<wp:status>publish</wp:status><wp:post_date>2010-12-01 10:00:00</wp:post_date>"


def item_of(fields: str) -> tuple[Item, list[Diagnostic]]:
    """The only item of an export, and what is said."""
    events = list(read(Source("export.xml", mapped=EXPORT.format(fields=fields).encode())))
    [item] = [event for event in events if isinstance(event, Item)]
    return item, [event for event in events if isinstance(event, Diagnostic)]


@pytest.mark.parametrize(
    "date", ["", "<wp:post_date></wp:post_date>", "<wp:post_date>0000-00-00 00:00:00</wp:post_date>"]
)
@pytest.mark.parametrize(
    ("status", "wanted"),
    [
        ("publish", ["WXR411"]),
        ("of-a-plugin", ["WXR411"]),
        ("draft", []),
        ("pending", []),
        ("auto-draft", []),
        ("future", []),
        ("private", []),
        ("trash", []),
        ("inherit", []),
    ],
)
def test_only_what_is_public_needs_a_date(status: str, date: str, wanted: list[str]) -> None:
    """Drafts have none until they are published; what stands in its place is said of others."""
    item, found = item_of(f"<pubDate>Wed, 15 Dec 2010 09:00:00 +0000</pubDate><wp:status>{status}</wp:status>{date}")
    assert item.date is not None
    assert [one.code for one in found] == wanted


@pytest.mark.parametrize("status", ["publish", "draft"])
def test_a_date_that_cannot_be_is_named_in_drafts_too(status: str) -> None:
    """Nobody typed it so; none is made up instead."""
    item, found = item_of(f"<wp:status>{status}</wp:status><wp:post_date>2010-13-45 00:00:00</wp:post_date>")
    assert (item.date, [one.code for one in found]) == (None, ["WXR411"])


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("title", Severity.ERROR),
        ("content:encoded", Severity.ERROR),
        ("excerpt:encoded", Severity.ERROR),
        ("wp:status", Severity.ERROR),
        ("wp:post_name", Severity.WARNING),
        ("wp:menu_order", Severity.WARNING),
        ("wp:ping_status", Severity.WARNING),
        ("wp:post_parent", Severity.WARNING),
    ],
)
def test_what_stands_twice(name: str, severity: Severity) -> None:
    """An error where the one that is left out is text for readers, or decides who may read it."""
    _, found = item_of(f"{DATED}<{name}>1</{name}><{name}>2</{name}>")
    assert {(one.code, one.severity) for one in found if one.code == "WXR453"} == {("WXR453", severity)}


@pytest.mark.parametrize(
    ("statuses", "which"),
    [
        (("publish", "private"), "stricter"),
        (("publish", "Private"), "stricter"),
        (("publish", "draft", "publish"), "stricter"),
        (("private", "publish"), "first"),
    ],
)
def test_which_of_several_statuses_counts_is_said(statuses: tuple[str, ...], which: str) -> None:
    """Of each that stands again, whatever its form."""
    _, found = item_of("".join(f"<wp:status>{status}</wp:status>" for status in statuses))
    said = [one.message for one in found if one.code == "WXR453"]
    assert len(said) == len(statuses) - 1
    assert all(f"the {which} one" in one for one in said)


def test_numbers() -> None:
    """Of the parent and of the order; 0 where there is none."""
    item, _ = item_of(f"{DATED}<wp:post_parent>7</wp:post_parent><wp:menu_order>-3</wp:menu_order>")
    assert (item.parent, item.menu_order) == (7, -3)
    item, _ = item_of(f"{DATED}<wp:post_parent>none</wp:post_parent>")
    assert (item.parent, item.menu_order) == (0, 0)


def test_a_feed_has_no_dates_of_wordpress(tmp_path: Path) -> None:
    """So nothing is said of those; its items are public."""
    path = tmp_path / "feed.xml"
    path.write_text(
        "<rss version='2.0'><channel><title>B</title><item><title>T</title></item></channel></rss>", "utf-8"
    )
    [item] = wpmigrate.read(path)
    assert (item.status, item.date) == ("publish", None)
