"""Start and end tags of broken XML, and their attributes written anew."""

import re
from collections.abc import Callable

from wpmigrate.reader.lines import line_ends

from .references import mend_references

TAG = re.compile(rb"<(/?)([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>")
"""Groups: the slash of an end tag, the raw name, the attributes with a closing slash."""

_ATTRIBUTE = re.compile(rb"([A-Za-z_][\w:.-]*)\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)'|([^\s\"'<>]+))")

Note = Callable[[int, str, dict[str, object]], None]


def attributes_of(tag: re.Match[bytes], note: Note) -> bytes:
    """The attributes of a tag, quoted and escaped, each name once; the line ends among them follow."""
    if not tag[3].strip(b" \t\r\n/"):
        return line_ends(tag[3])
    found: dict[bytes, bytes] = {}

    def noted(_: int, code: str, values: dict[str, object]) -> None:
        note(tag.start(), code, {**values, "where": "an attribute"} if code == "WXR221" else values)

    for name, double, single, bare in _ATTRIBUTE.findall(tag[3]):
        value = mend_references(double or single or bare, noted)
        value = b" ".join(value.replace(b'"', b"&quot;").replace(b"<", b"&lt;").splitlines())
        found.setdefault(name, value)
    written = b"".join(b" " + name + b'="' + value + b'"' for name, value in found.items())
    return written + line_ends(tag[3])
