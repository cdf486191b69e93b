"""Is the markup of a body balanced? Browsers, WordPress and converters each mend what is not in their own way."""

import re

from wpmigrate.diagnostics import Diagnostic, diagnose

#: Elements whose end tag HTML asks for (HTML standard, 13.1.2.4: all but these may leave it out).
_CLOSED = frozenset(
    """
    a abbr acronym address article aside audio b big blockquote button center cite code del details dfn div dl em
    fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header i iframe ins kbd label main map mark nav
    object ol pre q s samp section select small span strike strong sub summary sup table textarea tt u ul var video
    """.split()  # noqa: SIM905 - a list of names reads better as a text
)
_TAG = re.compile(r"<(?:(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]*>|!--)")
_RAW = re.compile(r"</(?:script|style)", re.IGNORECASE)
_CODE_ENDS = ("[/code]", "[/sourcecode]", "[/html]", "[/xml]", "[/php]")
"""Shortcodes that hold any text: brackets of elements in them are none."""
_SAMPLE = 50


def unbalanced(text: str) -> list[Diagnostic]:
    """WXR520 for the first start tag that is never closed, end tag that closes nothing, or pair that is crossed.

    `text` is a body as stored. Linear; a body without any tag costs nothing.
    """
    if "<" not in text or any(end in text for end in _CODE_ENDS):
        return []
    fault = _first_fault(text)
    if fault is None:
        return []
    at, what = fault
    end = text.find(">", at) + 1
    tag = " ".join(text[at : end or len(text)].split())
    shown = tag if len(tag) <= _SAMPLE else f"{tag[: _SAMPLE - 2]}…>"
    return [diagnose("WXR520", near=text[at : end or len(text)].partition("\n")[0], sample=f"{shown} {what}")]


def _first_fault(text: str) -> tuple[int, str] | None:
    """The place of the first fault and what it is."""
    stack: list[tuple[str, int]] = []
    position = 0
    while (found := _TAG.search(text, position)) is not None:
        position = found.end()
        name = found[2]
        if name is None:
            end = text.find("-->", position)
            position = end + 3 if end >= 0 else len(text)
            continue
        name = name.lower()
        if name in ("script", "style") and not found[1]:
            raw = _RAW.search(text, position)
            position = raw.start() if raw else len(text)
        elif name not in _CLOSED or text[position - 2] == "/":
            continue
        elif not found[1]:
            stack.append((name, found.start()))
        elif stack and stack[-1][0] == name:
            stack.pop()
        else:
            return _wrong_end(stack, name, found.start())
    return (stack[-1][1], "is never closed") if stack else None


def _wrong_end(stack: list[tuple[str, int]], name: str, at: int) -> tuple[int, str]:
    """What is wrong with an end tag that does not close the element that was opened last."""
    if any(open_name == name for open_name, _ in stack):
        return stack[-1][1], f"is not closed before </{name}>"
    return at, "closes nothing"
