"""An `<item>` element → an `Item`, with what was found on the way."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from wpmigrate.diagnostics import Diagnostic, Severity, diagnose
from wpmigrate.model import Item

from .comments import read_comment
from .dates import Fault, is_zero, moment_of
from .element import Element
from .fields import BODY_FIELDS, FIELDS, Gathered, gathered
from .identity import identity_of
from .keys import key_of
from .numbers import whole_number
from .regular import RegularItem
from .terms import read_terms
from .titles import TitleForm, plain_title

_ABSENT_NAMES = {
    "raw_title": "title",
    "content": "content",
    "type": "type",
    "status": "status",
    "slug": "slug",
    "post_id": "post_id",
    "date_text": "date",
    "creator": "creator",
}
"""Fields that are named in `Item.absent` when the export has no element for them."""


_GRAVE = BODY_FIELDS | {"password", "status"}
"""Fields of which a second value must not be left out with a mere warning."""

_OWN = frozenset({"raw_title", "link", "guid", "content", "post_id", "date_text", "slug"})
"""Fields that are the same item's where they are the same."""

_UNDATED_STATUSES = frozenset({"draft", "auto-draft", "pending", "inherit", "trash", "future", "private"})
"""Statuses for which WordPress itself writes zero dates."""

_TYPES_WITHOUT_CONTENT = frozenset({"attachment", "nav_menu_item", "revision"})
"""Types whose content other exporters leave out because it is always empty."""


@dataclass(slots=True)
class FileTraits:
    """What is known of the whole file while its items are read."""

    name: str
    title_form: TitleForm = "escaped"
    #: A plain feed: no item has any wp: field, and that was said once for the file.
    is_feed: bool = False
    #: A comment system's export: items have neither status nor type.
    is_comment_export: bool = False
    #: Fields with blanks round their value, and the line of the first.
    blanks: dict[str, int] = field(default_factory=dict)
    #: Elements of items that belong to no export: how many of each, and the line of the first of all.
    foreign: Counter[str] = field(default_factory=Counter)
    first_foreign: int = 0


def read_item(
    element: Element, traits: FileTraits, *, offset: int | None = None, is_damaged: bool = False
) -> tuple[Item, list[Diagnostic]]:
    """The item and the findings about its values (WXR403, 411, 412, 424 to 427, 453), all with lines and the item's id."""
    parts = _parts(element, traits)
    values, get = parts.values, parts.values.get
    post_id = _id_of(get("post_id", ""))
    has_no_status = traits.is_comment_export or (traits.is_feed and not parts.has_wp)
    published = moment_of(get("date_text", ""), get("date_gmt_text", ""), get("pub_date", ""), "post_date")
    modified = moment_of(get("modified_text", ""), get("modified_gmt_text", ""), "", "post_modified")
    comments = [read_comment(comment) for comment in parts.comments]
    raw_title = get("raw_title", "")
    status = key_of(get("status", "")) or _status_of_none(get("type", ""), has_no_status=has_no_status)
    identity = identity_of(post_id, values, status)
    item = Item(
        post_id=post_id,
        id=identity.id,
        type=key_of(get("type", "")) or "post",
        status=status,
        title=plain_title(raw_title, traits.title_form),
        raw_title=raw_title,
        slug=get("slug", ""),
        link=get("link", ""),
        guid=get("guid", ""),
        creator=get("creator", ""),
        date=published.moment,
        modified=modified.moment,
        date_text=get("date_text", ""),
        date_gmt_text=get("date_gmt_text", ""),
        modified_text=get("modified_text", ""),
        modified_gmt_text=get("modified_gmt_text", ""),
        pub_date=get("pub_date", ""),
        content=get("content", ""),
        excerpt=get("excerpt", ""),
        description=get("description", ""),
        password=get("password", ""),
        parent=whole_number(get("parent", "")) or 0,
        menu_order=whole_number(get("menu_order", "")) or 0,
        is_sticky=get("is_sticky") == "1",
        comment_status=get("comment_status", ""),
        ping_status=get("ping_status", ""),
        attachment_url=get("attachment_url", ""),
        terms=read_terms(parts.categories) if parts.categories else (),
        comments=tuple([comment for comment, _ in comments]),
        comment_count=whole_number(get("comment_count", "")),
        meta=tuple(parts.meta),
        absent=frozenset([name for key, name in _ABSENT_NAMES.items() if key not in values]),
        is_damaged=is_damaged,
        file=traits.name,
        line=element.line,
        offset=offset,
        lines=parts.lines,
    )
    faults = _dated((*published.faults, *modified.faults), item, is_silent=has_no_status or not parts.has_wp)
    faults += [fault for _, of_comment in comments for fault in of_comment]
    findings = [_date_finding(item, *fault) for fault in faults] + _repetitions(item, parts) + _odd_keys(item, parts)
    unnamed = {key for key in ("type", "status") if not get(key)}
    if unnamed or item.absent or post_id is None or not parts.has_wp:
        findings += _absences(item, unnamed, identity.done, traits, has_wp=parts.has_wp)
    return item, findings


