"""The filters over one item."""

from datetime import UTC, date, datetime

import pytest

from wpmigrate.api.selection import Filters
from wpmigrate.config import Selection
from wpmigrate.model import Author, Item, TermRef

ITEM = Item(
    post_id=7,
    id="7",
    slug="%e4%bd%a0%e5%a5%bd",
    link="https://blog.example/2010/12/hello/",
    creator="anna",
    date=datetime(2010, 12, 15, 0, 30, tzinfo=UTC),
    terms=(
        TermRef(taxonomy="category", slug="news", name="News & views"),
        TermRef(taxonomy="post_tag", slug="one", name="One"),
        TermRef(taxonomy="author", slug="cap-bo", name="Bo"),
    ),
)
AUTHORS = {"anna": Author(login="anna", name="Anna Å")}


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), True),
        (Selection(authors=frozenset({"anna"})), True),
        (Selection(authors=frozenset({"Anna Å"})), True),
        (Selection(authors=frozenset({"Bo"})), True),
        (Selection(authors=frozenset({"carl"})), False),
        (Selection(authors=frozenset({"news"})), False),
        (Selection(authors=frozenset({"One"})), False),
        (Selection(categories=frozenset({"news"})), True),
        (Selection(categories=frozenset({"News & views"})), True),
        (Selection(categories=frozenset({"one"})), False),
        (Selection(tags=frozenset({"one"})), True),
        (Selection(tags=frozenset({"one"}), authors=frozenset({"carl"})), False),
        (Selection(since=date(2010, 12, 15)), True),
        (Selection(since=date(2010, 12, 16)), False),
        (Selection(until=date(2010, 12, 15)), True),
        (Selection(until=date(2010, 12, 14)), False),
        (Selection(only=frozenset({"7"})), True),
        (Selection(only=frozenset({"你好"})), True),
        (Selection(only=frozenset({"https://blog.example/2010/12/hello"})), True),
        (Selection(only=frozenset({"http://www.blog.example/2010/12/hello/"})), True),
        (Selection(only=frozenset({"8"})), False),
        (Selection(only=frozenset({"ftp://blog.example/2010/12/hello/"})), False),
    ],
)
def test_a_filter(selection: Selection, expected: bool) -> None:
    """Each filter by each of its forms."""
    assert Filters(selection).let_through(ITEM, AUTHORS) is expected


def test_an_undated_item_is_outside_of_every_span() -> None:
    """Without a date nothing says that it belongs."""
    undated = Item(post_id=1, id="1")
    assert not Filters(Selection(since=date(1900, 1, 1))).let_through(undated, {})


def test_values_that_no_item_answers_to_are_named() -> None:
    """A value that meets any item is no slip, even if another filter or the policy leaves that item out."""
    filters = Filters(
        Selection(
            tags=frozenset({"one", "two"}), authors=frozenset({"carl"}), types=frozenset({"post", "page", "book"})
        )
    )
    assert not filters.let_through(ITEM, AUTHORS)
    assert [found.message for found in filters.unmatched()] == [
        "--type book matches no item of this export",
        "--author carl matches no item of this export",
        "--tag two matches no item of this export",
    ]
    assert not list(Filters(Selection(statuses=frozenset({"draft"}))).unmatched())
