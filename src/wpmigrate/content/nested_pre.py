"""A `<pre>` for each line inside of a `<pre>`, as Windows Live Writer stored code: one block of code.

WordPress's paragraphs keep one of the closing tags that follow each other, and the rest of the post would become code.
"""

import re

_NESTED = re.compile(r"<pre\b[^<>]*>\s*<pre\b", re.IGNORECASE)
_TAG = re.compile(r"<(/?)pre\b[^<>]*>", re.IGNORECASE)


def join_nested_pre(text: str) -> str:
    """The text without the tags of inner `<pre>`, each a line; as it stands where one of them is never closed."""
    if text.count("<pre") + text.count("<PRE") < 2 or _NESTED.search(text) is None:
        return text
    parts: list[str] = []
    at = depth = 0
    for tag in _TAG.finditer(text):
        if tag[1]:
            depth = max(depth - 1, -1)
            if depth < 0:
                return text
            inner, line_end = depth > 0, "\n"
        else:
            depth += 1
            inner, line_end = depth > 1, ""
        if inner:
            before = text[at : tag.start()]
            parts += (before if tag[1] or before.strip() else "", line_end)
            at = tag.end()
    return "".join([*parts, text[at:]]) if depth == 0 else text
