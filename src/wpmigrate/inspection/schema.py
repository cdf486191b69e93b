"""The JSON Schema (2020-12) of `wpmigrate inspect --format json`: data, printed by `wpmigrate schema inspect`."""

from typing import Any

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer", "minimum": 0}


def _record(**properties: Schema) -> Schema:
    """An object with all of `properties`. Later versions may add more."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


_ROW = _record(name=_TEXT, count=_NUMBER)
_IN_ITEMS = _record(name=_TEXT, count=_NUMBER, items={**_NUMBER, "description": "items that have it"})
_HANDLED = _record(
    name=_TEXT,
    count=_NUMBER,
    items=_NUMBER,
    handling={**_TEXT, "description": "what convert makes of it"},
)

INSPECTION_SCHEMA: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "https://wpmigrate.invalid/schema/1/inspect.json",
    "title": "what is in an export",
    **_record(
        version={"const": 1},
        files=_list(_TEXT),
        site=_record(
            title=_TEXT,
            url=_TEXT,
            language={**_TEXT, "description": "as the export says"},
            locale={**_TEXT, "description": "as WordPress writes it; guessed where most texts say something else"},
            exporter=_TEXT,
            exporter_version=_TEXT,
            wxr_version=_TEXT,
        ),
        items=_NUMBER,
        types=_list(_record(name=_TEXT, count=_NUMBER, statuses=_list(_ROW), note=_TEXT)),
        authors=_list(_record(name=_TEXT, display_name=_TEXT, count=_NUMBER)),
        months=_list(
            _record(month={"type": "string", "pattern": r"^\d{4}-\d\d$"}, posts=_NUMBER, comments=_NUMBER),
        ),
        undated={**_NUMBER, "description": "items of their own without a date"},
        terms=_list(_record(taxonomy=_TEXT, count=_NUMBER, terms=_list(_ROW))),
        fields={**_list(_ROW), "description": "custom fields, by items that have them"},
        comments=_record(total=_NUMBER, items=_NUMBER, states=_list(_ROW), kinds=_list(_ROW)),
        media=_record(
            attachments=_NUMBER,
            without_address=_NUMBER,
            kinds=_list(_ROW),
            hosts=_list(_ROW),
            picture_hosts={**_list(_ROW), "description": "hosts of the pictures that bodies show"},
        ),
        blocks=_list(_HANDLED),
        shortcodes=_list(_HANDLED),
        html=_record(
            elements=_list(_IN_ITEMS), styles={**_list(_ROW), "description": "properties of style attributes"}
        ),
        languages={**_list(_ROW), "description": "guessed from the words (ISO 639-1), by items"},
        links=_record(
            kinds={**_list(_ROW), "description": "inside, outside, relative, anchor, mail, other"}, hosts=_list(_ROW)
        ),
        sizes=_record(
            characters=_NUMBER,
            steps=_list(_record(below=_NUMBER, count=_NUMBER)),
            largest=_list(_record(id=_TEXT, type=_TEXT, title=_TEXT, characters=_NUMBER)),
        ),
        outcome=_record(
            written=_NUMBER,
            drafts=_NUMBER,
            left_out=_list(_record(name=_TEXT, count=_NUMBER, why=_TEXT)),
        ),
        problems=_list(
            _record(
                code=_TEXT,
                name=_TEXT,
                severity={"enum": ["error", "warning", "info"]},
                count=_NUMBER,
                why=_TEXT,
                advice=_TEXT,
            )
        ),
    ),
}
