"""Code: its text is sacred; colours around its words go, line breaks become line ends."""

import re

from wpmigrate.content.clean.state import State, count_below
from wpmigrate.html import BLOCK, HtmlElement, add_text_before, drop

#: How highlighters name the language in a class.
_LANGUAGE = re.compile(r"(?:^|\s)(?:brush:\s*|lang(?:uage)?[-:]\s*)([\w+#.-]+)", re.IGNORECASE)
_ATTRIBUTES = ("data-enlighter-language", "data-language", "data-lang", "lang", "language")
#: Elements in code that say more than colours do, or that other handlers settle.
_HANDLED = frozenset({
    "a", "img", "code", "strong", "b", "em", "i", "del", "ins", "mark", "sub", "sup", "kbd", "u", "script", "style",
    "iframe", "object", "embed", "svg", "template", "noscript", "math", "input", "textarea", "select", "audio", "video",
    "applet", "title", "xml",
})  # fmt: skip


def code_block(element: HtmlElement, state: State) -> int:
    """`<pre>`: colours are unwrapped, the language is noted; the pass over the blocks makes `<pre><code>` of it."""
    if state.position <= state.block_until:
        state.unwrap_later(element)
        return 0
    language = _language(element)
    if element.tag != "pre":
        element.tag = "pre"
    _flatten(element, state)
    if not language and len(element) == 1 and element[0].tag == "code":
        language = _language(element[0])
    element.attrib.pop("class", "")
    if language:
        element.set("class", "language-" + language)
    return 0


def code_span(element: HtmlElement, state: State) -> int:
    """`<code>` in a line: colours are unwrapped."""
    if element.tag != "code":
        element.tag = "code"
    if state.position > state.code_until:
        state.code_until = state.position + count_below(element)
    return 0


def _flatten(element: HtmlElement, state: State) -> None:
    """Unwrap the colours; a `<br>` and the edge of a block become line ends."""
    below = list(element.iterdescendants())
    state.block_until = state.code_until = state.position + len(below)
    at_line_start = not (element.text or "").strip(" ") or (element.text or "").endswith("\n")
    for child in below:
        tag: object = child.tag
        if tag == "br":
            add_text_before(child, "\n" + (child.tail or ""))
            child.tail = None
            drop(child)
            at_line_start = True
        elif tag in BLOCK:
            if not at_line_start:
                add_text_before(child, "\n")
            _end_line(child)
            state.unwrap_later(child)
        elif isinstance(tag, str) and tag not in _HANDLED:
            state.unwrap_later(child)
        text = child.text if isinstance(tag, str) and tag != "br" else None
        if text:
            at_line_start = text.endswith("\n")
        if child.tail:
            at_line_start = child.tail.endswith("\n")
        if not isinstance(tag, str):
            drop(child)


def _end_line(element: HtmlElement) -> None:
    """A block ends its line, unless it already does or nothing follows."""
    if element.tail and not element.tail.startswith("\n"):
        element.tail = "\n" + element.tail


def _language(element: HtmlElement) -> str:
    """The language that a class or an attribute names, lower case; empty when none does."""
    for name in _ATTRIBUTES[:3]:
        if element.get(name):
            return _name(element.get(name) or "")
    match = _LANGUAGE.search(element.get("class") or "")
    return _name(match[1]) if match else ""


def _name(written: str) -> str:
    name = written.strip().lower()
    return name if re.fullmatch(r"[a-z0-9][a-z0-9+#._-]{0,30}", name) and name not in {"text", "plain", "none"} else ""
