"""From broken exports to a correct one: read, mend, write. The order of the stages stands here."""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, takewhile
from pathlib import Path
from typing import BinaryIO

from wpmigrate.api.selection import Filters
from wpmigrate.config import options_of
from wpmigrate.errors import UsageError
from wpmigrate.output import keep_inputs, write_file
from wpmigrate.reader import Inputs, ReaderOptions, Source, input_names, let_go, open_sources, read_passages

from .document import Document
from .draft import Draft
from .options import RepairOptions
from .result import RepairResult
from .scrub import Scrubber

_WINDOW = 1 << 20


def repair(
    inputs: Inputs,
    out: str | Path | None,
    options: RepairOptions | None = None,
    *,
    stream: BinaryIO | None = None,
) -> RepairResult:
    """Write the exports at `inputs` as one correct export to the file `out`, or onto `stream`.

    Memory is bounded by the largest item. With `split_…` the parts are `out` with a number before its ending. Raises
    InputError for what is no export, UsageError for options that cannot be meant, OutputError when it cannot be written.
    """
    options = options_of(RepairOptions, options)
    names = input_names(inputs)
    sources, refused = open_sources(names)
    _check(names, sources, out, options)
    result = RepairResult(mended=refused)
    with Draft() as draft:
        scrubber = Scrubber(names=options.scrub_names) if options.scrub or options.scrub_names else None
        document = Document(options, draft, scrubber, Filters(options.selection))
        for source in sources:
            _read(source, document)
        document.finish()
        _count(result, document)
        if not options.dry_run:
            _write(document, sources, out, stream, result)
    return result


def _check(names: Sequence[str], sources: Sequence[Source], out: str | Path | None, options: RepairOptions) -> None:
    """Raise UsageError for what cannot be meant."""
    if len(sources) > 1 and not options.merge:
        raise UsageError(f"these are {len(sources)} exports", advice="Give --merge to write them as one.")
    if out is None:
        if options.is_split:
            raise UsageError("parts cannot go to standard output", advice="Give a file with -o.")
        return
    if str(out).endswith(("/", os.sep)):
        raise UsageError(f"{out} is a folder", advice=f"Give a file, such as -o {out}export.xml.")
    if not options.force:
        read: list[str | Path] = [*names, *(source.path for source in sources if source.path is not None)]
        keep_inputs(out, read, advice="Give another file with -o, or --force to replace it.")


def _read(source: Source, document: Document) -> None:
    """All of one export into the document."""
    document.file = source.name
    for event in read_passages(source, ReaderOptions(fix_mojibake=document.options.fix_mojibake)):
        document.take(event)


def _count(result: RepairResult, document: Document) -> None:
    result.read, result.unselected = document.read, document.unselected
    result.written, result.is_changed = document.draft.items, document.is_changed
    result.mended += sorted(document.mended, key=lambda found: (found.file, found.line or 0))
    if document.scrubber:
        result.scrubbed = document.scrubber.counts


def _write(
    document: Document, sources: Sequence[Source], out: str | Path | None, stream: BinaryIO | None, result: RepairResult
) -> None:
    """The file, or the parts."""
    for number, pieces in _files(document, sources):
        counted = _Counted(pieces)
        if out is None:
            assert stream is not None
            for piece in counted:
                stream.write(piece)
            stream.flush()
        else:
            path = Path(out) if number is None else part_path(Path(out), number)
            write_file(path, counted)
            result.files.append(path)
        result.sizes.append(counted.size)
    if out is not None and document.options.is_split:
        further = (part_path(Path(out), number) for number in count(len(result.files) + 1))
        result.left_behind = list(takewhile(Path.exists, further))


class _Counted:
    """The same pieces, and how many bytes they had."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.size = 0
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self.size += len(piece)
            yield piece


def part_path(out: Path, number: int) -> Path:
    """`export.xml` → `export.001.xml`, as the parts of `wp export` are numbered."""
    return out.with_name(f"{out.stem}.{number:03d}{out.suffix}")


def _files(document: Document, sources: Sequence[Source]) -> Iterator[tuple[int | None, Iterable[bytes]]]:
    """Each file: its number as a part, and its bytes."""
    draft, options = document.draft, document.options
    if not options.is_split:
        yield None, _unsplit(document, sources)
        return
    head = sum(draft.size_of(number) for number in draft.numbers(is_item=False))
    room = None
    if options.split_bytes is not None:
        room = options.split_bytes - head - len(document.prolog) - len(document.end)
        if room <= 0:
            raise UsageError(f"authors and terms alone take {head} bytes", advice="Give a larger size to --split.")
    for number, part in enumerate(draft.parts(room=room, items=options.split_items), 1):
        yield number, _part(document, part)


def _unsplit(document: Document, sources: Sequence[Source]) -> Iterator[bytes]:
    """The whole export; one in which nothing changes is copied as it is, whatever its encoding."""
    if document.is_changed or len(sources) != 1:
        yield document.prolog
        yield from document.draft.bytes_of(document.draft.all())
        yield document.end
        return
    data = sources[0].data()
    for low in range(0, len(data), _WINDOW):
        yield data[low : low + _WINDOW]
        let_go(data, low, low + _WINDOW)


def _part(document: Document, items: Iterable[int]) -> Iterator[bytes]:
    """One part: everything that is no item, then its items."""
    yield document.prolog
    yield from document.draft.bytes_of(document.draft.numbers(is_item=False))
    yield from document.draft.bytes_of(items)
    yield document.end
