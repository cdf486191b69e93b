"""Where WordPress sees tags, comments and CDATA in a text (its `wp_html_split()`), in linear time."""

import re
from collections.abc import Iterator

#: An element runs from `<` to the next `>`, a comment to `-->`, a CDATA section to `]]>`; each that is not closed runs
#: to the end of the text, as in WordPress.
_ELEMENT = re.compile(
    r"<(?:!--[^-]*+(?:-(?!->)[^-]*+)*+(?:-->)?|!\[CDATA\[[^]]*+(?:\](?!\]>)[^]]*+)*+(?:\]\]>)?|[^>]*+>?)"
)


def elements(text: str) -> Iterator[re.Match[str]]:
    """Each element of a text, in order."""
    return _ELEMENT.finditer(text)


def in_comments(text: str, *wanted: str) -> bool:
    """Whether one of the strings may stand in a comment; never False where one does."""
    if "<!--" not in text:
        return False
    return any(
        any(one in comment for one in wanted)
        for comment in (after.partition("-->")[0] for after in text.split("<!--")[1:])
    )


def replace_in_elements(text: str, old: str, new: str) -> str:
    """The text with `old` replaced inside its elements only."""
    pieces: list[str] = []
    at = 0
    for found in elements(text):
        if old in (element := found[0]):
            pieces += (text[at : found.start()], element.replace(old, new))
            at = found.end()
    if not pieces:
        return text
    pieces.append(text[at:])
    return "".join(pieces)
