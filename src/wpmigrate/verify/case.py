"""An export and an output, brought together: which file, or which place in a document, belongs to which item."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wpmigrate.api.indexing import Reading
from wpmigrate.config import Fate, Selection, judge
from wpmigrate.errors import OutputError
from wpmigrate.model import Entry
from wpmigrate.output import ManifestRow, read_items, read_manifest
from wpmigrate.targets import TARGETS

from .bodies import Bodies, Documents, Files
from .comments import comment_paths
from .named import NOTHING_NAMED, Named, read_named
from .options import VerifyOptions
from .reading import facts_of
from .site import Shown, read_export, selection_of
from .slugs import files_by_name, match

_STATE = ".wpmigrate"
_DOCUMENTS = frozenset(target.document for target in TARGETS.values() if target.document)
_LOST = "lost"
"""What the manifest says of an item that was read and neither written nor left out."""


@dataclass(slots=True, kw_only=True)
class Case:
    """All that is needed to judge items one by one."""

    reading: Reading
    bodies: Bodies
    #: Path of the file (below the output folder) of each item, by the number of its entry; empty for one without.
    paths: Mapping[int, str]
    #: SHA-256 of the files as they were written.
    digests: Mapping[int, str] = field(default_factory=dict)
    #: None where nothing tells what was left out by name: then what an output may leave out is not expected.
    named: Mapping[str, Named] | None = None
    skipped: Counter[str] = field(default_factory=Counter)
    #: How many items of the output the exports do not hold, and the files of those with their old addresses.
    strangers: int = 0
    files_of_strangers: Mapping[str, str] = field(default_factory=dict)
    #: Files that hold several items and are not as they were written.
    edited: int = 0


def open_case(exports: Sequence[str], out: Path, options: VerifyOptions) -> Case:
    """Read the exports and find the files.

    Raises OutputError when there is no output that can be judged, InputError for what is no export, UsageError for the
    exports of several sites.
    """
    if not out.is_dir():
        raise OutputError(f"there is no folder {out}", advice="Give the folder that the conversion wrote.")
    return _BY_MAP[options.map](exports, out, options)


def _by_manifest(exports: Sequence[str], out: Path, options: VerifyOptions) -> Case:
    """As wpmigrate's own manifest has it."""
    rows = {row.id: row for row in read_items(out / _STATE / "manifest.json")}
    documents = {row.path for row in rows.values() if row.path in _DOCUMENTS}
    if TARGETS["wxr"].document in documents:
        raise OutputError(
            f"{out} holds an export, which keeps each body as it is stored",
            advice="`wpmigrate validate --against EARLIER` compares two exports.",
        )
    bodies = Documents(out / min(documents)) if documents else Files(out)
    try:
        named = read_named(out / _STATE / "report.json")
    except (ValueError, RecursionError) as error:
        raise OutputError(f"the report in {out / _STATE} is damaged") from error
    reading = read_export(exports, selection_of(rows.values()), options)
    case = Case(reading=reading, bodies=bodies, paths={}, named=named)
    if rows and not _assign(case, rows):
        reading.spool.close()
        raise OutputError(f"{out} was made of another export", advice="Give the export that it was made of.")
    if not isinstance(bodies, Documents):
        written = {path for path, _ in read_manifest(out / _STATE / "manifest.json")}
        case.bodies = Files(out, comment_paths(map(reading.index.entries.__getitem__, case.paths), written))
    else:
        case.edited = bodies.sha256 not in {row.sha256 for row in rows.values() if row.path is not None}
        case.digests = {}
    return case


def _assign(case: Case, rows: Mapping[str, ManifestRow]) -> int:
    """Give each entry what the manifest says of it; gives how many it knows."""
    paths, digests = {}, {}
    met = set()
    for entry in case.reading.index.entries:
        row = rows.get(entry.id)
        if row is None:
            if entry.skipped is None and _is_public(entry):
                paths[entry.number] = ""
            continue
        met.add(entry.id)
        if row.skipped == _LOST:
            paths[entry.number] = ""
        elif row.path is None:
            case.skipped[row.skipped or _LOST] += 1
            entry.skipped = entry.skipped or row.skipped
        else:
            entry.path, entry.skipped = row.path, None
            entry.address = (case.named or {}).get(entry.id, NOTHING_NAMED).address or entry.address
            paths[entry.number] = row.path
            digests[entry.number] = row.sha256 or ""
    case.paths, case.digests = paths, digests
    strange = [row for name, row in rows.items() if name not in met and row.path is not None]
    case.strangers, case.files_of_strangers = len(strange), {row.path or "": row.url for row in strange}
    return len(met)


def _by_slug(exports: Sequence[str], out: Path, options: VerifyOptions) -> Case:
    """By the names of the files, for what other tools wrote."""
    files = files_by_name(out)
    reading = read_export(exports, Selection(), options)
    shown = Shown(reading, {}, options)
    entries = [entry for entry in reading.index.entries if entry.skipped is None and _is_public(entry)]
    found = match(out, files, entries, lambda entry: facts_of(shown.html(reading.spool.item(entry.number))).text)
    paths = {entry.number: found.get(entry.number, "") for entry in entries}
    return Case(reading=reading, bodies=Files(out), paths=paths)


def _is_public(entry: Entry) -> bool:
    """Whether a conversion is to write and publish the entry without being asked for it."""
    verdict = judge(entry, types=frozenset(), statuses=frozenset(), include=frozenset())
    return verdict.fate is Fate.WRITTEN


_BY_MAP = {"manifest": _by_manifest, "slug": _by_slug}
"""How the file of an item is found."""
