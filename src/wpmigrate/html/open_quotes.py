"""Quotes of attributes that are never closed: `<pre class="brush: php;>`.

A browser reads on to the next quote, wherever that stands, and what lies between is text that nobody sees. WordPress looks
for the end of the tag alone (`wp_html_split()`), and there the author meant the value to end.
"""

import re

#: A value in quotes that meets the end of a tag before it meets its own. Few texts have one, so that most are not walked.
_MAYBE = re.compile(rb"""=\s*+(?:"[^"<>]*+>|'[^'<>]*+>)""")
_START = re.compile(rb"<(?:!--|([a-zA-Z][a-zA-Z0-9]*+)(?=[\s/>]))")
_STEP = re.compile(rb"""[<>]|(?:(?<![a-zA-Z-])([a-zA-Z-]++)\s*+)?+=\s*+(["'])""")
_TAG = re.compile(rb"</?[a-zA-Z]")
#: What follows the quote that ends a value (HTML standard, 13.2.5.39), or another attribute without a blank between.
_BEHIND = re.compile(rb"""[\s/>]|[a-zA-Z-]++\s*+=\s*+["']""")
#: Attributes whose values hold no tags. Others may: a theme stores the text of a window in `data-content`.
_WITHOUT_TAGS = frozenset(
    {b"href", b"src", b"class", b"id", b"style", b"target", b"rel", b"width", b"height", b"align"}
)
#: Elements whose content is no markup.
_RAW = frozenset({b"script", b"style", b"textarea", b"title", b"xmp"})


def close_quotes(data: bytes, places: list[tuple[int, bytes]]) -> bytes:
    """The piece of HTML with the quotes at these `open_quotes` put in."""
    pieces: list[bytes] = []
    at = 0
    for end, quote in places:
        pieces += (data[at:end], quote)
        at = end
    return b"".join([*pieces, data[at:]])


def open_quotes(data: bytes) -> list[tuple[int, bytes]]:
    """Where in a piece of HTML a quote is missing, and which: at the end of a tag with one that is never closed. Linear."""
    found: list[tuple[int, bytes]] = []
    if _MAYBE.search(data) is None:
        return found
    at = 0
    while (start := _START.search(data, at)) is not None:
        if start[1] is None:
            at = _behind(data, b"-->", start.end())
            continue
        at = _end_of_tag(data, start.end(), found)
        if (name := start[1].lower()) in _RAW:
            at = _behind(data, b"</" + name, at)
    return found


def _behind(data: bytes, end: bytes, at: int) -> int:
    place = data.find(end, at)
    return place + len(end) if place >= 0 else len(data)


def _end_of_tag(data: bytes, at: int, found: list[tuple[int, bytes]]) -> int:
    """Where the tag ends whose name ends at `at`; a quote that is missing in it goes to `found`."""
    while (step := _STEP.search(data, at)) is not None:
        quote = step[2]
        if quote is None:
            return step.end() if step[0] == b">" else step.start()
        begin, end = step.end(), data.find(quote, step.end())
        value = data[begin : end if end >= 0 else len(data)]
        length = value.find(b">")
        name = (step[1] or b"").lower()
        # `>` is usual in a script.
        is_ended = end >= 0 and (name.startswith(b"on") or _BEHIND.match(data, end + 1) is not None)
        if length >= 0 and _is_open(name, value, length, is_ended=is_ended):
            found.append((begin + length - value[:length].endswith(b"/"), quote))
            return begin + length + 1
        if end < 0:
            break
        at = end + 1
    return len(data)


def _is_open(name: bytes, value: bytes, length: int, *, is_ended: bool) -> bool:
    """Whether the first `>` of the value ends the tag. `is_ended`: the next quote looks like the end of the value."""
    if b"<" in value[:length]:
        return False
    return not is_ended or (name in _WITHOUT_TAGS and _TAG.search(value, length) is not None)
