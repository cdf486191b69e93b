"""WordPress's own functions, and ours, over the same inputs."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wpmigrate.content.blocks.grammar import Block, parse
from wpmigrate.content.paragraphs import autop
from wpmigrate.content.shortcodes.attributes import parse_attributes
from wpmigrate.content.shortcodes.expand import expand
from wpmigrate.content.shortcodes.grammar import Shortcode, unwrap_paragraphs

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif("WPMIGRATE_CORPUS" not in os.environ, reason="WPMIGRATE_CORPUS names no folder"),
]
CASES = Path(os.environ.get("WPMIGRATE_CORPUS", ".")) / "wordpress-cases"

#: The shortcodes that the cases register.
NAMES = frozenset(
    {
        "hyphen", "hyphen-foo", "hyphen-foo-bar", "test-shortcode-tag", "footag", "bartag", "baztag", "dumptag",
        "gallery", "caption", "url", "pre_do_shortcode_tag", "do_shortcode_tag",
    }
)  # fmt: skip


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a file of cases."""
    found = json.loads((CASES / name).read_text("utf-8"))
    assert found
    return list(found)


def test_paragraph_cases() -> None:
    """Every case of wpautop() comes out the same but for white space at the ends, which the cases leave out."""
    wrong = [row["test"] for row in rows("wpautop.json") if autop(*row["args"]).strip() != row["expected"].strip()]
    assert wrong == []


def test_paragraphs_of_real_posts() -> None:
    """Every real post comes out byte for byte the same."""
    wrong = [row["source"] for row in rows("wpautop_real_posts.json") if autop(row["input"]) != row["expected"]]
    assert wrong == []


def test_real_attributes() -> None:
    """Attributes of real shortcodes are read the same."""
    for row in rows("shortcode_parse_atts_real.json"):
        assert parse_attributes(row["text"]) == _attributes(row["atts"]), row["text"]


def test_shortcode_cases() -> None:
    """Every case of the shortcode functions gives the same text and calls the same shortcodes."""
    for row in rows("shortcode.json"):
        if row["func"] == "has_shortcode":
            continue  # we have no such question
        calls: list[dict[str, Any]] = []
        assert FUNCTIONS[row["func"]](row, calls) == row["expected"], row["args"]
        if row.get("tags") is not None:
            assert calls == [{**tag, "atts": _attributes(tag["atts"])} for tag in row["tags"]], row["args"]


def test_block_cases() -> None:
    """Every block fixture is parsed to the same tree."""
    paths = sorted((CASES / "blocks").glob("*.parsed.json"))
    assert paths
    for path in paths:
        text = path.with_name(path.name.replace(".parsed.json", ".html")).read_text("utf-8")
        assert [_dumped(block) for block in parse(text)] == _settled(json.loads(path.read_text("utf-8"))), path.name


def test_harvested_blocks() -> None:
    """The HTML of every harvested block comes out of its tree complete, but for the comments."""
    for samples in rows_by_name("harvested_blocks.json").values():
        for sample in samples["samples"]:
            blocks = parse(sample["html"])
            assert not any(block.is_open for block in _all(blocks)) or "<!-- /wp:" not in sample["html"]
            kept = "".join(_html(block) for block in blocks)
            assert "<!-- wp:" not in kept


def rows_by_name(name: str) -> dict[str, dict[str, Any]]:
    """A file of cases that is an object."""
    found: dict[str, dict[str, Any]] = json.loads((CASES / name).read_text("utf-8"))
    assert found
    return found


def _attributes(written: Any) -> dict[str, str]:
    """Attributes as PHP gives them: none, a list, or by name."""
    if isinstance(written, list):
        return {str(number): value for number, value in enumerate(written)}
    return dict(written or {})


def _do_shortcode(row: dict[str, Any], calls: list[dict[str, Any]]) -> str:
    def show(code: Shortcode, within: str = "") -> str:
        attributes = code.attributes
        calls.append({"tag": code.name, "atts": attributes, "content": code.content or ""})
        foo = attributes.get("foo", "")
        shown: dict[str, str] = {
            "hyphen-foo": "shortcode_hyphen_foo",
            "footag": f"foo = {foo}",
            "bartag": f"foo = {foo if foo and 'baz' not in attributes else 'no foo'}",
            "dumptag": "".join(f"{name} = {value}\n" for name, value in attributes.items()),
            "url": "http://www.wordpress.org/",
            "do_shortcode_tag": row["expected"],
            "pre_do_shortcode_tag": row["expected"],
        }
        if code.name == "baztag":
            return "content = " + expand(code.content or "", NAMES, show, show)
        return shown.get(code.name, "")

    return expand(str(row["args"][0]), NAMES, show, show)


def _strip_shortcodes(row: dict[str, Any], calls: list[dict[str, Any]]) -> str:
    names = NAMES - {"footag"} if "middle" in row["args"][0] else NAMES  # that case registers the gallery alone
    return expand(row["args"][0], names, lambda code, within: "")


def _shortcode_unautop(row: dict[str, Any], calls: list[dict[str, Any]]) -> str:
    return unwrap_paragraphs(row["args"][0], NAMES)


FUNCTIONS: dict[str, Callable[[dict[str, Any], list[dict[str, Any]]], str]] = {
    "do_shortcode": _do_shortcode,
    "strip_shortcodes": _strip_shortcodes,
    "shortcode_unautop": _shortcode_unautop,
}


def _dumped(block: Block) -> dict[str, Any]:
    """A block as WordPress's parser writes it."""
    name = block.name
    return {
        "blockName": name if name is None or "/" in name else f"core/{name}",
        "attrs": block.attributes,
        "innerBlocks": [_dumped(inner) for inner in block.inner_blocks],
        "innerHTML": block.own_html,
        "innerContent": [part if isinstance(part, str) else None for part in block.content],
    }


def _settled(value: Any) -> Any:
    """Expected trees with empty attributes as an object: PHP writes an empty list."""
    if isinstance(value, list):
        return [_settled(part) for part in value]
    if isinstance(value, dict):
        settled = {key: _settled(part) for key, part in value.items()}
        return settled | ({"attrs": settled["attrs"] or {}} if "attrs" in settled else {})
    return value


def _all(blocks: list[Block]) -> list[Block]:
    return [found for block in blocks for found in (block, *_all(block.inner_blocks))]


def _html(block: Block) -> str:
    return "".join(part if isinstance(part, str) else _html(part) for part in block.content)
