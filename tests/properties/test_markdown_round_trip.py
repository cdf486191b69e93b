"""Law 1: what is written in Markdown is read back as the same document, whatever the text; a second pass changes nothing.

Each property sees the same 500 examples on every run, so that a run says something of the change at hand. `make properties`
sees 20,000 other ones each time, named by WPMIGRATE_EXAMPLES; what it finds becomes a case in fixtures/markdown.
"""

import os
import re

import pytest
from alike import alike
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from wpmigrate.html import parse_fragment
from wpmigrate.markdown import DIALECTS, Document, MarkdownOptions, plain_text, read, write
from wpmigrate.markdown.ast import Paragraph, Text
from wpmigrate.markdown.writing import blocks_html

from .documents import random_document

EXAMPLES = int(os.environ.get("WPMIGRATE_EXAMPLES", "500"))
HOW = settings(
    max_examples=EXAMPLES,
    derandomize="WPMIGRATE_EXAMPLES" not in os.environ,
    suppress_health_check=list(HealthCheck),
)

READERS = {
    "portable": MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable(["table", "strikethrough"]),
    "gfm": MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable(["table", "strikethrough"]),
    "commonmark": MarkdownIt("commonmark", {"html": True, "maxNesting": 100}),
    "goldmark": MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable(["table", "strikethrough"]),
}
for _name in ("portable", "gfm", "goldmark"):
    READERS[_name].use(tasklists_plugin)
READERS["goldmark"].use(deflist_plugin)

documents = st.randoms(use_true_random="WPMIGRATE_EXAMPLES" in os.environ).map(random_document)


#: What the plug-in for definition lists reads otherwise than goldmark: a tilde as a colon, HTML in a definition moved in, the
#: marker of an item that begins with a term as part of a term of the list before.
_READ_OTHERWISE = re.compile(r"^[ >]*~\s|^[ >].*<pre>|^[ >]*(?:-|\d+\.) .*\n[ >]*:   ", re.MULTILINE)
_BOX = re.compile(r'<input type="checkbox"[^>]*>')
_ALIGNED = re.compile(r'style="text-align:(\w+)"')


def normal(document: Document, dialect: str = "portable") -> Document:
    """The normal form of any tree: what the reader makes of it as HTML. Boxes are text in dialects that lack tasks."""
    html = blocks_html(document.blocks)
    if not DIALECTS[dialect].has_tasks:
        html = _BOX.sub(lambda box: "[x]" if "checked" in box[0] else "[ ]", html)
    return read(parse_fragment(html))


def read_back(markdown: str, reader: MarkdownIt) -> Document:
    """What a reader of Markdown makes of a text."""
    return read(parse_fragment(_ALIGNED.sub(r'align="\1"', reader.render(markdown))))


@pytest.mark.parametrize("dialect", sorted(READERS))
@HOW
@given(document=documents)
def test_what_is_written_reads_back(dialect: str, document: Document) -> None:
    """Markdown is read back to the same tree, and writing that tree gives the same Markdown."""
    options = MarkdownOptions(dialect=DIALECTS[dialect])
    wanted = normal(document, dialect)
    text = write(wanted, options)
    assume(not (dialect == "goldmark" and _READ_OTHERWISE.search(text)))
    found = read_back(text, READERS[dialect])
    assert alike(found) == alike(wanted), text
    assert write(found, options) == text


@HOW
@given(document=documents, width=st.integers(1, 40))
def test_wrapped_lines_read_back(document: Document, width: int) -> None:
    """Breaking lines at a column changes nothing of the document."""
    options = MarkdownOptions(dialect=DIALECTS["portable"], wrap=width)
    wanted = normal(document)
    text = write(wanted, options)
    assert alike(read_back(text, READERS["portable"])) == alike(wanted), text


@HOW
@given(text=st.text(max_size=60))
def test_any_text_shows_as_it_is(text: str) -> None:
    """A paragraph of any characters is shown with the same characters by every dialect."""
    document = read(parse_fragment(blocks_html([Paragraph([Text(text)])])))
    for dialect, reader in READERS.items():
        markdown = write(document, MarkdownOptions(dialect=DIALECTS[dialect]))
        assert plain_text(read_back(markdown, reader)).split() == plain_text(document).split()
