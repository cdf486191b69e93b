"""Values of an item that the reader understands and WordPress's importer does not: written as WordPress would."""

from datetime import UTC, datetime

from wpmigrate.reader import BODY_FIELDS, COMPARED_ELEMENTS, FIELDS, Element, mended_text, read_date
from wpmigrate.wxr import Span

from .entry import EntryText

_DATES = {
    "wp:post_date",
    "wp:post_date_gmt",
    "wp:post_modified",
    "wp:post_modified_gmt",
    "wp:comment_date",
    "wp:comment_date_gmt",
}
_OF_COMMENTS = {"wp:comment_author", "wp:comment_content"}
_TEXT_CODES = frozenset({"WXR124", "WXR203", "WXR204"})
_DATE, _NO_TYPE = "WXR411", "WXR424"

ITEM_CODES = frozenset({*_TEXT_CODES, _DATE, _NO_TYPE})
"""Codes of what the reader finds in an item and may be mended here."""


def mend_values(entry: EntryText, codes: frozenset[str], *, fix_mojibake: bool) -> frozenset[str]:
    """Decide on the changes to one item; `codes` are those that the reader found in it.

    Returns those of them that change something. An item without a type is imported by WordPress not at all; one without
    a status becomes a draft, and so stays as it is.
    """
    if ITEM_CODES.isdisjoint(codes) and not _has_padded_values(entry.element):
        return frozenset()
    mended: set[str] = set()
    for element, span in entry.elements():
        if _NO_TYPE in codes and element.key == "wp:post_type":
            entry.remove(span)  # it is empty
            continue
        text = _mended(element, codes, fix_mojibake=fix_mojibake)
        if text != element.text and _is_leaf(element, span):
            entry.put(span, text)
            mended |= codes & ({_DATE} if element.key in _DATES else _TEXT_CODES)
    if _NO_TYPE in codes:
        entry.append("post_type", b"post")
        mended.add(_NO_TYPE)
    return frozenset(mended)


def _has_padded_values(item: Element) -> bool:
    """Whether blanks stand round a value of the item."""
    return any(_is_padded(child) or any(map(_is_padded, child.children or ())) for child in item.children or ())


def _is_padded(element: Element) -> bool:
    return bool(element.text) and element.text != element.text.strip() and _is_compared(element.key)


def _is_compared(key: str) -> bool:
    """Whether programs compare the value, which WordPress writes without blanks round it."""
    return key in COMPARED_ELEMENTS or (key in FIELDS and FIELDS[key] not in BODY_FIELDS)


def _is_leaf(element: Element, span: Span) -> bool:
    return not element.children and span.inner < span.close


def _mended(element: Element, codes: frozenset[str], *, fix_mojibake: bool) -> str:
    """The text that an element should have."""
    text, name = element.text, FIELDS.get(element.key)
    if not text:
        return text
    if _is_compared(element.key):
        text = text.strip()
    if element.key in _DATES and _DATE in codes:
        return _as_wordpress_date(element.key, text)
    if element.key in _OF_COMMENTS and not {"WXR124", "WXR203"}.isdisjoint(codes):
        return mended_text("content", text, fix_mojibake=fix_mojibake)
    if name is not None and not _TEXT_CODES.isdisjoint(codes):
        text = mended_text("title" if name == "raw_title" else name, text, fix_mojibake=fix_mojibake)
    return text


def _as_wordpress_date(key: str, text: str) -> str:
    """An ISO date in the form of a MySQL DATETIME; one with a zone only where GMT is meant."""
    moment: datetime | None = read_date(text.strip(), key).moment
    if moment is None:
        return text
    if moment.tzinfo is not None:
        if not key.endswith("_gmt"):
            return text
        moment = moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%d %H:%M:%S")
