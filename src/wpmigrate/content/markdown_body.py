"""Bodies that are Markdown already: Jetpack, WP Editor.md, Typecho's and other plugins store what was typed.

Such a body may be written as it is only if nothing in it needs WordPress, and nothing can run.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from wpmigrate.html import HtmlElement, parse_fragment, unescape

from .body import Body
from .shortcodes import KNOWN
from .shortcodes.grammar import shortcodes

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_FLAGS = {"_wpcom_is_markdown": "1", "_tc_post_format": "markdown", "_markdown_enabled": "1"}
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_SPAN = re.compile(r"`[^`\n]+`")
_MARK = re.compile(
    r"^(?:#{1,6} \S|[*+-] \S|>\s?\S|\d{1,3}\. \S)|\*\*\S|\]\((?:https?:|/|#)|^\[[^\]\n]+\]: \S|^(?:=|-){3,}$",
    re.MULTILINE,
)
_TAG = re.compile(r"<(?!https?:|mailto:)[a-zA-Z/!?]")
_PROGRAM = re.compile(r"(?:javascript|vbscript|data)\s*:", re.IGNORECASE)


def markdown_of(body: Body) -> str | None:
    """The text of a body that is Markdown; None for any other, and for one with HTML or shortcodes besides."""
    text = body.text
    flagged = any(body.meta.get(key) == value for key, value in _FLAGS.items())
    if not flagged and ("`" not in text or ("\n```" not in text and not text.startswith("```"))):
        return None
    if "<!-- wp:" in text or _PROGRAM.search(unescape(text)):
        return None
    bare = _without_fences(text)
    is_fenced = bare != text
    bare = _SPAN.sub("", bare)
    if _TAG.search(bare) or next(shortcodes(bare, KNOWN.by_name), None) is not None:
        return None
    return text if is_fenced or (flagged and _MARK.search(bare)) else None


def markdown_tree(text: str) -> HtmlElement:
    """Such a body as a tree: CommonMark with tables and strikes, as it was typed for."""
    return parse_fragment(_reader().render(text))


@cache
def _reader() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - few sites need it

    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def _without_fences(text: str) -> str:
    """The text without its closed code fences, line by line."""
    if "```" not in text and "~~~" not in text:
        return text
    kept: list[str] = []
    held: list[str] = []
    fence = ""
    for line in text.split("\n"):
        opening = _FENCE.match(line)
        if fence:
            held.append(line)
            if opening and opening[1].startswith(fence) and not opening[2].strip():
                held, fence = [], ""
        elif opening and "`" not in opening[2]:
            held, fence = [line], opening[1]
        else:
            kept.append(line)
    return "\n".join(kept + held)
