"""Golden cases: fixtures/markdown/<case>/{input.html, expected.md[, dialect.txt, lossy.txt]}, each also read back.

`dialect.txt` names the dialect (else portable). `lossy.txt` says why the document that is read back is another one; its words are
compared then. With WPMIGRATE_ACCEPT=1 what comes out is written into expected.md instead.
"""

import os
import re
from pathlib import Path

import pytest
from alike import alike
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from wpmigrate.html import parse_fragment
from wpmigrate.markdown import DIALECTS, Document, MarkdownOptions, plain_text, read, write

FOLDER = Path(__file__).parent.parent.parent / "fixtures" / "markdown"
CASES = sorted(path.parent for path in FOLDER.glob("*/input.html"))

_REWRITES = (
    (r'style="text-align:(\w+)"', r'align="\1"'),
    (
        r'<sup class="footnote-ref"><a href="#fn(\d+)" id="[^"]*">\[\d+\]</a></sup>',
        r'<sup class="footnote-ref"><a href="#fn-\1">\1</a></sup>',
    ),
    (r'<hr class="footnotes-sep" />\n', ""),
    (r'<ol class="footnotes-list">', "<ol>"),
    (r'<li id="fn(\d+)" class="footnote-item">', r'<li id="fn-\1">'),
    (r"<h(\d)>(.*?) \{#(\w+)\}</h", r'<h\1 id="\3">\2</h'),
    (r' <a href="#fnref\d+" class="footnote-backref">.*?</a>', ""),
)
"""How the plug-ins of markdown-it say what clean HTML says."""


def reader_for(dialect: str) -> MarkdownIt:
    """A reader of the dialect."""
    reader = MarkdownIt("commonmark", {"html": True})
    options = DIALECTS[dialect]
    if options.has_tables:
        reader.enable("table")
    if options.has_strike:
        reader.enable("strikethrough")
    if options.has_footnotes:
        reader.use(footnote_plugin)
    if options.has_tasks:
        reader.use(tasklists_plugin)
    if options.has_definitions:
        reader.use(deflist_plugin)
    return reader


def read_back(markdown: str, dialect: str) -> Document:
    """The document that a reader of the dialect sees."""
    html = reader_for(dialect).render(markdown)
    for pattern, replacement in _REWRITES:
        html = re.sub(pattern, replacement, html)
    return read(parse_fragment(html))


def test_there_are_cases() -> None:
    """The folder is not empty, and every case has its expected text."""
    assert len(CASES) >= 120
    assert not [case.name for case in CASES if not (case / "expected.md").exists()]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_case(case: Path) -> None:
    """The tree is written as expected, and the expected text is read back to the same document."""
    named = case / "dialect.txt"
    dialect = named.read_text(encoding="utf-8").strip() if named.exists() else "portable"
    document = read(parse_fragment((case / "input.html").read_text(encoding="utf-8")))
    text = write(document, MarkdownOptions(dialect=DIALECTS[dialect]))
    if os.environ.get("WPMIGRATE_ACCEPT"):
        (case / "expected.md").write_text(text, encoding="utf-8")
    expected = (case / "expected.md").read_text(encoding="utf-8")
    assert text == expected
    back = read_back(expected, dialect)
    if (case / "lossy.txt").exists():
        assert alike(back) != alike(document), "the case loses nothing: remove lossy.txt"
        assert re.findall(r"\w", plain_text(back)) == re.findall(r"\w", plain_text(document))
    else:
        assert alike(back) == alike(document)
