"""JSON Lines: one record a line, in file order, for pipes and databases."""

from .fields import FieldOptions
from .json import dumps, item_document
from .record import Record
from .target import Target


def _render(target: Target, record: Record, options: FieldOptions) -> bytes:
    """The item as one line, with its kind."""
    del target, options  # JSON Lines have all fields
    return dumps({"kind": "item", **item_document(record)}).encode("utf-8", "backslashreplace") + b"\n"


JSONL = Target(
    name="jsonl",
    summary="one record a line (site, author, term, menu, item), in file order; -o - streams it",
    layout="lines",
    dialect="commonmark",
    links="permalink",
    render=_render,
    paths={},
    document="items.jsonl",
)
