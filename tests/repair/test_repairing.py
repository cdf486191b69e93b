"""Repair with its options: parts, merging, filters, privacy, and what it refuses."""

import gzip
import io
from collections import Counter
from pathlib import Path

import pytest
from pace import seconds

from wpmigrate.config import Selection
from wpmigrate.errors import OutputError, UsageError
from wpmigrate.model import Author, Item, Term
from wpmigrate.reader import Scope, Source, open_sources, read
from wpmigrate.repair import RepairOptions, RepairResult, repair, result_lines
from wpmigrate.repair.names import Names

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "fixtures/demo/export.xml"


def items(*paths: Path) -> list[Item]:
    """The items of exports."""
    sources, _ = open_sources(list(paths))
    return [event for source in sources for event in read(source) if isinstance(event, Item)]


def ids(*paths: Path) -> list[str]:
    """Their ids."""
    return [item.id for item in items(*paths)]


def test_parts_merge_into_the_same_bytes(tmp_path: Path) -> None:
    """Each part has all authors and terms; all parts together have each item once; merged they are the export again."""
    result = repair([DEMO], tmp_path / "part.xml", RepairOptions(split_items=4))
    assert [path.name for path in result.files] == [f"part.{number:03d}.xml" for number in range(1, 5)]
    assert ids(*result.files) == ids(DEMO)

    def heads(path: Path) -> list[object]:
        return [event for event in read(Source("", path)) if isinstance(event, Author | Term)]

    assert all(heads(path) == heads(DEMO) for path in result.files)
    merged = tmp_path / "merged.xml"
    repair(result.files, merged, RepairOptions(merge=True))
    assert merged.read_bytes() == DEMO.read_bytes()


def test_parts_of_an_earlier_run_are_named(tmp_path: Path) -> None:
    """Fewer parts than before leave the others in the folder, where a merge of all would take them."""
    repair([DEMO], tmp_path / "part.xml", RepairOptions(split_items=3))
    result = repair([DEMO], tmp_path / "part.xml", RepairOptions(split_items=6))
    assert [path.name for path in result.left_behind] == ["part.004.xml", "part.005.xml"]
    last = result_lines(result, shown=None, is_dry_run=False)[-1]
    assert "part.004.xml to " in last
    assert "part.005.xml. Remove them" in last
    again = repair([DEMO], tmp_path / "part.xml", RepairOptions(split_items=3))
    assert not again.left_behind


def test_parts_keep_to_a_size(tmp_path: Path) -> None:
    """No part is larger than asked, unless a single item is."""
    result = repair([DEMO], tmp_path / "part.xml", RepairOptions(split_bytes=12_000))
    assert all(path.stat().st_size <= 12_000 or len(ids(path)) == 1 for path in result.files)
    assert [path.stat().st_size for path in result.files] == result.sizes
    assert ids(*result.files) == ids(DEMO)
    with pytest.raises(UsageError, match="terms alone"):
        repair([DEMO], tmp_path / "small.xml", RepairOptions(split_bytes=100))


def test_merging_keeps_meanings_apart(tmp_path: Path) -> None:
    """A prefix that means something else in another part is declared where it is used; fields come once."""
    text = DEMO.read_text("utf-8")
    other = tmp_path / "other.xml"
    changed = text.replace("<rss ", '<rss xmlns:own="urn:two" ', 1).replace("</item>", "<own:a>1</own:a></item>", 1)
    other.write_text(changed, "utf-8")
    first = tmp_path / "first.xml"
    first.write_text(text.replace("<rss ", '<rss xmlns:own="urn:one" ', 1), "utf-8")
    repair([first, other], tmp_path / "merged.xml", RepairOptions(merge=True))
    merged = (tmp_path / "merged.xml").read_text("utf-8")
    assert merged.count('<item xmlns:own="urn:two">') == 1
    assert merged.count("<wp:wxr_version>") == 1
    assert ids(tmp_path / "merged.xml") == 2 * ids(DEMO)


def test_names_of_other_programs_take_linear_time(tmp_path: Path) -> None:
    """Each item with names of its own: four times the items take at most eight times as long."""

    def spent(number: int) -> float:
        names = (f"post{'.' * (at % 99)}{'-' * (at // 99)}_id" for at in range(number))
        items = "".join(f"<item><title>a</title><wp:{name}>1</wp:{name}></item>\n" for name in names)
        path = tmp_path / f"{number}.xml"
        path.write_text(f"<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel>\n{items}</channel></rss>")
        return seconds(lambda: repair([path], tmp_path / "out.xml", RepairOptions(force=True)))

    small, large = spent(800), spent(3200)
    assert large < 8 * small


