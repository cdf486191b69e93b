"""The block grammar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpmigrate.content.blocks.grammar import Block, parse


def shape(blocks: list[Block]) -> list[object]:
    """Names, text and nesting."""
    return [
        (block.name, [part if isinstance(part, str) else shape([part])[0] for part in block.content])
        for block in blocks
    ]


def test_nesting_and_text_between() -> None:
    """Inner blocks stand where they stood; text between blocks has no name."""
    text = "a<!-- wp:x/outer -->b<!-- wp:core/inner {} -->c<!-- /wp:inner -->d<!-- /wp:x/outer -->e"
    assert shape(parse(text)) == [(None, ["a"]), ("x/outer", ["b", ("inner", ["c"]), "d"]), (None, ["e"])]


def test_attributes() -> None:
    """JSON is read; what cannot be read gives no attributes."""
    blocks = parse('<!-- wp:a {"b":[1,"\\u002d\\u002d\\u003e"]} /--><!-- wp:a {"b":} /-->')
    assert [block.attributes for block in blocks] == [{"b": [1, "-->"]}, {}]


def test_arrow_in_json() -> None:
    """JSON that holds `-->` itself is read, if it is JSON."""
    blocks = parse('<!-- wp:a {"b":"c --> d"} -->e<!-- /wp:a -->')
    assert shape(blocks) == [("a", ["e"])]
    assert blocks[0].attributes == {"b": "c --> d"}


def test_no_delimiters() -> None:
    """Names in capitals, missing blanks and plain comments are text."""
    for text in ("<!-- wp:Big /-->", "<!--wp:a /-->", "<!-- wp:a/-->", "<!-- a -->", '<!-- wp:a {"b":1 -->'):
        assert shape(parse(text)) == [(None, [text])]


@pytest.mark.parametrize("blanks", [" ", "  ", "\n", "\t "])
def test_no_mark_in_a_broken_one(blanks: str) -> None:
    """A broken delimiter is a comment to the next arrow, with whatever blanks; what follows is read on."""
    text = f'<!--{blanks}wp:a {{"b":1 <p>c</p><!-- wp:d --><p>e</p><!-- wp:f /-->'
    assert shape(parse(text)) == [(None, [text.removesuffix("<!-- wp:f /-->")]), ("f", [])]


def test_unclosed() -> None:
    """An unclosed block runs to the end of what encloses it and says so."""
    outer = parse("<!-- wp:a --><!-- wp:b -->c<!-- /wp:a -->d")[0]
    assert (outer.is_open, outer.inner_blocks[0].is_open) == (False, True)
    last = parse("<!-- wp:a -->b")[0]
    assert last.is_open
    assert last.own_html == "b"


def test_strange_closers() -> None:
    """A closer of another name closes the last block, one without a block nothing."""
    assert shape(parse("<!-- wp:a -->b<!-- /wp:c -->d")) == [("a", ["b"]), (None, ["d"])]
    assert shape(parse("a<!-- /wp:c -->d")) == [(None, ["a"]), (None, ["d"])]


@given(
    st.lists(
        st.sampled_from(
            ["<!-- wp:a -->", "<!-- /wp:a -->", "<!-- wp:b {} -->", "<!-- /wp:b -->", "<!-- wp:c /-->", "x"]
        )
    )
)
def test_no_text_is_lost(parts: list[str]) -> None:
    """However delimiters lie, all text is in the tree, in order."""

    def text_of(blocks: list[Block]) -> str:
        return "".join(part if isinstance(part, str) else text_of([part]) for block in blocks for part in block.content)

    assert text_of(parse("".join(parts))) == "x" * parts.count("x")
