"""Each folder of fixtures/markdown is a case: input.html must give expected.md, which must read back as the same text.

With WPMIGRATE_ACCEPT=1 what comes out is written into expected.md instead.
"""

import os
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from wpmigrate.html import inner_html, parse_fragment, squeezed_text
from wpmigrate.markdown import DIALECTS, MarkdownOptions, convert

CASES = sorted(path for path in (Path(__file__).parents[2] / "fixtures" / "markdown").iterdir() if path.is_dir())
OPTIONS = MarkdownOptions(dialect=DIALECTS["portable"])
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(footnote_plugin)
COUNTED = (
    "strong",
    "em",
    "del",
    "a",
    "img",
    "li",
    "pre",
    "code",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "td",
    "th",
    "br",
    "iframe",
)


def rendered(text: str) -> str:
    """HTML of the Markdown, with the element and the attribute that a clean tree has where the reader has others."""
    html: str = READER.render(text).replace("<s>", "<del>").replace("</s>", "</del>")
    return re.sub(r'style="text-align:(\w+)"', r'align="\1"', html)


def facts(html: str) -> tuple[str, dict[str, int]]:
    """The text without blanks, and how many elements of each kind there are."""
    root = parse_fragment(html)
    return squeezed_text(root), {tag: sum(1 for _ in root.iter(tag)) for tag in COUNTED}


def test_there_are_cases() -> None:
    """An empty folder would prove nothing."""
    assert len(CASES) >= 12


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case(case: Path) -> None:
    """The Markdown is the expected one and shows what the HTML shows."""
    source = (case / "input.html").read_text("utf-8")
    text = convert(parse_fragment(source), OPTIONS).text
    if os.environ.get("WPMIGRATE_ACCEPT"):
        (case / "expected.md").write_text(text, "utf-8")
    assert text == (case / "expected.md").read_text("utf-8")
    if "footnote" not in case.name:
        # White space that HTML collapses is taken out by the reader; the tree is written once to settle it.
        assert facts(rendered(text)) == facts(inner_html(parse_fragment(source)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_second_pass_changes_nothing(case: Path) -> None:
    """Markdown that is read as HTML and written again is the same Markdown."""
    text = (case / "expected.md").read_text("utf-8")
    if "footnote" in case.name or "raw" in case.name:
        return
    assert convert(parse_fragment(rendered(text)), OPTIONS).text == text
