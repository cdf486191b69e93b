"""Items as WordPress itself writes them, each field on a line of its own: read by expressions, not by the XML parser.

Nearly every item of nearly every export has this form, and expressions read it in a fraction of the time. They take
nothing but text, the commonest references, CDATA sections and the tags that they name; what they take is well-formed and
says the same to the parser. All else is left to the parser.
"""

import re
from functools import cache

from wpmigrate.html import unescape
from wpmigrate.model import Meta

from .comments import COMPARED, CommentParts
from .comments import FIELDS as COMMENT_FIELDS
from .element import Element
from .fields import FIELDS, Gathered
from .names import Scope

_UNUSUAL = tuple(bytes([code]) for code in range(0x20) if code not in b"\t\n")
"""Bytes that XML forbids, and CR, which it turns into LF."""

_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
_PREFIXES = ("content", "dc", "excerpt", "wp")

_ORDER = tuple(key for key in FIELDS if ":" not in key or key.partition(":")[0] in _PREFIXES)
"""The fields of an item in the order of `export_wp`; categories, meta and comments follow."""

_ATTRIBUTES = {"guid": '(?: isPermaLink="(?:true|false)")?'}
_OPEN, _CLOSE = "<![CDATA[", "]]>"
_LINE = r"\n[\t ]*"
_SECTION = r"[^\]]*(?:(?=\]\]>)|(?:\](?!\]>)[^\]]*)+)"
_REFERENCE = r"&(?:amp|lt|gt|quot|apos|#0?3[89]|#8\d{3});"
"""References that mean the same in XML and in HTML: the five of XML, `&`, `'`, and the quotation marks and dashes."""
_PLAIN = rf"[^<&\[\]]*(?:(?=<)|(?:{_REFERENCE}[^<&\[\]]*)+)"
_VALUE = rf"(?:<!\[CDATA\[({_SECTION})\]\]>|({_PLAIN}))"


def _field(name: str) -> str:
    """The expression of a field; its value is one of two groups, what a CDATA section holds or what stands there plainly."""
    return f"{_LINE}<{name}{_ATTRIBUTES.get(name, '')}>{_VALUE}</{name}>"


class _Expressions:
    """The expressions of an item in their order; made when they are first needed, which takes as long as fifty items."""

    def __init__(self) -> None:
        pair = _field("wp:meta_key") + _field("wp:meta_value")
        category = 'category domain="([^"<>&\t\n]*)" nicename="([^"<>&\t\n]*)"'
        self.head = re.compile("<item>" + "".join(f"(?:{_field(name)}|)" for name in _ORDER)).match
        self.category = re.compile(f"{_LINE}<{category}>{_VALUE}</category>").match
        self.meta = re.compile(f"{_LINE}<wp:postmeta>{pair}{_LINE}</wp:postmeta>").match
        self.comment = re.compile(f"{_LINE}<wp:comment>" + "".join(map(_field, COMMENT_FIELDS))).match
        self.comment_meta = re.compile(f"{_LINE}<wp:commentmeta>{pair}{_LINE}</wp:commentmeta>").match
        self.comment_end = re.compile(_LINE + "</wp:comment>").match
        self.end = re.compile(r"[\t\n ]*</item>\Z").match


_expressions = cache(_Expressions)

_NAMES = tuple((key, FIELDS[key]) for key in _ORDER)
_COMMENT_NAMES = tuple(COMMENT_FIELDS.values())
_COMMENT_KEYS = {name: key for key, name in COMMENT_FIELDS.items()}


class RegularItem(Element):
    """An item in this form: `parts` is what `fields.gathered` would make of its children, which it has not."""

    __slots__ = ("parts",)

    def __init__(self, line: int, parts: Gathered) -> None:
        super().__init__("item", {}, line)
        self.parts = parts

    def keys(self) -> list[str]:
        """The keys of its fields."""
        return [key for key, name in _NAMES if name in self.parts.values]


def has_only_usual(block: bytes) -> bool:
    """Whether all characters of a block, if it is UTF-8, are those of XML and none is CR."""
    if any(code in block for code in _UNUSUAL):
        return False
    return b"\xef" not in block or not any(code in block for code in _NO_CHARACTERS)


def are_usual(scope: Scope) -> bool:
    """Whether the prefixes mean what they mean in WordPress's own exports, and names without one nothing else."""
    families = scope.families
    return not families.get("") and all(families.get(prefix) == prefix for prefix in _PREFIXES)


def regular_item(text: str, line: int) -> tuple[RegularItem, int] | None:
    """The item that is all of `text`, which begins on `line`, and the line on which it ends; None in any other form."""
    match = _expressions()
    head = match.head(text)
    # A section that holds the beginning of another one may have swallowed what stood between.
    if head is None or text.count(_OPEN) != text.count(_CLOSE):
        return None
    item = RegularItem(line, Gathered(has_wp=True))
    parts, at = item.parts, head.end()
    line = _take_fields(head.groups(), parts, line)
    while found := match.category(text, at):
        domain, nicename, *name = found.groups()
        parts.categories.append((domain, nicename, _text(*name)))
        line += text.count("\n", at, found.end())
        at = found.end()
    while found := match.meta(text, at):
        key, value = _pair(found)
        parts.meta.append(Meta(key=key.strip(), value=value, line=line + 3 + key.count("\n")))
        line += text.count("\n", at, found.end())
        at = found.end()
    while found := match.comment(text, at):
        comment, end = _comment(text, found, line + 1)
        if end < 0:
            return None
        parts.comments.append(comment)
        line += text.count("\n", at, end)
        at = end
    if "post_id" not in parts.values or not match.end(text, at):
        return None
    return item, line + text.count("\n", at)


def _take_fields(groups: tuple[str | None, ...], parts: Gathered, line: int) -> int:
    """Put the values of the fields, of which each begins on the next line, among the parts; the line of the last one's end."""
    for (key, name), section, plain in zip(_NAMES, groups[::2], groups[1::2], strict=True):
        if section is plain:
            continue  # both None: the field is not there
        value = _text(section, plain)
        line += 1
        parts.put(key, name, value, line)
        if "\n" in value:
            line += value.count("\n")
    return line


def _comment(text: str, found: re.Match[str], line: int) -> tuple[CommentParts, int]:
    """A comment that begins on `line`, and the place of its end, negative where it ends in another way."""
    parts = CommentParts(line, {}, [], {})
    blanks: dict[str, int] = {}
    groups = found.groups()
    for name, section, plain in zip(_COMMENT_NAMES, groups[::2], groups[1::2], strict=True):
        value = _text(section, plain)
        bare = value if name == "content" else value.strip()
        parts.values[name] = bare
        line += 1
        if bare is not value and name in COMPARED:
            blanks.setdefault(_COMMENT_KEYS[name], line)
        parts.lines[name] = line
        if "\n" in value:
            line += value.count("\n")
    match, at = _expressions(), found.end()
    while pair := match.comment_meta(text, at):
        key, value = _pair(pair)
        parts.meta.append((key.strip(), value))
        at = pair.end()
    if blanks:
        parts = parts._replace(blanks=blanks)
    end = match.comment_end(text, at)
    return parts, end.end() if end else -1


def _pair(found: re.Match[str]) -> tuple[str, str]:
    """Key and value of a field of meta."""
    key, plain_key, value, plain_value = found.groups()
    return _text(key, plain_key), _text(value, plain_value)


def _text(section: str | None, plain: str | None) -> str:
    """The text of a value: what a section holds as it is, or what stands there plainly with its references resolved."""
    if plain is None:
        return section or ""
    return unescape(plain) if "&" in plain else plain
