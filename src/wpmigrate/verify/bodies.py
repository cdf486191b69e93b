"""Where the written Markdown of an item is: in a file of its own, or in one document for the whole site."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from wpmigrate.errors import OutputError
from wpmigrate.output import name_on_disk

from .front_matter import split
from .rendering import Flavour

_ID = re.compile(rb'"id"\s*:\s*("(?:[^"\\]|\\.)*")')


@dataclass(frozen=True, slots=True)
class Body:
    """The written text of one item, and the file that it stands in (below the output folder)."""

    markdown: str
    path: str
    flavour: Flavour = "extended"
    #: SHA-256 of the file, in hex; empty where the file is not the item's alone.
    sha256: str = ""


class Bodies(Protocol):
    """Gives the written text of an item."""

    def body(self, item: str, path: str) -> Body | None:
        """The text of the item with this id, which belongs at `path`; None when it is not there.

        Raises OutputError when it cannot be read.
        """


class Files:
    """A file an item, below a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def body(self, item: str, path: str) -> Body | None:
        """The file at `path`, whatever item it is of."""
        del item
        try:
            data = (self._folder / name_on_disk(path)).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise OutputError(f"{path} cannot be read: {error.strerror}") from error
        text = split(data.decode("utf-8", "replace"))[1]
        return Body(text, path, sha256=hashlib.sha256(data).hexdigest())


class Documents:
    """One document with all items (`site.json`, `items.jsonl`): only where each item stands is kept in memory."""

    def __init__(self, file: Path) -> None:
        """Look where each item stands; raises OutputError for a document that cannot be read."""
        self._file = file
        #: Byte at which the line of an item begins.
        self._places: dict[str, int] = {}
        self._whole: Mapping[str, Mapping[str, Any]] = {}
        self.sha256 = ""
        try:
            self._index()
            if not self._places:
                self._whole = {str(item["id"]): item for item in _items_of(file)}
        except OSError as error:
            raise OutputError(f"{file.name} cannot be read: {error.strerror}") from error
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            raise OutputError(f"{file.name} is damaged") from error

    def body(self, item: str, path: str) -> Body | None:
        """The Markdown of the item in the document."""
        if item in self._whole:
            record = self._whole[item]
        elif item in self._places:
            with self._file.open("rb") as file:
                file.seek(self._places[item])
                try:
                    record = json.loads(file.readline().rstrip().removesuffix(b","))
                except (ValueError, RecursionError) as error:
                    raise OutputError(f"{path} is damaged at item {item}") from error
        else:
            return None
        return Body(str(record.get("content", {}).get("markdown", "")), path, flavour="commonmark")

    def _index(self) -> None:
        """Items stand on a line each, as they are written; a document that was formatted anew has none such."""
        place, digest = 0, hashlib.sha256()
        with self._file.open("rb") as file:
            for line in file:
                digest.update(line)
                if line.startswith((b'{"id":', b'{"kind":"item",')):
                    found = _ID.search(line, 0, 4096)
                    if found:
                        self._places[json.loads(found[1])] = place
                place += len(line)
        self.sha256 = digest.hexdigest()


def _items_of(file: Path) -> list[Mapping[str, Any]]:
    """The items of a document as JSON reads it."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".jsonl":
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
        return [row for row in rows if row["kind"] == "item"]
    items = json.loads(text)["items"]
    return list(items)
