"""`supersede` and `assign_identities`: which of several items is written, and under which name."""

from datetime import UTC, datetime
from itertools import permutations
from typing import Any

import pytest

from wpmigrate.model import Entry
from wpmigrate.rules import assign_identities, slug_clashes, supersede


def entry(mark: str, **values: Any) -> Entry:
    """An entry with post id 7; `mark` tells it apart in the tests."""
    fields: dict[str, Any] = {
        "id": "7",
        "post_id": 7,
        "type": "post",
        "status": "publish",
        "slug": "a",
        "guid": "https://exempel.se/?p=7",
        "date": datetime(2010, 12, 3, tzinfo=UTC),
        "modified_text": "2010-12-03 10:00:00",
        "digest": 1,
        "file": mark,
    }
    return Entry(number=0, **(fields | values))


def outcome(*entries: Entry) -> tuple[dict[str, tuple[str, str | None]], list[str]]:
    """Identity and reason by mark, and the codes, which must be the same in whatever order the entries come."""
    outcomes = []
    kept = [(one.id, one.skipped) for one in entries]
    for order in permutations(entries):
        for one, (identity, skipped) in zip(entries, kept, strict=True):
            one.id, one.skipped = identity, skipped
        found = supersede(order) + assign_identities(order)
        outcomes.append(({one.file: (one.id, one.skipped) for one in entries}, sorted(one.code for one in found)))
    assert all(one == outcomes[0] for one in outcomes)
    return outcomes[0]


def test_equal_items_are_written_once() -> None:
    """The one that holds more stays: overlapping exports differ in comments and terms alone."""
    states, codes = outcome(entry("old", comment_count=1), entry("new", comment_count=3))
    assert states == {"new": ("7", None), "old": ("7#2", "duplicate")}
    assert codes == ["WXR402"]


@pytest.mark.parametrize("same", ["guid", "link", "slug"])
def test_the_later_state_wins(same: str) -> None:
    """One shared name is enough to be the same item."""
    other = {"guid": "", "link": "", "slug": ""} | {same: "https://exempel.se/x"}
    states, codes = outcome(entry("old", **other), entry("new", **other, digest=2, modified_text="2011-01-01 00:00:00"))
    assert states == {"new": ("7", None), "old": ("7#2", "superseded")}
    assert codes == ["WXR439"]


def test_different_items_with_one_id_are_both_written() -> None:
    """The earlier one keeps the id."""
    later = entry("b", digest=2, slug="b", guid="x", date=datetime(2011, 1, 1, tzinfo=UTC))
    states, codes = outcome(entry("a"), later)
    assert states == {"a": ("7", None), "b": ("7#2", None)}
    assert codes == ["WXR401"]


def test_states_without_modification_dates_are_both_written() -> None:
    """Where nothing tells which is later, nothing is left out."""
    states, codes = outcome(entry("a", modified_text=""), entry("b", modified_text="", digest=2))
    assert [reason for _, reason in states.values()] == [None, None]
    assert codes == ["WXR401"]


def test_what_became_private_stays_private() -> None:
    """A later private state takes the public one away; of two states of one time the private one counts."""
    private = {"status": "private", "skipped": "private", "digest": 2}
    states, _ = outcome(entry("old"), entry("new", **private, modified_text="2011-01-01 00:00:00"))
    assert states["old"][1] == "superseded"
    states, _ = outcome(entry("one"), entry("two", **private))
    assert states["one"][1] == "superseded"
    states, _ = outcome(entry("open"), entry("locked", has_password=True, skipped="protected"))
    assert states["open"][1] == "duplicate"


def test_what_is_left_out_anyway_keeps_its_reason() -> None:
    """Repeated menu items are menu items; no finding is made of them."""
    states, codes = outcome(
        entry("a", type="nav_menu_item", skipped="nav_menu_item"),
        entry("b", type="nav_menu_item", skipped="nav_menu_item", guid="x"),
    )
    assert {reason for _, reason in states.values()} == {"nav_menu_item"}
    assert codes == []


def test_items_without_post_id() -> None:
    """Their made-up identity is compared; a clash of it needs no finding of its own."""
    states, codes = outcome(
        entry("a", post_id=None, id="kaffe"), entry("b", post_id=None, id="kaffe", digest=2, guid="x")
    )
    assert sorted(identity for identity, _ in states.values()) == ["kaffe", "kaffe#2"]
    assert codes == []


def test_slug_clashes_fold_case_and_accents() -> None:
    """Slugs of one type and parent that one file system takes for one."""
    entries = [
        entry("a", slug="Kaffe"),
        entry("b", slug="kaffe"),
        entry("c", slug="bl%c3%a5"),
        entry("d", slug="bla\u030a"),
        entry("e", slug="kaffe", parent=3),
        entry("f", slug="kaffe", type="page"),
        entry("g", slug=""),
        entry("h", slug=""),
    ]
    groups = [sorted(one.file for one in group) for group in slug_clashes(entries)]
    assert sorted(groups) == [["a", "b"], ["c", "d"]]
