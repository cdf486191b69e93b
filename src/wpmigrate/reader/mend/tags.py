"""Start and end tags of broken XML, and their attributes written anew."""

import re

from wpmigrate.reader.lines import line_ends
from wpmigrate.reader.source import Data

from .finding import Note
from .references import mend_references

TAG = re.compile(rb"<(/?)([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>")
"""Groups: the slash of an end tag, the raw name, the attributes with a closing slash."""

_WITH_MARKUP = re.compile(
    rb"<(/?)([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)"
    rb"((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:\"[^\"\r\n]{0,2000}\"|'[^'\r\n]{0,2000}'))+\s*/?)>"
)
"""The same with `<` and `>` in its attributes, all of which are quoted on their line."""

_LACKS_QUOTE = re.compile(rb"<(/?)(category|guid)([^<>\r\n]{1,2000})>")
"""The same for the two fields that have attributes, when a quote is missing."""

_CURLY = rb"(?:\xe2\x80[\x98-\x9f\xb2\xb3]|\xc2[\xab\xbb])"
_ATTRIBUTE = re.compile(
    rb"(?<![\w:.-])([A-Za-z_][\w:.-]*)\s*=\s*"
    rb"(?:\"([^\"]*)\"|'([^']*)'|" + _CURLY + rb"([^\"'<>=]*?)" + _CURLY + rb"(?=[\s/]|\Z)|([^\s\"'<>]+))"
)
_LOOSE_ATTRIBUTE = re.compile(rb"(?<![\w:.-])([A-Za-z_][\w:.-]*)\s*=\s*[\"']?()()()([^\s\"'<>=]*)(?=[\s\"'/]|\Z)")


def tag_at(data: Data, offset: int) -> re.Match[bytes] | None:
    """The tag at an offset, with the groups of `TAG`; None where nothing can be read as one."""
    return TAG.match(data, offset) or _WITH_MARKUP.match(data, offset) or _LACKS_QUOTE.match(data, offset)


def is_empty(tag: re.Match[bytes]) -> bool:
    """Whether it is the tag of an empty element."""
    return tag[3].rstrip().endswith(b"/")


def start_tag(tag: re.Match[bytes], note: Note, end: bytes = b">") -> bytes:
    """The tag written anew."""
    return b"<" + tag[2] + attributes_of(tag, note) + end


def attributes_of(tag: re.Match[bytes], note: Note) -> bytes:
    """The attributes of a tag, quoted and escaped, each name once; the line ends among them follow."""
    if not tag[3].strip(b" \t\r\n/"):
        return line_ends(tag[3])
    found: dict[bytes, bytes] = {}
    element = tag[2].decode("utf-8", "replace")
    lacks_quote = tag.re is _LACKS_QUOTE
    for name, double, single, curly, bare in (_LOOSE_ATTRIBUTE if lacks_quote else _ATTRIBUTE).findall(tag[3]):
        if bare or curly:
            note(tag.start(), "WXR255", {"reason": f"an attribute of <{element}> has no quotes or wrong ones"})
        if name in found:
            twice = name.decode("utf-8", "replace")
            note(tag.start(), "WXR255", {"reason": f"<{element}> has the attribute {twice} twice; the first counts"})
        value = double or single or curly or bare
        value = mend_references(value, 0, "an attribute", lambda _, code, values: note(tag.start(), code, values))
        if b"<" in value:
            note(tag.start(), "WXR222", {"where": "an attribute"})
        value = b" ".join(value.replace(b'"', b"&quot;").replace(b"<", b"&lt;").splitlines())
        found.setdefault(name, value)
    written = b"".join(b" " + name + b'="' + value + b'"' for name, value in found.items())
    return written + line_ends(tag[3])
