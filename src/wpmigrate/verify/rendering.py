"""Markdown as a page shows it: rendered by markdown-it-py, which knows nothing of how it was written."""

from functools import cache
from html import escape
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from .footnotes import add_footnotes, next_note

Flavour = Literal["commonmark", "extended", "html"]
"""`extended` is CommonMark with tables, strikethrough, footnotes and task lists; `html` needs no rendering."""

_DEEPEST = 100
"""Levels of lists and quotes that are read; deeper ones are text."""
_BOXES = {"[ ] ": "", "[x] ": " checked", "[X] ": " checked"}


def rendered(markdown: str, flavour: Flavour = "extended") -> str:
    """The HTML of a text; the notes that it refers to come last, as `<section class="footnotes">`."""
    if flavour == "html":
        return markdown
    reader = _reader(flavour)
    env: dict[str, Any] = {}
    html = reader.render(markdown, env)
    notes = []
    while (note := next_note(env)) is not None:
        key, text = note
        notes.append(f'<li id="fn-{escape(key)}">{reader.render(text, env)}</li>')
    return f'{html}<section class="footnotes"><ol>{"".join(notes)}</ol></section>' if notes else html


class _AsWritten(MarkdownIt):
    """A reader that leaves addresses as they stand: its own spelling (Punycode) would hide which they were."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the name that the reader calls
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the name that the reader calls
        return link


@cache
def _reader(flavour: Flavour) -> MarkdownIt:
    reader = _AsWritten("commonmark", {"html": True, "maxNesting": _DEEPEST})
    if flavour == "extended":
        reader.enable(["table", "strikethrough"])
        add_footnotes(reader)
        reader.core.ruler.after("inline", "task_boxes", _task_boxes)
    return reader


def _task_boxes(state: StateCore) -> None:
    """Make a box of `[ ]` and `[x]` at the start of a list item; escaped brackets are text."""
    for position, token in enumerate(state.tokens):
        if token.type != "inline" or position < 2 or state.tokens[position - 2].type != "list_item_open":
            continue
        checked = _BOXES.get(token.content[:4])
        first = token.children[0] if token.children else None
        if checked is not None and first is not None and first.type == "text":
            first.content = first.content[4:]
            box = type(token)("html_inline", "", 0, content=f'<input type="checkbox"{checked}> ')
            assert token.children is not None
            token.children.insert(0, box)