def _odd_keys(item: Item, parts: Gathered) -> list[Diagnostic]:
    """What says of the type and the status that they were written in another form."""
    found: list[Diagnostic] = []
    get = parts.values.get
    if get("type") == item.type and get("status") == item.status:
        return found
    for name, value in (("type", item.type), ("status", item.status)):
        text = get(name)
        if text and text != value:
            reason = f"its {name} {text!r} was read as {value}"
            at = parts.lines.get(name)
            found.append(diagnose("WXR255", file=item.file, line=at, item=item.id, reason=reason))
    return found


def _id_of(text: str) -> int | None:
    """The id of a post; WordPress counts from one."""
    number = whole_number(text)
    return number if number is None or number > 0 else None


def _parts(element: Element, traits: FileTraits) -> Gathered:
    """The parts of the item; blanks round its values are noted."""
    parts = element.parts if isinstance(element, RegularItem) else gathered(element, is_feed=traits.is_feed)
    if "raw_title" in parts.lines:
        parts.lines["title"] = parts.lines["raw_title"]
    for key, line in parts.blanks:
        traits.blanks.setdefault(key, line)
    for comment in parts.comments:
        if comment.blanks:
            traits.blanks = {**comment.blanks, **traits.blanks}
    for child in parts.foreign:
        traits.foreign[child.key] += 1
        traits.first_foreign = traits.first_foreign or child.line
    return parts


def _repetitions(item: Item, parts: Gathered) -> list[Diagnostic]:
    """What the item says twice; an error where it is text for readers, or decides who may read it.

    Fields of which no two items have the same may be pasted twice; where others come again, two items have become one.
    """
    found = []
    if len(parts.again) > 1 and not parts.repeated and parts.again.isdisjoint(_OWN):
        again = min(parts.again)
        repeated = diagnose("WXR453", file=item.file, line=item.line, item=item.id, field=again, which="the first one")
        found.append(repeated.of(Severity.ERROR))
    for one in parts.repeated:
        which = "the stricter one" if FIELDS[one.key] in parts.stricter else "the first one"
        repeated = diagnose("WXR453", file=item.file, line=one.line, item=item.id, field=one.key, which=which)
        found.append(repeated.of(Severity.ERROR) if FIELDS[one.key] in _GRAVE else repeated)
    return found


_LINE_OF_DATE = {
    "post_date": "date_text",
    "post_date_gmt": "date_gmt_text",
    "post_modified": "modified_text",
    "post_modified_gmt": "modified_gmt_text",
}


def _dated(faults: Iterable[tuple[Fault, str]], item: Item, *, is_silent: bool) -> list[tuple[Fault, str, int | None]]:
    """The faults of the item's own dates with their lines.

    A draft without a date is normal; so are items of formats that have no such dates (`is_silent`).
    """
    is_silent = is_silent or item.status in _UNDATED_STATUSES
    return [
        (fault, done, item.lines.get(_LINE_OF_DATE[fault.field], item.line))
        for fault, done in faults
        if not (is_silent and (is_zero(fault.value) or not fault.value))
    ]


def _status_of_none(type_: str, *, has_no_status: bool) -> str:
    """The status of an item that names none: attachments inherit theirs (`wp_insert_post`), no post is published."""
    if has_no_status:
        return "publish"
    return "inherit" if type_ == "attachment" else "draft"


def _date_finding(item: Item, fault: Fault, done: str, line: int | None) -> Diagnostic:
    value = fault.value or "(missing)"
    return diagnose(fault.code, file=item.file, line=line, item=item.id, field=fault.field, value=value, done=done)


def _absences(item: Item, unnamed: set[str], done: str, traits: FileTraits, *, has_wp: bool) -> list[Diagnostic]:
    """What the export does not say of the item. Of a feed and of a comment export that was said once for the file.

    `unnamed`: what has no value, with or without an element.
    """
    at: dict[str, Any] = {"file": item.file, "line": item.line, "item": item.id}
    if not has_wp:
        return [] if traits.is_feed else [diagnose("WXR426", **at)]
    found = []
    if item.post_id is None:
        found.append(diagnose("WXR403", done=done, **at))
    if traits.is_comment_export:
        return found
    if "type" in unnamed:
        found.append(diagnose("WXR424", **at))
    if "content" in item.absent and item.type not in _TYPES_WITHOUT_CONTENT:
        found.append(diagnose("WXR425", **at))
    if "status" in unnamed and item.type != "attachment":
        found.append(diagnose("WXR427", done="a draft", **at))
    return found
