"""Footnotes for the reader of Markdown: `[^key]` in the text, and its note after `[^key]:`, further lines indented.

The form is that of Markdown Extra, which GitHub, goldmark, kramdown and Python-Markdown read too. A note that no mark
leads to is not shown, as none of them shows it.
"""

import re
from collections import deque
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

NOTES = "wpmigrate_notes"
"""Key of the environment under which the texts of the notes are kept."""
_WAITING = "wpmigrate_waiting"
_MARKED = "wpmigrate_marked"
"""Those under which the notes are kept that wait to be shown, and all that a mark leads to."""

_DEFINITION = re.compile(r"\[\^([^\s\[\]]+)\]:[ \t]*(.*)")
_MARK = re.compile(r"\[\^([^\s\[\]]+)\]")
_INDENTED = 4


def add_footnotes(reader: MarkdownIt) -> None:
    """Teach a reader footnotes."""
    reader.block.ruler.before("reference", "footnote_text", _definition, {"alt": ["paragraph", "reference"]})
    reader.inline.ruler.after("link", "footnote_mark", _mark)


def next_note(env: dict[str, Any]) -> tuple[str, str] | None:
    """(key, Markdown) of the next note whose mark was met, in the order of the marks; None when all were given."""
    waiting = env.get(_WAITING)
    if not waiting:
        return None
    key = waiting.popleft()
    return key, env[NOTES][key]


def _definition(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Keep the text of a note; the first of a key counts."""
    if state.is_code_block(first):
        return False
    found = _DEFINITION.match(state.src, state.bMarks[first] + state.tShift[first], state.eMarks[first])
    if found is None:
        return False
    if silent:
        return True
    after = last = first + 1
    while after < end:
        if not state.isEmpty(after):
            if state.sCount[after] - state.blkIndent < _INDENTED:
                break
            last = after + 1
        after += 1
    rest = state.getLines(first + 1, last, state.blkIndent + _INDENTED, keepLastLF=False)
    state.env.setdefault(NOTES, {}).setdefault(found[1], f"{found[2]}\n{rest}")
    state.line = last
    return True


def _mark(state: StateInline, silent: bool) -> bool:
    """The mark of a note that there is; anything else stays text."""
    if not state.src.startswith("[^", state.pos):
        return False
    found = _MARK.match(state.src, state.pos, state.posMax)
    if found is None or found[1] not in state.env.get(NOTES, {}):
        return False
    if not silent:
        marked = state.env.setdefault(_MARKED, set())
        if found[1] not in marked:
            marked.add(found[1])
            state.env.setdefault(_WAITING, deque()).append(found[1])
        token = state.push("html_inline", "", 0)
        token.content = f'<sup class="footnote-ref"><a href="#fn-{escape(found[1])}"></a></sup>'
    state.pos = found.end()
    return True
