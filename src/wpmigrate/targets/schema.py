"""The JSON Schema (2020-12) of `site.json` and of a line of `items.jsonl`: data, printed by `wpmigrate schema`."""

from typing import Any

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
_WHOLE: Schema = {"type": "integer"}
_WHOLE_OR_NULL: Schema = {"type": ["integer", "null"], "minimum": 0}
_FLAG: Schema = {"type": "boolean"}
_MOMENT: Schema = {
    "type": ["string", "null"],
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d)?$",
    "description": "ISO 8601; with the post's own offset where the export tells it",
}


def _record(properties: dict[str, Schema], optional: tuple[str, ...] = ()) -> Schema:
    """An object that has all of `properties` but the optional ones. Later versions may add more."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


_PAIR = _record({"slug": _TEXT, "name": _TEXT})
_AUTHOR_PAIR = _record({"login": _TEXT, "name": _TEXT})

SITE = _record(
    {"title": _TEXT, "description": _TEXT, "url": _TEXT, "language": _TEXT, "wxr_version": _TEXT, "generator": _TEXT}
)
AUTHOR = _record(
    {"login": _TEXT, "name": _TEXT, "first_name": _TEXT, "last_name": _TEXT, "email": _TEXT}, optional=("email",)
)
TERM = _record(
    {
        "taxonomy": _TEXT,
        "slug": _TEXT,
        "name": _TEXT,
        "parent": {**_TEXT_OR_NULL, "description": "slug of the parent term"},
        "description": _TEXT,
        "meta": {"type": "object"},
    }
)
MEDIA = _record(
    {
        "id": _TEXT,
        "url": _TEXT,
        "title": _TEXT,
        "alt": _TEXT,
        "caption": {**_TEXT, "description": "HTML as stored"},
        "description": {**_TEXT, "description": "HTML as stored"},
        "parent": _TEXT_OR_NULL,
        "file": {**_TEXT_OR_NULL, "description": "path below the uploads folder"},
        "width": _WHOLE_OR_NULL,
        "height": _WHOLE_OR_NULL,
        "sizes": _list(_record({"name": _TEXT, "file": _TEXT, "width": _WHOLE, "height": _WHOLE})),
    }
)
MENU = _record(
    {
        "slug": _TEXT,
        "name": _TEXT,
        "items": _list(
            _record(
                {
                    "id": _TEXT,
                    "title": _TEXT,
                    "url": _TEXT_OR_NULL,
                    "kind": _TEXT,
                    "object": _TEXT,
                    "object_id": _TEXT_OR_NULL,
                    "parent": _TEXT_OR_NULL,
                    "order": _WHOLE,
                }
            )
        ),
    }
)
COMMENT = _record(
    {
        "id": _TEXT,
        "parent": {**_TEXT_OR_NULL, "description": "id of the comment that this one answers"},
        "kind": {**_TEXT, "description": "comment, pingback, trackback or a plugin's"},
        "author": _TEXT,
        "url": _TEXT_OR_NULL,
        "date": _MOMENT,
        "content": {**_TEXT, "description": "clean HTML"},
        "email": _TEXT,
    },
    optional=("email",),
)
ITEM = _record(
    {
        "id": {**_TEXT, "description": "unique: the post id, else what identifies the item"},
        "type": _TEXT,
        "status": _TEXT,
        "draft": {**_FLAG, "description": "must not be published"},
        "title": _TEXT,
        "slug": _TEXT,
        "url": {**_TEXT, "description": "the old address"},
        "permalink": {**_TEXT_OR_NULL, "description": "the path of the address, from the site's root"},
        "date": _MOMENT,
        "modified": _MOMENT,
        "authors": _list(_AUTHOR_PAIR),
        "categories": _list(_PAIR),
        "tags": _list(_PAIR),
        "terms": {"type": "object", "additionalProperties": _list(_PAIR), "description": "custom taxonomies"},
        "excerpt": {**_TEXT_OR_NULL, "description": "Markdown"},
        "featured_image": {
            "anyOf": [{"type": "null"}, _record({"id": _TEXT, "url": _TEXT, "alt": _TEXT, "caption": _TEXT})]
        },
        "comment_count": {
            "type": ["integer", "null"],
            "minimum": 0,
            "description": "approved ones, pingbacks included; null when a saved page does not tell it",
        },
        "comments": _list(COMMENT),
        "meta": {"type": "object"},
        "sticky": _FLAG,
        "format": _TEXT_OR_NULL,
        "parent": _TEXT_OR_NULL,
        "order": _WHOLE,
        "content": _record({"html": _TEXT, "markdown": _TEXT, "text": _TEXT, "raw": _TEXT}, optional=("raw",)),
    }
)

_ID = "https://wpmigrate.invalid/schema/1"

DOCUMENT_SCHEMA: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": f"{_ID}/site.json",
    "title": "site.json",
    **_record(
        {
            "version": {"const": 1},
            "site": SITE,
            "authors": _list(AUTHOR),
            "terms": _list(TERM),
            "media": _list(MEDIA),
            "menus": _list(MENU),
            "items": _list(ITEM),
        }
    ),
}
"""Schema of the whole document."""


def _line(kind: str, schema: Schema) -> Schema:
    """A record of JSON Lines: the same object with its kind."""
    return {
        **schema,
        "properties": {"kind": {"const": kind}, **schema["properties"]},
        "required": ["kind", *schema["required"]],
    }


LINE_SCHEMA: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": f"{_ID}/items.jsonl",
    "title": "a line of items.jsonl",
    "oneOf": [
        _line(
            "site",
            {
                **SITE,
                "properties": {"version": {"const": 1}, **SITE["properties"]},
                "required": ["version", *SITE["required"]],
            },
        ),
        _line("author", AUTHOR),
        _line("term", TERM),
        _line("media", MEDIA),
        _line("menu", MENU),
        _line("item", ITEM),
    ],
}
"""Schema of one line."""

SCHEMAS = {"json": DOCUMENT_SCHEMA, "jsonl": LINE_SCHEMA}
"""By target."""
