"""Comments that hide text by mistake: one that is never closed, and a mark of a block that is broken.

Browsers show nothing of either (HTML standard, 13.2.5.43: a comment ends at `-->`, `--!>` or with the text), nor does WordPress,
which prints a mark that it cannot read as it stands. So does the conversion, but it says what is hidden.
"""

import re
from collections.abc import Iterator

from wpmigrate.diagnostics import Diagnostic, diagnose

from .scene import Scene

_END = re.compile(r"--!?>")
_MARK = re.compile(r"\s+/?wp:([a-z][a-z0-9_/-]*)")
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"\w")
#: Letters of the hidden texts that a diagnostic shows.
_SAMPLE = 200


def hiding_comments(html: str, scene: Scene) -> list[Diagnostic]:
    """WXR526 at the first such comment, with what all of them hide; `html` has no block marks but broken ones. Linear."""
    found = list(_hiding(html))
    if not found:
        return []
    near, fault, _ = found[0]
    text = " | ".join(hidden for *_, hidden in found)
    sample = text if len(text) <= _SAMPLE else f"{text[: _SAMPLE - 1]}…"
    return [diagnose("WXR526", line=scene.line_of(near), near=near, fault=fault, sample=sample)]


def _hiding(html: str) -> Iterator[tuple[str, str, str]]:
    """How each comment begins, what is wrong with it, and the text that it hides."""
    at = html.find("<!--")
    while at >= 0:
        end = _END.search(html, at + 2)
        inside = html[at + 4 : end.start() if end else len(html)]
        mark = _MARK.match(inside)
        if mark is not None or end is None:
            fault = f"is a broken mark of the block {mark[1]}" if mark is not None else "is never closed"
            text = " ".join(_TAG.sub(" ", _after_mark(inside) if mark is not None else inside).split())
            if _WORD.search(text):
                yield "<!--" + re.split("[<\n]", inside, maxsplit=1)[0].rstrip(), fault, text
        at = html.find("<!--", end.end()) if end else -1


def _after_mark(inside: str) -> str:
    """What is no mark any more: from after its attributes, which hold no tag, to the next mark."""
    at = inside.find("<")
    return inside[inside.find(">", at) + 1 :].partition("<!--")[0] if at >= 0 else ""
