"""Where the written Markdown of an item is: in a file of its own, or in one document for the whole site."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from wpmigrate.errors import OutputError
from wpmigrate.output import name_on_disk

from .comments import Thread, comments_in, comments_in_file, comments_on_page
from .front_matter import split
from .rendering import Flavour

_ID = re.compile(rb'"id"\s*:\s*("(?:[^"\\]|\\.)*")')
_COMMENTS = b'"comments":[{'
_PAGE_BEGINS, _PAGE_ENDS = '<div class="content">\n', "</article>"
"""What stands around the text of an item in a page of the target `html`."""

Record = Mapping[str, Any]


class Form(NamedTuple):
    """How a document has its items."""

    items: Callable[[Record], list[Record]]
    id: Callable[[Record], str]
    text: Callable[[Record], str]
    flavour: Flavour
    comments: Callable[[Record], list[Thread]]
    #: Whether `id` is the first member of a line, so that the line need not be read whole.
    begins_with_id: bool = True


_OWN = Form(
    items=lambda document: document["items"],
    id=lambda item: item["id"],
    text=lambda item: item.get("content", {}).get("markdown", ""),
    flavour="commonmark",
    comments=lambda item: item.get("comments") or [],
)
_FORMS = {
    "ghost.json": Form(
        items=lambda document: document["data"]["posts"],
        id=lambda item: item["id"],
        text=lambda item: item["html"],
        flavour="html",
        comments=lambda _: [],
    ),
    "feed.json": Form(
        items=lambda document: document["items"],
        id=lambda item: item["_wpmigrate"]["id"],
        text=lambda item: item["content_html"],
        flavour="html",
        comments=lambda item: item["_wpmigrate"].get("comments") or [],
        begins_with_id=False,
    ),
}
"""Those of other programs, by the names of their documents."""


@dataclass(frozen=True, slots=True)
class Body:
    """The written text of one item (HTML where the flavour says so), and its file (below the output folder)."""

    markdown: str
    path: str
    flavour: Flavour = "extended"
    #: SHA-256 of the file, in hex; empty where the file is not the item's alone.
    sha256: str = ""
    #: HTML of the comments; None where the output has no place for those of this item.
    comments: str | None = None


class Bodies(Protocol):
    """Gives the written text of an item."""

    #: Whether the output has comments at all.
    has_comments: bool

    def body(self, item: str, path: str) -> Body | None:
        """The text of the item with this id, which belongs at `path`; None when it is not there.

        Raises OutputError when it cannot be read.
        """


class Files:
    """A file an item, below a folder."""

    def __init__(self, folder: Path, comments: Mapping[str, str] | None = None) -> None:
        """`comments` are the paths of the files with comments, by the path of the item."""
        self._folder = folder
        self._comments = comments or {}
        self.has_comments = bool(comments)

    def body(self, item: str, path: str) -> Body | None:
        """The file at `path`, whatever item it is of."""
        del item
        data = self._read(path)
        if data is None:
            return None
        text, digest = data.decode("utf-8", "replace"), hashlib.sha256(data).hexdigest()
        if path.endswith(".html"):
            return Body(_text_of_page(text), path, "html", digest, comments_on_page(text))
        return Body(split(text)[1], path, sha256=digest, comments=self._comments_of(path))

    def _comments_of(self, path: str) -> str | None:
        """The comments of the item at `path`."""
        file = self._comments.get(path)
        data = self._read(file) if file is not None else None
        if file is None or data is None:
            return None
        try:
            return comments_in_file(data.decode("utf-8", "replace"), file)
        except (ValueError, AttributeError, TypeError, RecursionError) as error:
            raise OutputError(f"{file} is damaged") from error

    def _read(self, path: str) -> bytes | None:
        """The bytes of a file; None when it is not there."""
        try:
            return (self._folder / name_on_disk(path)).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise OutputError(f"{path} cannot be read: {error.strerror}") from error


def _text_of_page(page: str) -> str:
    """What stands in the box of the text; the whole page where there is no such box."""
    _, begins, rest = page.partition(_PAGE_BEGINS)
    text, ends, _ = rest.partition(_PAGE_ENDS)
    return text[: text.rfind("</div>")] if begins and ends else page


class Documents:
    """One document with all items (`site.json`, `items.jsonl`): only where each item stands is kept in memory."""

    def __init__(self, file: Path) -> None:
        """Look where each item stands; raises OutputError for a document that cannot be read."""
        self._file = file
        self._form = _FORMS.get(file.name, _OWN)
        #: Byte at which the line of an item begins.
        self._places: dict[str, int] = {}
        self._whole: Mapping[str, Mapping[str, Any]] = {}
        self.sha256 = ""
        self.has_comments = False
        try:
            self._index()
            if not self._places:
                self._whole = {str(self._form.id(item)): item for item in _items_of(file, self._form)}
                self.has_comments = any(map(self._form.comments, self._whole.values()))
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
        comments = comments_in(self._form.comments(record)) if self.has_comments else None
        return Body(str(self._form.text(record)), path, self._form.flavour, comments=comments)

    def _index(self) -> None:
        """Items stand on a line each, as they are written; a document that was formatted anew has none such."""
        place, digest = 0, hashlib.sha256()
        with self._file.open("rb") as file:
            for line in file:
                digest.update(line)
                if line.startswith((b'{"id":', b'{"kind":"item",')) and (name := self._name_in(line)):
                    self._places[name] = place
                    self.has_comments = self.has_comments or _COMMENTS in line
                place += len(line)
        self.sha256 = digest.hexdigest()

    def _name_in(self, line: bytes) -> str:
        """The id of the item on a line; empty without one."""
        if not self._form.begins_with_id:
            return str(self._form.id(json.loads(line.rstrip().removesuffix(b","))))
        found = _ID.search(line, 0, 4096)
        return str(json.loads(found[1])) if found else ""


def _items_of(file: Path, form: Form) -> list[Record]:
    """The items of a document as JSON reads it."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".jsonl":
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
        return [row for row in rows if row["kind"] == "item"]
    items = form.items(json.loads(text))
    return list(items)
