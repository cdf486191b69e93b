"""The target wxr: what it writes, our own reader reads as the same items; nothing private comes out."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from wpmigrate.api import convert
from wpmigrate.config import ConvertOptions
from wpmigrate.model import Author, Comment, Item, Term
from wpmigrate.reader import Event, open_sources, read

FIXTURES = Path(__file__).parents[2] / "fixtures"
CORPUS = Path(os.environ.get("WPMIGRATE_CORPUS", ""))


def events_of(path: Path) -> list[Event]:
    """All that is read of an input."""
    sources, _ = open_sources([str(path)])
    return [event for source in sources for event in read(source)]


def public(events: Sequence[Event]) -> dict[str, Item]:
    """The posts and pages that come out of a conversion, by id."""
    items = [event for event in events if isinstance(event, Item)]
    return {
        item.id: item
        for item in items
        if item.type in ("post", "page") and item.status not in ("private", "trash", "auto-draft") and not item.password
    }


def told(item: Item) -> Item:
    """What an export says of an item, without what is private and without places in the file."""
    comments = tuple(bare(comment) for comment in item.approved_comments)
    return replace(
        item,
        raw_title="",
        pub_date="",
        description="",
        guid=item.guid or item.link,
        comments=comments,
        comment_count=None,
        meta=(),
        evidence=(),
        absent=frozenset(),
        file="",
        line=None,
        offset=None,
        byline_spans=(),
        lines={},
    )


def bare(comment: Comment) -> Comment:
    """A comment without addresses and numbers of users."""
    return replace(comment, email="", ip="", user_id=0, meta=(), line=None, author_line=None, content_line=None)


def written(source: Path, folder: Path, options: ConvertOptions | None = None) -> Path:
    """The export that is made of `source`."""
    convert([source], folder, options or ConvertOptions(to="wxr"))
    return folder / "export.xml"


def test_an_export_comes_back_as_it_was(tmp_path: Path) -> None:
    """Items, authors and terms of an export are the same after a round trip."""
    source = FIXTURES / "demo" / "export.xml"
    before, after = events_of(source), events_of(written(source, tmp_path))
    assert {key: told(item) for key, item in public(after).items()} == {
        key: told(item) for key, item in public(before).items()
    }
    for kind in (Author, Term):
        names = [{event.name for event in events if isinstance(event, kind)} for events in (before, after)]
        assert names[0] <= names[1]


def test_nothing_private_comes_out(tmp_path: Path) -> None:
    """No e-mail address, no IP address, no password, no private item, no spam."""
    text = written(FIXTURES / "broken" / "cases" / "c25-pii.xml", tmp_path).read_text(encoding="utf-8")
    assert "<wp:comment>" in text
    assert "@" not in "".join(part.partition("]]>")[0] for part in text.split("_email><![CDATA[")[1:])
    assert not [part for part in text.split("comment_author_IP><![CDATA[")[1:] if not part.startswith("]]>")]


def test_a_protected_item_is_a_draft_without_its_password(tmp_path: Path) -> None:
    """Asked for by name, it comes as a draft."""
    options = ConvertOptions(to="wxr", selection=replace(ConvertOptions().selection, include=frozenset({"protected"})))
    events = events_of(written(FIXTURES / "broken" / "cases" / "935-password.xml", tmp_path, options))
    items = [event for event in events if isinstance(event, Item)]
    assert [item.password for item in items] == [""] * len(items)
    assert "draft" in {item.status for item in items}


def test_saved_pages_become_an_export_with_numbers(tmp_path: Path) -> None:
    """Items without an id get one each, and keep title, date, terms and text."""
    source = FIXTURES / "pages" / "plain-list"
    before = [event for event in events_of(source / "page.html") if isinstance(event, Item)]
    after = [event for event in events_of(written(source / "page.html", tmp_path)) if isinstance(event, Item)]
    assert [item.post_id for item in after] == [1_000_000_000, 1_000_000_001]
    for old, new in zip(before, sorted(after, key=lambda item: item.title), strict=True):
        assert (new.title, new.date, new.terms, new.content) == (old.title, old.date, old.terms, old.content)


def test_parents_of_terms_come_first(tmp_path: Path) -> None:
    """WordPress's importer looks a parent up when it meets the child."""
    terms = [
        event for event in events_of(written(FIXTURES / "demo" / "export.xml", tmp_path)) if isinstance(event, Term)
    ]
    seen: set[tuple[str, str]] = set()
    for term in terms:
        assert not term.parent or (term.taxonomy, term.parent) in seen
        seen.add((term.taxonomy, term.slug))


@pytest.mark.corpus
@pytest.mark.skipif(not os.environ.get("WPMIGRATE_CORPUS"), reason="WPMIGRATE_CORPUS names no folder")
def test_a_whole_site_comes_back(tmp_path: Path) -> None:
    """The site of all content that WordPress wrote is the same after a round trip."""
    source = CORPUS / "wordpress-truth" / "own-site-en.xml"
    before, after = public(events_of(source)), public(events_of(written(source, tmp_path)))
    assert {key: told(item) for key, item in after.items()} == {key: told(item) for key, item in before.items()}
