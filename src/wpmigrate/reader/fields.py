"""The fields of an item: what its elements are called in `Item`, and an `<item>` element sorted by what its children are."""

from dataclasses import dataclass, field

from wpmigrate.model import Meta

from .comments import CommentParts, comment_parts
from .element import Element
from .keys import secrecy_of

FIELDS = {
    "title": "raw_title",
    "link": "link",
    "pubDate": "pub_date",
    "dc:creator": "creator",
    "guid": "guid",
    "description": "description",
    "content:encoded": "content",
    "excerpt:encoded": "excerpt",
    "wp:post_id": "post_id",
    "wp:post_date": "date_text",
    "wp:post_date_gmt": "date_gmt_text",
    "wp:post_modified": "modified_text",
    "wp:post_modified_gmt": "modified_gmt_text",
    "wp:comment_status": "comment_status",
    "wp:ping_status": "ping_status",
    "wp:post_name": "slug",
    "wp:status": "status",
    "wp:post_parent": "parent",
    "wp:menu_order": "menu_order",
    "wp:post_type": "type",
    "wp:post_password": "password",
    "wp:is_sticky": "is_sticky",
    "wp:attachment_url": "attachment_url",
    "dsq:thread_identifier": "thread",
    "slash:comments": "comment_count",
}
"""Element → field of `Item` (or of the steps in `items`). The first of several counts, as in WordPress's own importer.
Those of WordPress stand in the order in which it writes them (`export_wp`)."""

_ELSEWHERE = frozenset({"author", "comments", "source", "wfw:comment", "wfw:commentRss"})
"""Elements of feeds whose values an item has in another place, or that lead back to the old site."""

BODY_FIELDS = frozenset({"raw_title", "content", "excerpt", "description"})
"""Fields whose blanks belong to the author."""

Category = tuple[str, str, str]
"""Of a `<category>`: its domain, nicename and text."""


@dataclass(slots=True)
class Gathered:
    """The parts of an item. Blanks round a value are taken off; `blanks` has the elements and lines where some were."""

    values: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    categories: list[Category] = field(default_factory=list)
    comments: list[CommentParts] = field(default_factory=list)
    meta: list[Meta] = field(default_factory=list)
    has_wp: bool = False
    blanks: list[tuple[str, int]] = field(default_factory=list)
    #: Fields that stand again with another text.
    repeated: list[Element] = field(default_factory=list)
    #: Those of them that hide more than the first: what they say counts.
    stricter: set[str] = field(default_factory=set)
    #: All fields that stand again.
    again: set[str] = field(default_factory=set)
    #: Elements that belong to no item of an export, and say something.
    foreign: list[Element] = field(default_factory=list)

    def put(self, key: str, name: str, value: str, line: int) -> None:
        """Take the value of the field `name`, whose element is `key`."""
        if name not in BODY_FIELDS and value != (bare := value.strip()):
            self.blanks.append((key, line))
            value = bare
        self.values[name] = value
        self.lines[name] = line


def gathered(element: Element, *, is_feed: bool) -> Gathered:
    """The parts of an item from its children. In a feed the text may stand in the description, the author bare."""
    parts = Gathered()
    values = parts.values
    lists: dict[str, list[Element]] = {"category": [], "wp:comment": [], "enclosure": []}
    for child in element.children or ():
        key = child.key
        name = FIELDS.get(key)
        if name is not None:
            if name in values:
                _note_repeated(parts, child, name)
            else:
                parts.put(key, name, child.text, child.line)
        elif key == "wp:postmeta":
            parts.meta.append(_meta(child))
        elif key.startswith("wp:") and key.endswith("password"):
            # Under whatever name: what was locked is never shown.
            values["password"] = values.get("password") or child.text.strip()
        elif key in lists:
            lists[key].append(child)
        elif key not in _ELSEWHERE and (child.text.strip() or child.children):
            parts.foreign.append(child)
    parts.categories = [_category(child) for child in lists["category"]]
    parts.comments = [comment_parts(child) for child in lists["wp:comment"]]
    # Nearly every item has an id: only without one are all keys looked at.
    parts.has_wp = "post_id" in values or any(child.key.startswith("wp:") for child in element.children or ())
    if lists["enclosure"] and not any(meta.key == "enclosure" for meta in parts.meta):
        parts.meta += [_enclosure(child) for child in lists["enclosure"]]
    if is_feed and not parts.has_wp:
        _read_as_feed(element, parts)
    return parts


def _note_repeated(parts: Gathered, child: Element, name: str) -> None:
    """A field that stands again loses nothing when it says the same, or nothing.

    The first counts, as in WordPress's importer; but what one of two passwords or statuses hides stays hidden.
    """
    first, text = parts.values[name].strip(), child.text.strip()
    parts.again.add(name)
    if text in ("", first):
        return
    parts.repeated.append(child)
    if (name == "password" and not first) or (name == "status" and secrecy_of(text) > secrecy_of(first)):
        parts.values[name] = text
        parts.stricter.add(name)


def _meta(element: Element) -> Meta:
    """The key without blanks; the value as stored. The line is that of the value, which is what readers look for."""
    key, value, line = "", "", element.line
    for child in element.children or ():
        if child.key == "wp:meta_key":
            key = child.text.strip()
        elif child.key == "wp:meta_value":
            value, line = child.text, child.line
    return Meta(key=key, value=value, line=line)


def _category(element: Element) -> Category:
    """The domain, the nicename and the text, as they stand."""
    return element.attributes.get("domain", ""), element.attributes.get("nicename", ""), element.text


def _enclosure(element: Element) -> Meta:
    """An RSS enclosure in the form of WordPress's own meta: address, length, type on a line each."""
    parts = [element.attributes.get(name, "") for name in ("url", "length", "type")]
    return Meta(key="enclosure", value="\n".join(parts), line=element.line)


def _read_as_feed(element: Element, parts: Gathered) -> None:
    """What a feed puts elsewhere: the text in the description when it is not in content:encoded, the author bare."""
    values = parts.values
    if "content" not in values and values.get("description"):
        values["content"] = values.pop("description")
        parts.lines["content"] = parts.lines.pop("description")
    if "creator" not in values and (author := element.value_of("author").strip()):
        values["creator"] = author
