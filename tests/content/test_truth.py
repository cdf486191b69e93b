"""What WordPress shows of real posts, and what we render of them: no word may be lost."""

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nowhere import Nowhere

from wpmigrate.content import Body, ContentOptions, render, to_html
from wpmigrate.content.source_in_pre import _SOURCE
from wpmigrate.html import block_text, parse_fragment, words

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif("WPMIGRATE_CORPUS" not in os.environ, reason="WPMIGRATE_CORPUS names no folder"),
]
TRUTH = Path(os.environ.get("WPMIGRATE_CORPUS", ".")) / "wordpress-truth"
#: Blocks that only WordPress fills, and what asks for the media library or for a plugin.
_NEEDS_WORDPRESS = ("<!-- wp:", "[")
#: What plugins make of text, and WordPress alone does not.
_OF_PLUGINS = ("((", "\\(", "$latex")


def rows() -> Iterator[dict[str, Any]]:
    """The posts and pages with a body, of all files."""
    for path in sorted(TRUTH.glob("*.jsonl")) + sorted((TRUTH / "real").glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row["post_type"] in {"post", "page"} and row["content_raw"]:
                    yield row


def test_classic_posts_are_the_same_text() -> None:
    """Posts without blocks and brackets: before cleaning not a character differs but for white space."""
    count, wrong = 0, []
    for row in rows():
        text = row["content_raw"]
        if any(mark in text for mark in (*_NEEDS_WORDPRESS, *_OF_PLUGINS)):
            continue
        count += 1
        ours = parse_fragment(to_html(Body(text=text), Nowhere(), ContentOptions()))
        theirs = parse_fragment(row["content_html_plain"])
        if "<pre" in text and _SOURCE.search(text):
            # WordPress without a plugin for code hides or runs source between the tags of pre; we show it, and all else.
            same = not Counter(words(block_text(theirs))) - Counter(words(block_text(ours)))
        else:
            same = _squeezed(ours) == _squeezed(theirs)
        if not same:
            wrong.append(row["id"])
    assert count > 1_500
    assert wrong == []


def test_few_words_are_lost() -> None:
    """Over all posts without brackets, dynamic blocks and hidden text less than one word in 100,000 is lost."""
    lost, total = Counter[str](), 0
    for row in rows():
        text = row["content_raw"]
        rendered = render(Body(text=text, meta={}), Nowhere(), ContentOptions())
        hides = any(found.code == "WXR512" for found in rendered.diagnostics)
        if "[" in text or "$latex" in text or rendered.blocks or hides:
            continue
        wanted = Counter(words(_shown_text(row["content_html_plain"])))
        total += sum(wanted.values())
        lost += wanted - Counter(words(block_text(rendered.root)))
    assert total > 100_000
    assert sum(lost.values()) <= total / 100_000, lost.most_common(30)


def _squeezed(root: Any) -> str:
    return "".join(block_text(root).split())


def _shown_text(html: str) -> str:
    """The text without what no reader sees."""
    root = parse_fragment(html)
    for element in list(root.iter("script", "style", "noscript", "iframe", "object", "video", "audio", "form")):
        element.text = None
        for child in list(element):
            element.remove(child)
    return block_text(root)
