"""Front-matter fields: each is one function of the record; the function's name in the table is the field's name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from wpmigrate.errors import UsageError

from .record import Record, RecordValue

Field = Callable[[Record], RecordValue]

META_ALLOWED = (
    "enclosure",
    "_yoast_wpseo_title",
    "_yoast_wpseo_metadesc",
    "_aioseop_title",
    "_aioseop_description",
    "rank_math_title",
    "rank_math_description",
)
"""Post meta that come out without being asked for: what authors typed for readers. `--meta` adds others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldOptions:
    """What goes into front matter: `chosen` names fields in order (empty: all); `renamed` maps to new keys."""

    form: Literal["yaml", "toml", "json"] = "yaml"
    chosen: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    constants: tuple[tuple[str, RecordValue], ...] = ()
    #: Post meta keys that come out; a trailing `*` matches any end.
    meta: tuple[str, ...] = META_ALLOWED


def _names(pairs: list[tuple[str, str]]) -> RecordValue:
    """The names of terms or authors, each once: two terms may be called the same; None when there are none."""
    return list(dict.fromkeys(name or slug for slug, name in pairs)) or None


def _status(record: Record) -> RecordValue:
    """The status, where it is more than "published"."""
    return None if record.status == "publish" and not record.is_draft else record.status


def _featured_image(record: Record) -> RecordValue:
    """The address of the featured image."""
    return record.featured_image["url"] if record.featured_image else None


def _terms(record: Record) -> RecordValue:
    """Custom taxonomies: names by taxonomy."""
    return {taxonomy: _names(pairs) for taxonomy, pairs in record.terms.items()} or None


FIELDS: Mapping[str, Field] = {
    "title": lambda record: record.title,
    "date": lambda record: record.date,
    "modified": lambda record: record.modified,
    "slug": lambda record: record.slug or None,
    "permalink": lambda record: record.permalink or None,
    "draft": lambda record: True if record.is_draft else None,
    "status": _status,
    "type": lambda record: record.type,
    "authors": lambda record: _names(record.authors),
    "categories": lambda record: _names(record.categories),
    "tags": lambda record: _names(record.tags),
    "terms": _terms,
    "excerpt": lambda record: record.excerpt or None,
    "featured_image": _featured_image,
    "comment_count": lambda record: record.comment_count,
    "sticky": lambda record: True if record.is_sticky else None,
    "format": lambda record: record.format or None,
    "id": lambda record: int(record.id) if record.id.isascii() and record.id.isdigit() else record.id,
    "meta": lambda record: record.meta or None,
}
"""All fields, in the order in which they are written."""


def front_matter_fields(record: Record, options: FieldOptions) -> dict[str, RecordValue]:
    """The fields of `record` that `options` wants, by their new names; fields that say nothing are left out."""
    renamed = dict(options.renamed)
    found: dict[str, RecordValue] = {}
    for name in options.chosen or FIELDS:
        value = FIELDS[name](record)
        key = renamed.get(name, name)
        if value is not None and key:
            found[key] = value
    found.update(options.constants)
    return found


def check_field_names(options: FieldOptions) -> None:
    """Raise UsageError for a field that does not exist or two fields with one key."""
    renamed = dict(options.renamed)
    for name in (*options.chosen, *renamed):
        if name not in FIELDS:
            raise UsageError(f"there is no field {name!r}", advice=f"The fields are: {', '.join(FIELDS)}.")
    keys = [key for name in options.chosen or FIELDS if (key := renamed.get(name, name))]
    keys += [key for key, _ in options.constants]
    for key in keys:
        if keys.count(key) > 1:
            raise UsageError(f"two fields are called {key!r}", advice="Give each its own key with --field NAME=KEY.")
