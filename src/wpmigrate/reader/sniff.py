"""What kind of file is it? Decided by its content, never by its name."""

import re
from typing import Any, NamedTuple

from wpmigrate.diagnostics import CATALOGUE, diagnose
from wpmigrate.errors import InputError

from .foreign import OTHER_ROOTS, begins_as_page, by_mark, by_text, is_quoted_printable, looks_like_data
from .frame import COMMENT
from .source import Data

_HEAD = 1 << 20
"""An export begins within the first megabyte, whatever was printed before it."""

_SHORTEST = 16
_BOM = b"\xef\xbb\xbf"
_START = re.compile(rb"<\?xml(?=\s)|<rss(?=[\s>])|<(?:rdf:RDF|feed|channel|item)(?=[\s>])")
_ROOT = re.compile(rb"<(?:rss|channel|item)(?=[\s>])")
_DOCTYPE = re.compile(rb"<!DOCTYPE\s+(?!html)", re.IGNORECASE)
_FIELD = re.compile(rb"<(?:title|link|description|pubDate|language|generator|wp:[a-z_]+)(?=[\s>])")
_ITEM = re.compile(rb"<item[\s>]")
_POST_FIELD = re.compile(rb"<wp:post_(?:id|type|name)[\s>]")
_PROLOG = re.compile(rb"\s*(?:(?:" + COMMENT + rb"|<\?[^>]*\?>)\s*)*")


class Beginning(NamedTuple):
    """Where the XML begins, and whether it is only a part of a channel (no `rss` element)."""

    offset: int
    is_fragment: bool
    #: What stands before, without blanks and the one byte order mark that may stand there; empty if nothing does.
    junk: bytes


def find_beginning(data: Data) -> Beginning:
    """The place where the export begins; raises InputError (WXR001, 002, 003, 020) for what is no export."""
    head = data[:_HEAD]
    bare = head.removeprefix(_BOM)
    if not bare.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise refused("WXR001")
    if len(bare) < _SHORTEST and b"<?xml ".startswith(bare.lstrip()):
        raise refused("WXR250", where="its first line")
    if marked := by_mark(bare):
        raise refused(marked.code, None, **marked.values)
    start = _START.search(head)
    root = _ROOT.search(head)
    is_page = start is not None and begins_as_page(head, start.start() + 2000)
    is_markup = start is not None and (not is_page or b"<rss" in head) and not is_quoted_printable(head, start.start())
    if start is None or not is_markup or looks_like_data(bare, has_root=root is not None):
        other = by_text(bare)
        raise refused(other.code, None, **other.values)
    before = head[: start.start()]
    if _DOCTYPE.search(before):
        raise refused("WXR020", line=before[: before.find(b"<!")].count(b"\n") + 1)
    is_fragment = start.group() == b"<item"
    fields = _FIELD.search(before) if is_fragment else None
    if fields is not None:
        # The head of the channel stands before the items, without its tags.
        return Beginning(fields.start(), True, before[: fields.start()].removeprefix(_BOM).strip())
    junk = before.removeprefix(_BOM)
    if not start.group().startswith(b"<?") and _PROLOG.fullmatch(junk):
        # Comments and blanks may stand before a root without a declaration.
        return Beginning(start.start() if is_fragment else 0, is_fragment, b"")
    return Beginning(start.start(), is_fragment, junk)


def check_root(name: str, head: bytes, data: Data) -> bool:
    """Whether the root element is that of an export, or any other one that holds WordPress's items.

    Raises InputError (WXR002, 003) for the root element of another format.
    """
    local = name.rpartition(":")[2] if name not in OTHER_ROOTS else name
    if local.lower() == "rss":
        return True
    if OTHER_ROOTS.keys().isdisjoint((name, local)) and _ITEM.search(data) and _POST_FIELD.search(data):
        return False
    found = OTHER_ROOTS.get(name) or OTHER_ROOTS.get(local) or f"XML with the root element <{name}>"
    if local in ("feed", "entry") and b"blogger.com" in head:
        found = "a Blogger export (Atom)"
    raise refused("WXR002" if local == "html" else "WXR003", found=found)


def refused(code: str, line: int | None = None, **values: Any) -> InputError:
    """The error for a code of the catalogue, with its advice; whoever knows the file's name adds it."""
    found = diagnose(code, line=line, **values)
    return InputError(found.message, code=code, line=line, advice=CATALOGUE[code].advice)
