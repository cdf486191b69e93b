"""Items where no reader of XML finds them."""

import pytest

from wpmigrate.reader.hidden import items_in, swallows, whole_items

ITEM = b"<item><title><![CDATA[T]]></title></item>"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One.</content:encoded><excerpt:encoded><![CDATA[Two.", True),
        ("One.</encoded><excerpt:encoded><![CDATA[Two.", True),
        ("A section begins with <![CDATA[, and so it does.", False),
        ("<title><![CDATA[T]]></title></content:encoded>", False),
        ("Behind <![CDATA[ stands </content:encoded>.", False),
        ("", False),
    ],
)
def test_a_field_that_swallowed_the_next(text: str, *, wanted: bool) -> None:
    """It holds its own end tag before another section begins; what quotes an export does not."""
    assert swallows("content:encoded", text) == wanted


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (b" a note ", 0),
        (ITEM, 1),
        (ITEM + b"\n" + ITEM, 2),
        (b"</item>" + ITEM, None),
        (ITEM + b"<item><title>", None),
        (b"<item><item></item></item>", None),
        (b"<item><content:encoded><![CDATA[a</content:encoded></item>", None),
        (ITEM + b"<!-- " + ITEM, None),
    ],
)
def test_whole_items_of_a_comment(text: bytes, number: int | None) -> None:
    """None for a comment that was never closed: then it begins or ends within something."""
    assert whole_items(text) == number


def test_items_are_counted_by_their_beginnings() -> None:
    """Ends say nothing: the last one may be gone."""
    assert [items_in(text) for text in (ITEM * 3, ITEM + b"<item><title>", b"</item>", b"<items>", b"none")] == [
        3,
        2,
        0,
        0,
        0,
    ]