def test_a_slip_in_a_namespace_does_not_spread() -> None:
    """What a second document declares goes to the new root as it was meant."""
    names = Names()
    names.open_first({}, Scope())
    names.open_next({"wp": "http://wordpress.net/export/1.2/", "own": "urn:own"})
    assert names.added == {"wp": "http://wordpress.org/export/1.2/", "own": "urn:own"}


def test_filters_choose_items(tmp_path: Path) -> None:
    """The filters of convert; types are not limited unless asked for."""
    selection = Selection(types=frozenset({"page", "attachment"}))
    result = repair([DEMO], tmp_path / "pages.xml", RepairOptions(selection=selection))
    assert {item.type for item in items(tmp_path / "pages.xml")} == {"page", "attachment"}
    assert result.unselected == result.read - result.written
    repair([DEMO], tmp_path / "one.xml", RepairOptions(selection=Selection(limit=1)))
    assert ids(tmp_path / "one.xml") == ids(DEMO)[:1]


PRIVATE = (
    "<item><title>Secret {n}</title><wp:post_id>9{n}</wp:post_id><wp:status>{status}</wp:status>"
    "<wp:post_type>{type}</wp:post_type><wp:post_parent>{parent}</wp:post_parent>"
    "<wp:post_password>{password}</wp:post_password></item>"
)
MENU_ITEM = """<item><title>To the secret</title><wp:post_id>79</wp:post_id><wp:status>publish</wp:status>
<wp:post_type>nav_menu_item</wp:post_type>
<wp:postmeta><wp:meta_key>_menu_item_type</wp:meta_key><wp:meta_value>post_type</wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>_menu_item_object_id</wp:meta_key><wp:meta_value>90</wp:meta_value></wp:postmeta></item>"""
PUBLIC = """<!-- exported for ann@example.net --><item>
<title>Mail ann@example.net</title><dc:creator>eva</dc:creator><wp:post_id>80</wp:post_id>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<content:encoded><![CDATA[<p>ann@example.net and 10.1.2.3</p>]]></content:encoded>
<enclosure url="https://ann@example.net/1.mp3" length="1" type="audio/mpeg" /><!-- from 10.1.2.3 -->
<wp:postmeta><wp:meta_key>smtp_password</wp:meta_key><wp:meta_value>hunter2</wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>s</wp:meta_key><wp:meta_value><![CDATA[a:1:{i:0;s:15:"ann@example.net";}]]></wp:meta_value>
</wp:postmeta>
<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>Ann Ek</wp:comment_author>
<wp:comment_author_email>ann@example.net</wp:comment_author_email><wp:comment_author_IP>10.1.2.3</wp:comment_author_IP>
<wp:comment_content>Public words</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>
<wp:comment><wp:comment_id>2</wp:comment_id><wp:comment_content>Spam words</wp:comment_content>
<wp:comment_approved>spam</wp:comment_approved></wp:comment>
<wp:comment><wp:comment_id>3</wp:comment_id><wp:comment_content>Secret note</wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_type>note</wp:comment_type></wp:comment></item>"""


@pytest.fixture
def private_export(tmp_path: Path) -> Path:
    """An export with all that must not be shown."""
    rows = [
        ("private", "post", "0", ""),
        ("publish", "post", "0", "hunter2"),
        ("draft", "page", "0", ""),
        ("inherit", "revision", "80", ""),
        ("publish", "feedback", "0", ""),
        ("inherit", "attachment", "90", ""),
        ("inherit", "attachment", "95", ""),
        ("publish", "private-messages", "0", ""),
        ("publish", "edd_payment", "0", ""),
    ]
    hidden = [
        PRIVATE.format(n=number, status=status, type=kind, parent=parent, password=password)
        for number, (status, kind, parent, password) in enumerate(rows)
    ]
    text = (ROOT / "fixtures/repair/correct/bad.xml").read_text("utf-8")
    path = tmp_path / "private.xml"
    text = text.replace("<rss", "<!-- by ann@example.net -->\n<rss", 1)
    path.write_text(text.replace("</channel>", "".join([MENU_ITEM, *reversed(hidden), PUBLIC, "</channel>"])), "utf-8")
    return path


