"""Rules over one item in the cases that decide."""

import pytest

from wpmigrate.model import Comment, Item
from wpmigrate.rules import check_item
from wpmigrate.rules.item_rules.serialized_value import has_right_lengths

FILLER = "<p>En rad text som inte säger något.</p>\n" * 40


def found(content: str, approved: int) -> list[tuple[str, int | None]]:
    """Codes and lines for a body that starts on line 50, with that many approved comments."""
    comments = tuple(Comment(id=number + 1) for number in range(approved))
    item = Item(post_id=1, id="1", slug="a", content=content, comments=comments, line=40, lines={"content": 50})
    return [(one.code, one.line) for one in check_item(item)]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('<p class="byline">Postad den 15 Dec, 2010 i A | 3 kommentarer »</p><p>text</p>', 50),
        ("Posted in A | 3 Comments »\n\ntext", 50),
        (f"{FILLER}<p>Publicerat i A | 3 kommentarer</p>", 90),
        (f"{FILLER}<p>Posted in A | No Comments</p>\n<p>Leave a comment</p>", 90),
        ("<p>text</p>\n<h3>3 Responses to “A”</h3>", 51),
        ("<small>December 15th, 2010 — 3 comments</small><p>text</p>", 50),
    ],
)
def test_contradicting_byline(content: str, line: int) -> None:
    """A byline at either end that says another number is named at its line, and agrees when the number is right."""
    assert found(content, 1) == [("WXR441", line)]
    held = 0 if "No Comments" in content else 3
    assert found(content, held) == []


@pytest.mark.parametrize(
    "content",
    [
        f"{FILLER}<p>Posted in A | 3 Comments »</p>{FILLER}",
        "<p>We got 3 comments on the coffee.</p>",
        "<p>Flickr | 17 photos | 21 comments</p>",
        "<p>Comments Off</p>",
        f"<p>{'Posted in A, ' * 30} | 3 Comments »</p>",
        "x" * 500 + "3 comments",
    ],
)
def test_no_byline(content: str) -> None:
    """Lines in the middle, prose, statistics of others and words that say no number are silent."""
    assert found(content, 1) == []


@pytest.mark.parametrize(
    ("value", "is_right"),
    [
        ('a:1:{s:3:"bön";i:1;}', False),
        ('a:1:{s:4:"bön";i:1;}', True),
        ('a:1:{s:8:"x";s:1:"y";}";i:1;}', False),
        ('s:12:"x";s:1:"y";}";', True),
        ('a:1:{i:0;s:4:"a\nb";}', True),
        ('a:1:{i:0;s:11:"a";\nb";\nc";";}', True),
        ('O:8:"stdClass":1:{s:1:"a";i:1;}', True),
        ('a:2:{s:3:"key";s:5:"trunc', False),
        ('a:1:{s:3:"key";i:1;', True),
        ("a:0:{}", True),
    ],
)
def test_lengths_of_serialized_strings(value: str, is_right: bool) -> None:
    """Lengths count bytes; a line end that lost its CR in XML is forgiven."""
    assert has_right_lengths(value) is is_right


def test_hostile_serialized_value_is_read_in_linear_time() -> None:
    """Many unfinished strings, each claiming the rest of the value, are read in one go."""
    value = "a:1:{" + 's:99999999:"";' * 50_000
    assert not has_right_lengths(value)
