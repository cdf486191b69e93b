"""The outline of blocks says the same as their tree."""

from random import Random

import pytest

from wpmigrate.content.blocks.grammar import Block, parse
from wpmigrate.content.blocks.outline import outline

PIECES = (
    *("<!-- wp:a -->", "<!-- /wp:a -->", "<!-- wp:a -->text<!-- /wp:a -->", '<!-- wp:a {"k":1} /-->', "loose", "\n\n"),
    *("<!-- wp:b -->", "<!-- /wp:b -->", "<!-- wp:b -->text<!-- /wp:b -->", "<!-- wp:x/y /-->", "<!-- other -->"),
    *('<!-- wp:core/a {"k":"v"} -->inner<!-- wp:b -->deep<!-- /wp:b --><!-- /wp:a -->',),
)


def texts() -> list[str]:
    """Texts of a few of the pieces each, well nested or not."""
    random = Random(3)
    return ["".join(random.choices(PIECES, k=random.randrange(9))) for _ in range(3_000)]


def flat(parts: list[str | Block]) -> str:
    """All text without the delimiters."""
    return "".join(part if isinstance(part, str) else flat(part.content) for part in parts)


@pytest.mark.parametrize("static", [{"a", "b", "x/y"}, {"a"}, set()])
def test_the_same_text_in_the_same_order(static: set[str]) -> None:
    """Parts that are HTML hold what the tree holds; places are those of one block, of which some name is not static."""
    outlined = 0
    for text in texts():
        parts = outline(text, static, str)
        if parts is None:
            continue
        outlined += 1
        shown = ""
        for part in parts:
            if isinstance(part, slice):
                (block,) = parse(text[part])
                assert not _names(block) <= static, text
                shown += flat(block.content)
            else:
                shown += part
        assert shown == flat([*parse(text)]), text
    assert outlined > 500


@pytest.mark.parametrize("text", ["<!-- wp:a -->", "<!-- /wp:a -->", "<!-- wp:a --><!-- wp:b --><!-- /wp:a -->"])
def test_bad_nesting_has_no_outline(text: str) -> None:
    """What is not closed, or closed by another name, is left to the tree."""
    assert outline(text, {"a", "b"}, str) is None


def test_only_loose_text_is_shown_as_such() -> None:
    """Text inside of blocks is not."""
    text = "one<!-- wp:a -->two<!-- /wp:a -->three"
    assert outline(text, {"a"}, str.upper) == ["ONE", "two", "THREE"]


def _names(block: Block) -> set[str]:
    return {str(block.name)}.union(*map(_names, block.inner_blocks))