def test_scrubbed_exports_say_nothing_private(private_export: Path, tmp_path: Path) -> None:
    """Addresses, passwords, secret settings and what was not public are gone; the rest is as it was."""
    out = tmp_path / "scrubbed.xml"
    result = repair([private_export], out, RepairOptions(scrub=True))
    text = out.read_text("utf-8")
    for word in ("ann@", "eva@", "10.1.2.3", "hunter2", "Secret", "the secret", "Spam words"):
        assert word not in text, word
    for word in ("Public words", "Ann Ek", "Eva Lund", 's:15:"xx1@xxxxxxxxxxx"'):
        assert word in text, word
    assert ids(out) == ["1", "2", "80"]
    assert result.scrubbed["private items"] == 10
    again = tmp_path / "again.xml"
    repair([out], again, RepairOptions(scrub=True))
    assert again.read_bytes() == out.read_bytes()


def test_files_of_private_posts_go_though_only_files_are_asked_for(private_export: Path, tmp_path: Path) -> None:
    """Whom a file belongs to is looked up among all items."""
    out = tmp_path / "scrubbed.xml"
    repair([private_export], out, RepairOptions(scrub=True, selection=Selection(types=frozenset({"attachment"}))))
    assert "Secret" not in out.read_text("utf-8")


def test_names_go_when_asked(private_export: Path, tmp_path: Path) -> None:
    """Authors and commenters get numbers; an author's items still name their author."""
    out = tmp_path / "nameless.xml"
    repair([private_export], out, RepairOptions(scrub_names=True))
    text = out.read_text("utf-8")
    assert "Ann Ek" not in text
    assert "Eva Lund" not in text
    assert "<![CDATA[eva]]>" not in text
    assert {item.creator for item in items(out)} == {"author1"}
    assert "Commenter 1" in text


def test_it_refuses_what_cannot_be_meant(tmp_path: Path) -> None:
    """Several exports without merging, an input as output, parts on standard output, a folder that is not there."""
    copy = tmp_path / "export.xml"
    copy.write_bytes(DEMO.read_bytes())
    with pytest.raises(UsageError, match="2 exports"):
        repair([copy, DEMO], tmp_path / "out.xml")
    with pytest.raises(UsageError, match="is an input"):
        repair([copy], copy)
    with pytest.raises(UsageError, match="standard output"):
        repair([copy], None, RepairOptions(split_items=2), stream=io.BytesIO())
    with pytest.raises(OutputError):
        repair([copy], tmp_path / "none" / "out.xml")
    with pytest.raises(UsageError, match="is a folder"):
        repair([copy], f"{tmp_path}/parts/")
    packed = tmp_path / "export.xml.gz"
    packed.write_bytes(gzip.compress(DEMO.read_bytes()))
    with pytest.raises(UsageError, match="is an input"):
        repair([packed], packed)
    repair([copy], copy, RepairOptions(force=True))
    assert copy.read_bytes() == DEMO.read_bytes()


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """What would be mended is named."""
    result = repair(
        [ROOT / "fixtures/repair/bare-ampersand/bad.xml"], tmp_path / "out.xml", RepairOptions(dry_run=True)
    )
    assert [found.code for found in result.mended] == ["WXR221", "WXR220", "WXR221"]
    assert not list(tmp_path.iterdir())


def test_all_numbers_of_the_result_are_written_alike() -> None:
    """Thousands are set off in every number, not in some."""
    result = RepairResult(read=15000, written=13908, scrubbed=Counter({"private items": 1092}), is_changed=True)
    lines = result_lines(result, shown=None, is_dry_run=False)
    assert lines == [
        "Scrubbed: private items, 1,092×",
        "15,000 items read, 13,908 written, no fault found",
    ]


@pytest.mark.slow
def test_memory_does_not_grow(tmp_path: Path) -> None:
    """Splitting and scrubbing a large export takes a small share of its size."""
    import tracemalloc

    head, item, _ = DEMO.read_bytes().split(b"<item>", 2)
    large = tmp_path / "large.xml"
    with large.open("wb") as file:
        file.write(head)
        for _ in range(30_000_000 // len(item)):
            file.write(b"<item>" + item)
        file.write(b"</channel>\n</rss>\n")
    tracemalloc.start()
    result = repair([large], tmp_path / "part.xml", RepairOptions(split_bytes=8_000_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(result.files) == 4
    assert peak < large.stat().st_size / 6
