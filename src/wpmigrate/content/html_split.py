"""Where WordPress sees tags, comments and CDATA in a text (its `wp_html_split()`), in linear time."""

from collections.abc import Iterator


def elements(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each element.

    An element runs from `<` to the next `>`, a comment to `-->`, a CDATA section to `]]>`; each that is not closed
    runs to
    the end of the text, as in WordPress.
    """
    start = text.find("<")
    while start >= 0:
        end = _end(text, start)
        yield start, end
        start = text.find("<", end)


def _end(text: str, start: int) -> int:
    if text.startswith("<!--", start):
        closer, after = "-->", start + 4
    elif text.startswith("<![CDATA[", start):
        closer, after = "]]>", start + 9
    else:
        closer, after = ">", start + 1
    end = text.find(closer, after)
    return len(text) if end < 0 else end + len(closer)


def replace_in_elements(text: str, old: str, new: str) -> str:
    """The text with `old` replaced inside its elements only."""
    pieces: list[str] = []
    at = 0
    for start, end in elements(text):
        if old in (element := text[start:end]):
            pieces += (text[at:start], element.replace(old, new))
            at = end
    if not pieces:
        return text
    pieces.append(text[at:])
    return "".join(pieces)
