"""Is the markup of a body balanced? Browsers, WordPress and converters each mend what is not in their own way."""

import re
from itertools import islice

from wpmigrate.diagnostics import Diagnostic, diagnose

#: Elements whose end tag HTML asks for (HTML standard, 13.1.2.4: all but these may leave it out).
_CLOSED = frozenset(
    """
    a abbr acronym address article aside audio b big blockquote button center cite code del details dfn div dl em
    fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header i iframe ins kbd label main map mark nav
    object ol pre q s samp section select small span strike strong sub summary sup table textarea tt u ul var video
    """.split()  # noqa: SIM905 - a list of names reads better as a text
)
#: Tags with their names, those of empty elements left out; and what hides tags: a comment, or a script or style with all
#: that it holds. Each that is not closed runs to the end of the text.
_TAG = re.compile(
    r"<(?:!--(?:[^-]*+-->|[^-]*+(?:-(?!->)[^-]*+)*+(?:-->|))"
    r"|[sS](?i:cript|tyle)(?=[\s/>])[^<>]*+>[^<]*+(?:<(?!/(?i:script|style))[^<]*+)*+"
    r"|([a-zA-Z/][a-zA-Z0-9]*+)(?:>|[\s/][^<>]*+(?<!/)>))"
)
#: Tags that count: nothing for a start tag, the name of the element for its end tag.
_ENDED_BY = dict.fromkeys(_CLOSED, "") | {f"/{name}": name for name in _CLOSED}
_CODE_END = re.compile(r"\[/(?:code|sourcecode|html|xml|php)\]")
"""Shortcodes that hold any text: brackets of elements in them are none."""
_SAMPLE = 50


def unbalanced(text: str) -> list[Diagnostic]:
    """WXR520 for the first start tag that is never closed, end tag that closes nothing, or pair that is crossed.

    `text` is a body as stored. Linear; a body without any tag costs nothing.
    """
    if "<" not in text or ("[" in text and _CODE_END.search(text) is not None):
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
    names = _TAG.findall(text)
    if not "".join(names).islower():
        names = list(map(str.lower, names))
    if _is_balanced(names):
        return None
    number, what = _fault_in(names)
    return next(islice(_TAG.finditer(text), number, None)).start(), what


def _is_balanced(names: list[str]) -> bool:
    """Whether each end tag closes the element that was opened last, and none stays open: so most bodies are."""
    stack: list[str] = []
    for name in names:
        ended = _ENDED_BY.get(name)
        if ended is None:
            continue
        if not ended:
            stack.append(name)
        elif not stack or stack.pop() != ended:
            return False
    return not stack


def _fault_in(names: list[str]) -> tuple[int, str]:
    """The number of the tag with the first fault, and what it is, in tags that are not balanced."""
    stack: list[int] = []
    for number, name in enumerate(names):
        ended = _ENDED_BY.get(name)
        if ended is None:
            continue
        if not ended:
            stack.append(number)
        elif stack and names[stack[-1]] == ended:
            stack.pop()
        elif any(names[opened] == ended for opened in stack):
            return stack[-1], f"is not closed before <{name}>"
        else:
            return number, "closes nothing"
    return stack[-1], "is never closed"
