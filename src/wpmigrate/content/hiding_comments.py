"""Comments that hide text by mistake: one that is never closed, and a mark of a block that is broken.

Browsers show nothing of either (HTML standard, 13.2.5.43: a comment ends at `-->`, `--!>` or with the text), nor does WordPress,
which prints a mark that it cannot read as it stands. So does the conversion, but it says what is hidden.
"""

import re
from collections.abc import Iterator

from lxml import etree

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.html import HtmlElement

from .scene import Scene

_MARK = re.compile(r"\s+/?wp:([a-z][a-z0-9_/-]*)")
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"\w")
#: Letters of the hidden texts that a diagnostic shows.
_SAMPLE = 200


def hiding_comments(root: HtmlElement, html: str, scene: Scene) -> list[Diagnostic]:
    """WXR526 at the first such comment of a tree, with what all of them hide.

    `html` is what the tree was read from; it has no block marks but broken ones.
    """
    found = list(_hiding(root, html))
    if not found:
        return []
    near, fault, _ = found[0]
    text = " | ".join(hidden for *_, hidden in found)
    sample = text if len(text) <= _SAMPLE else f"{text[: _SAMPLE - 1]}…"
    return [diagnose("WXR526", line=scene.line_of(near), near=near, fault=fault, sample=sample)]


def _hiding(root: HtmlElement, html: str) -> Iterator[tuple[str, str, str]]:
    """How each comment begins, what is wrong with it, and the text that it hides."""
    for comment in root.iter(etree.Comment):
        inside = comment.text or ""
        if mark := _MARK.match(inside):
            fault, hidden = f"is a broken mark of the block {mark[1]}", _after_mark(inside)
        elif html.endswith(f"<!--{inside}"):
            fault, hidden = "is never closed", inside
        else:
            continue
        text = " ".join(_TAG.sub(" ", hidden).split())
        if _WORD.search(text):
            yield "<!--" + re.split("[<\n]", inside, maxsplit=1)[0].rstrip(), fault, text


def _after_mark(inside: str) -> str:
    """What is no mark any more: from after its attributes, which hold no tag, to the next mark."""
    at = inside.find("<")
    return inside[inside.find(">", at) + 1 :].partition("<!--")[0] if at >= 0 else ""
