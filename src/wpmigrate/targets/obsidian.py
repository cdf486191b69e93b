"""Obsidian: a vault of notes; properties that it reads, links from note to note."""

import re
from datetime import datetime

from .front_matter import as_list, render_page
from .record import RecordValue
from .target import Key, Target

_NO_TAG = re.compile(r"[^\w-]+")


def _local(value: RecordValue) -> RecordValue:
    """A date as the properties have it: without an offset."""
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value


def _tags(value: RecordValue) -> RecordValue:
    """Tags as Obsidian reads them: no blanks, not only digits (its help, "Tags", "Tag format")."""
    names = value if isinstance(value, list) else []
    plain = (_NO_TAG.sub("-", str(name)).strip("-") for name in names)
    return list(dict.fromkeys(f"y{name}" if name.isdigit() else name for name in plain if name)) or None


def _unpublished(value: RecordValue) -> RecordValue:
    """`publish: false` keeps Obsidian Publish away from a draft."""
    return False if value else None


OBSIDIAN = Target(
    name="obsidian",
    summary="a vault for Obsidian: a note an item with properties, links from note to note",
    layout="files",
    dialect="obsidian",
    links="file",
    render=render_page,
    paths={
        "post": "posts/{slug}.md",
        "page": "pages/{parents}/{slug}.md",
        "draft": "drafts/{slug}.md",
        "other": "{type}/{slug}.md",
    },
    keys=(
        Key("title", "title"),
        Key("aliases", "title", as_list),
        Key("date", "date", _local),
        Key("modified", "modified", _local),
        Key("tags", "tags", _tags),
        Key("categories", "categories"),
        Key("terms", "terms"),
        Key("authors", "authors"),
        Key("description", "excerpt.plain"),
        Key("image", "featured_image"),
        Key("permalink", "permalink"),
        Key("slug", "slug"),
        Key("publish", "draft", _unpublished),
        Key("status", "status"),
        Key("type", "type"),
        Key("sticky", "sticky"),
        Key("format", "format"),
        Key("comment_count", "comment_count"),
        Key("id", "id"),
        Key("meta", "meta"),
    ),
    drafts="a draft stands in `drafts/` and says `publish: false`, which Obsidian Publish heeds",
    look="is a vault: open the folder in Obsidian",
    cannot=("the offset of a date, which properties cannot hold",),
)
