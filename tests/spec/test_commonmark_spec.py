"""The examples of the CommonMark specification: their HTML, as Markdown, is rendered to the same HTML again.

The examples come with the source archive of markdown-it-py (CC-BY-SA, John MacFarlane); WPMIGRATE_SPEC names that archive or the
JSON file in it: `pip download --no-deps --no-binary :all: markdown-it-py`.
"""

import json
import os
import re
import tarfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from wpmigrate.html import HtmlElement, parse_fragment
from wpmigrate.markdown import DIALECTS, MarkdownOptions, read, write

ROOT = Path(__file__).parent.parent.parent
READER = MarkdownIt("commonmark", {"html": True, "maxNesting": 100})
_MARKS = {"em", "strong"}
_LINES = _MARKS | {"a", "code", "img"}


def examples() -> list[dict[str, Any]]:
    """The examples, or none when the archive is not at hand."""
    named = os.environ.get("WPMIGRATE_SPEC")
    found = [Path(named)] if named else sorted((ROOT / "build" / "spec").glob("markdown_it_py-*.tar.gz"))
    if not found:
        return []
    if found[-1].suffix == ".json":
        text = found[-1].read_text(encoding="utf-8")
    else:
        with tarfile.open(found[-1]) as archive:
            name = next(name for name in archive.getnames() if name.endswith("/test_cmark_spec/commonmark.json"))
            member = archive.extractfile(name)
            assert member is not None
            text = member.read().decode("utf-8")
    loaded: list[dict[str, Any]] = json.loads(text)
    return loaded


def has_raw_html(markdown: str) -> bool:
    """Whether an example passes HTML through: scripts, unknown elements, unclosed tags, nothing that is clean HTML."""
    tokens = [part for token in READER.parse(markdown) for part in (token, *(token.children or ()))]
    return any(token.type in ("html_block", "html_inline") for token in tokens)


def shape(html: str) -> list[Any]:
    """What a reader sees of HTML: elements with their attributes, words, exact code; addresses decoded.

    Marks in equal marks, empty blocks and the paragraphs of items are the same to a reader, and left out.
    """
    out: list[Any] = []
    _shape(parse_fragment(html), out, frozenset())
    joined = re.sub(r" *\n+ *", "\n", "".join(out))
    lines = re.sub(r"<(\w+)>\n*</\1>\n?", "", re.sub(r"[ \n]+(?=</)", "", joined)).split("\n")
    return [bare for line in lines if (bare := line.strip())]


def _shape(element: HtmlElement, out: list[str], around: frozenset[str]) -> None:
    for piece in (element.text, *element):
        if piece is None or isinstance(piece, str):
            _text(piece or "", out, around)
            continue
        if isinstance(piece.tag, str):
            _element(piece, out, around)
        _text(piece.tail or "", out, around)


def _text(text: str, out: list[str], around: frozenset[str]) -> None:
    out.append(repr(text) if "pre" in around else re.sub(r"\s+", " ", text))


def _element(element: HtmlElement, out: list[str], around: frozenset[str]) -> None:
    tag = element.tag
    if tag in around & _MARKS:
        _shape(element, out, around)
        return
    skipped = tag == "p" and "li" in around
    pairs = {str(name): str(value) for name, value in element.attrib.items() if value}
    for name, value in pairs.items():
        pairs[name] = unquote(value) if name in ("href", "src") else " ".join(value.split())
    inner = " ".join([str(tag), *(f"{name}={pairs[name]!r}" for name in sorted(pairs))])
    edge = "" if tag in _LINES else "\n"
    start = "" if skipped else f"<{inner}>"
    out.append(f"{edge}{start}{edge}")
    _shape(element, out, around | {tag})
    out.append(f"{edge}{'' if skipped else f'</{tag}>'}{edge}")


@pytest.mark.parametrize("dialect", ["commonmark", "portable", "gfm"])
def test_the_examples_are_rendered_alike(dialect: str) -> None:
    """Every example that holds clean HTML comes back alike."""
    rows = [row for row in examples() if not has_raw_html(row["markdown"])]
    if not rows:
        pytest.skip("the source archive of markdown-it-py is not in build/spec")
    options = MarkdownOptions(dialect=DIALECTS[dialect])
    different = [
        row["example"]
        for row in rows
        if shape(READER.render(write(read(parse_fragment(row["html"])), options))) != shape(row["html"])
    ]
    assert len(rows) > 500
    assert different == []
