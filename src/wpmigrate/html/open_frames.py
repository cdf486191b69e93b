"""Frames and scripts from elsewhere whose end tag is missing: `<iframe src="…">`.

Browsers take all that follows for what stands in them (HTML standard, 13.2.5.3), and show nothing of it. No author means
that: what stands between the tags of these is never shown.
"""

import re

#: The last row is a script of the page's own, with all that it holds.
_TAG = re.compile(
    rb"""</(?P<end>iframe|script)
      |<(?P<start>iframe|script(?=[^<>]*[\s"']src\s*=))(?=[\s>])(?:[^<>"']|"[^"]*+"|'[^']*+')*+>
      |<script(?=[\s>])(?s:.*?)(?:</script|\Z)""",
    re.IGNORECASE | re.VERBOSE,
)


def close_frames(data: bytes) -> bytes:
    """The piece of HTML with each of them that is left open closed behind its start tag. Linear."""
    lower = data.lower()
    if all(lower.count(b"</" + name) >= lower.count(b"<" + name) for name in (b"iframe", b"script")):
        return data
    pieces: list[bytes] = []
    at = 0
    tags = list(_TAG.finditer(data))
    for tag, following in zip(tags, [*tags[1:], None], strict=False):
        name = (tag["start"] or b"").lower()
        if not name or tag[0].endswith(b"/>"):  # libxml2 ends it there
            continue
        if following is None or (following["end"] or b"").lower() != name:
            pieces += (data[at : tag.end()], b"</" + name + b">")
            at = tag.end()
    return b"".join([*pieces, data[at:]])
