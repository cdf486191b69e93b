"""Where converted items go: a file each, one document, or lines in a stream. One sink a layout, one table."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from wpmigrate import rules
from wpmigrate.config import ConvertOptions
from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import SiteIndex
from wpmigrate.output import OutputFolder, Written
from wpmigrate.targets.json import FORMAT_VERSION, dumps
from wpmigrate.targets.site_document import (
    author_documents,
    media_documents,
    menu_documents,
    site_document,
    term_documents,
)

from .conversion import Converted, Converter
from .spool import Spool


@dataclass(slots=True)
class Done:
    """What one batch gave, small enough to travel between processes."""

    #: Numbers of the items that were converted.
    numbers: list[int] = field(default_factory=list)
    #: SHA-256 of each item's own file (hex), by number; empty for documents.
    digests: dict[int, str] = field(default_factory=dict)
    written: list[Written] = field(default_factory=list)
    #: The items' bytes, in order, for documents and lines.
    pieces: list[bytes] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    shortcodes: Counter[str] = field(default_factory=Counter)
    blocks: Counter[str] = field(default_factory=Counter)
    comments: int = 0


class Task:
    """Converts a batch of items by their numbers; with a folder, writes their files too. Runs in workers."""

    def __init__(self, converter: Converter, spool: Spool, folder: OutputFolder | None) -> None:
        """`folder` is None when the pieces go back to the parent."""
        self._converter = converter
        self._spool = spool
        self._folder = folder

    def __call__(self, numbers: Sequence[int]) -> Done:
        """Convert, then write the batch at once."""
        done = Done()
        files: list[tuple[str, bytes]] = []
        own: dict[str, int] = {}
        for number in numbers:
            converted = self._converter.convert(self._spool.item(number), self._converter.index.entries[number])
            _add(done, converted)
            if self._folder is None:
                done.pieces.extend(data for _, data in converted.files)
            else:
                own[converted.files[0][0]] = number
                files += converted.files
        if self._folder is not None:
            done.written = self._folder.write_batch(files)
            done.digests = {own[file.path]: file.sha256 for file in done.written if file.path in own}
        return done


def _add(done: Done, converted: Converted) -> None:
    """Add one item's findings and counts to the batch's."""
    done.numbers.append(converted.number)
    done.diagnostics += converted.diagnostics
    done.shortcodes += converted.shortcodes
    done.blocks += converted.blocks
    done.comments += converted.comments


def document_pieces(index: SiteIndex, pieces: Iterable[bytes], options: ConvertOptions) -> Iterator[bytes]:
    """site.json, piece by piece: {version, site, authors, terms, media, menus, items}."""
    head = {
        "version": FORMAT_VERSION,
        "site": site_document(index.site),
        "authors": author_documents(index, emails=options.include_emails),
        "terms": term_documents(index, rules.term_parents(index)),
        "media": media_documents(index),
        "menus": menu_documents(index),
    }
    fields = [f"{json.dumps(name)}:{dumps(value)}" for name, value in head.items()]
    yield ("{" + ",\n".join(fields) + ',\n"items":[').encode("utf-8", "backslashreplace")
    separator = b"\n"
    for piece in pieces:
        yield separator + piece
        separator = b",\n"
    yield b"\n]}\n"


def line_pieces(index: SiteIndex, pieces: Iterable[bytes], options: ConvertOptions) -> Iterator[bytes]:
    """items.jsonl, piece by piece: the site, its authors, terms, media and menus, then the items in file order."""
    lines = [{"kind": "site", "version": FORMAT_VERSION, **site_document(index.site)}]
    for kind, documents in (
        ("author", author_documents(index, emails=options.include_emails)),
        ("term", term_documents(index, rules.term_parents(index))),
        ("media", media_documents(index)),
        ("menu", menu_documents(index)),
    ):
        lines += [{"kind": kind, **document} for document in documents]
    for line in lines:
        yield (dumps(line) + "\n").encode("utf-8", "backslashreplace")
    yield from pieces


FRAMES: Mapping[str, Callable[[SiteIndex, Iterable[bytes], ConvertOptions], Iterator[bytes]]] = {
    "document": document_pieces,
    "lines": line_pieces,
}
"""How the items' pieces become one file, by layout."""
