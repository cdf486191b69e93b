"""What an item answers about itself."""

from wpmigrate.model import Comment, Item, Meta, TermRef

ITEM = Item(
    post_id=1,
    id="1",
    comments=(
        Comment(id=1),
        Comment(id=2, approved="0"),
        Comment(id=3, kind="pingback"),
        Comment(id=4, approved="spam"),
        Comment(id=5, kind="note"),
        Comment(id=6, kind="order_note"),
    ),
    meta=(Meta(key="a", value="1"), Meta(key="b", value="2"), Meta(key="a", value="3")),
    terms=(TermRef(taxonomy="post_format", slug="post-format-aside", name="Aside"),),
)


def test_only_approved_comments_count() -> None:
    """Pending and spam comments do not count, nor do notes of editors and shops; pingbacks do."""
    assert [comment.id for comment in ITEM.approved_comments] == [1, 3]


def test_meta_keys_repeat() -> None:
    """The first value, all values, none."""
    assert ITEM.meta_value("a") == "1"
    assert ITEM.meta_values("a") == ["1", "3"]
    assert ITEM.meta_value("c") is None


def test_the_post_format_is_a_term() -> None:
    """`post-format-aside` means aside; a standard post has none."""
    assert ITEM.post_format == "aside"
    assert not Item(post_id=2, id="2").post_format
