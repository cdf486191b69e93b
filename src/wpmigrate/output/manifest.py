"""The manifest: a row an item, a row a file. Written and read row by row, so that 50,000 rows need little memory."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from wpmigrate.errors import OutputError

from .namebook import check_path, printable

MANIFEST_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestRow:
    """What became of one item. `path` and `sha256` are those of its file, None when it has none of its own."""

    id: str
    type: str
    status: str
    #: Address on the old site.
    url: str = ""
    path: str | None = None
    #: Why it was left out; None when it was written.
    skipped: str | None = None
    #: In hex; empty or None for a file that another wrote and that was kept.
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file that belongs to no single item. `sha256` is in hex; files of others that were kept get no row."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """All rows, in the order they are to be written; each iterable is read once."""

    items: Iterable[ManifestRow]
    files: Iterable[FileRow] = ()


_HEAD = f'{{"version": {MANIFEST_VERSION}, "items": ['.encode()
_MIDDLE = b'], "files": ['
_TAIL = b"]}\n"


def manifest_pieces(manifest: Manifest) -> Iterator[bytes]:
    """The JSON of the manifest, row by row, keys in one order; ASCII, so that it is safe to print.

    The row of an item that was left out says no address and no name: the folder may be published.
    """
    yield _HEAD
    yield from _rows(map(_item_fields, manifest.items))
    yield _MIDDLE
    yield from _rows({"path": row.path, "sha256": row.sha256} for row in manifest.files)
    yield _TAIL


def _item_fields(row: ManifestRow) -> dict[str, str | None]:
    fields: dict[str, str | None] = {"id": row.id, "type": row.type, "status": row.status}
    if row.skipped is not None:
        return fields | {"path": None, "skipped": row.skipped}
    return fields | {"url": row.url, "path": row.path, "skipped": None, "sha256": row.sha256 or None}


def _rows(rows: Iterable[Mapping[str, str | None]]) -> Iterator[bytes]:
    end = b"\n"
    for row in rows:
        yield end + json.dumps(row).encode("ascii")
        end = b",\n"
    yield b"\n"


def read_manifest(path: Path) -> Iterator[tuple[str, bytes]]:
    """(path, SHA-256) of all files that the manifest says were written; nothing when there is no manifest.

    Raises OutputError when it is damaged or of a newer version, OSError when it cannot be read.
    """
    try:
        for row in _rows_of(path):
            if row.get("path") and row.get("sha256"):
                yield row["path"], bytes.fromhex(row["sha256"])
    except FileNotFoundError:
        return
    except _DAMAGE as error:
        advice = "Give --force to go on without it, or another folder."
        raise OutputError(f"the manifest {printable(str(path))} is damaged", advice=advice) from error


def read_items(path: Path) -> Iterator[ManifestRow]:
    """The rows of the items, in the order in which they were written.

    Raises OutputError when there is no manifest, when it is damaged or of a newer version, or when it names a path that
    no output has; OSError when it cannot be read.
    """
    try:
        for row in _rows_of(path):
            if "id" not in row:
                continue
            if row.get("path"):
                check_path(row["path"])
            yield ManifestRow(**{name: row[name] for name in _FIELDS if row.get(name) is not None})
    except FileNotFoundError as error:
        folder = printable(str(path.parent.parent))
        raise OutputError(f"{folder} holds no output of wpmigrate: there is no manifest") from error
    except _DAMAGE as error:
        raise OutputError(f"the manifest {printable(str(path))} is damaged") from error


_DAMAGE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What reading a manifest raises that is none."""
_FIELDS = tuple(field.name for field in fields(ManifestRow))


def _rows_of(path: Path) -> Iterator[dict[str, str]]:
    """The rows of items and files, as they stand."""
    with path.open("rb") as file:
        if file.readline() == _HEAD + b"\n":
            yield from _lines(file)
        else:  # not as we write it: someone formatted it anew
            file.seek(0)
            yield from _whole(json.load(file), path)


def _lines(file: Iterable[bytes]) -> Iterator[dict[str, str]]:
    line = b""
    for line in file:
        if line.startswith(b"{"):
            yield json.loads(line.rstrip(b",\n"))
        elif line not in (_MIDDLE + b"\n", _TAIL):
            raise ValueError("a line that is no row")
    if line != _TAIL:
        raise ValueError("the end is missing")


def _whole(document: Mapping[str, Any], path: Path) -> Iterator[dict[str, str]]:
    if int(document["version"]) != MANIFEST_VERSION:
        folder = printable(str(path.parent.parent))
        raise OutputError(
            f"{folder} was written by another version of wpmigrate (manifest version {int(document['version'])})",
            advice="Update wpmigrate, or give another folder.",
        )
    yield from document["items"]
    yield from document.get("files", [])
