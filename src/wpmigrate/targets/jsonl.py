"""JSON Lines: one record a line, in file order, for pipes and databases."""

from collections.abc import Iterable, Iterator

from .fields import FieldOptions
from .json import FORMAT_VERSION, dumps, item_document
from .record import Record
from .site_document import SiteRecord
from .target import Target


def _render(target: Target, record: Record, options: FieldOptions) -> bytes:
    """The item as one line, with its kind."""
    del target, options  # JSON Lines have all fields
    return dumps({"kind": "item", **item_document(record)}).encode("utf-8", "backslashreplace") + b"\n"


def _frame(site: SiteRecord, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """items.jsonl, piece by piece: the site, its authors, terms, media and menus, then the items in file order."""
    lines = [{"kind": "site", "version": FORMAT_VERSION, **site.site}]
    for kind, documents in (
        ("author", site.authors),
        ("term", site.terms),
        ("media", site.media),
        ("menu", site.menus),
    ):
        lines += [{"kind": kind, **document} for document in documents]
    for line in lines:
        yield (dumps(line) + "\n").encode("utf-8", "backslashreplace")
    yield from pieces


JSONL = Target(
    name="jsonl",
    summary="one record a line (site, author, term, menu, item), in file order; -o - streams it",
    layout="lines",
    dialect="commonmark",
    links="permalink",
    render=_render,
    paths={},
    document="items.jsonl",
    frame=_frame,
)
