"""The files of other tools: found by the slugs of the items, the most similar candidate first."""

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote

from wpmigrate.errors import OutputError
from wpmigrate.model import Entry

from .front_matter import slug_of, split
from .tokens import tokens

_ENDINGS = (".md", ".markdown", ".mdx", ".mkd")
_DATE = re.compile(r"\d{4}-\d\d-\d\d[-_]")
_INDEXES = frozenset({"index", "_index"})
_DRAFTS = 0.001
"""How much less a file in a folder of drafts counts: enough to decide between equals."""

TextOf = Callable[[Entry], list[str]]


def match(
    folder: Path, by_name: Mapping[str, Sequence[str]], entries: Iterable[Entry], text_of: TextOf
) -> dict[int, str]:
    """The path (below `folder`) of the file of each entry, by the number of the entry; a file belongs to one entry.

    `by_name` comes from `files_by_name`. `text_of` gives the tokens of an entry's content; it is only asked where
    several files or entries compete.
    """
    candidates = {entry.number: _candidates(entry, by_name) for entry in entries}
    claims = Counter(path for paths in candidates.values() for path in paths)
    found: dict[int, str] = {}
    contested: list[tuple[float, int, str]] = []
    for entry in entries:
        paths = candidates[entry.number]
        if len(paths) == 1 and claims[paths[0]] == 1:
            found[entry.number] = paths[0]
        elif paths:
            contested += _scored(entry, paths, folder, text_of)
    used: set[str] = set()
    for _, number, path in sorted(contested, key=lambda one: (-one[0], one[1], one[2])):
        if number not in found and path not in used:
            found[number] = path
            used.add(path)
    return found


def files_by_name(folder: Path) -> dict[str, list[str]]:
    """The Markdown files (paths below `folder`) by each name that they may be known under.

    Raises OutputError when the folder holds no Markdown.
    """
    found: dict[str, list[str]] = {}
    for path in _markdown_files(folder):
        stem = path.rpartition("/")[2].rpartition(".")[0]
        if stem in _INDEXES:
            stem = path.rpartition("/")[0].rpartition("/")[2]
        names = {_key(stem), _key(_DATE.sub("", stem, count=1))}
        with (folder / path).open(encoding="utf-8", errors="replace") as file:
            slug = slug_of(split(file.read())[0])
        if slug:
            names.add(_key(slug.strip("/").rpartition("/")[2]))
        for name in names:
            found.setdefault(name, []).append(path)
    if not found:
        raise OutputError(f"{folder} holds no Markdown")
    return found


def _markdown_files(folder: Path) -> Iterator[str]:
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.lower().endswith(_ENDINGS):
                yield Path(root, name).relative_to(folder).as_posix()


def _key(name: str) -> str:
    """A name in one spelling, whatever the tool encoded."""
    return unicodedata.normalize("NFC", unquote(name)).casefold().strip("-_. ")


def _candidates(entry: Entry, by_name: Mapping[str, Sequence[str]]) -> list[str]:
    names = dict.fromkeys((_key(entry.slug), entry.id)) if entry.slug else {entry.id: None}
    return list(dict.fromkeys(path for name in names if name for path in by_name.get(name, ())))


def _scored(entry: Entry, paths: list[str], folder: Path, text_of: TextOf) -> Iterator[tuple[float, int, str]]:
    """Each candidate with the share of the entry's text that it has."""
    want = Counter(text_of(entry))
    for path in paths:
        have = Counter(tokens(split((folder / path).read_text(encoding="utf-8", errors="replace"))[1]))
        share = ((want & have).total() + 1) / (want.total() + 1)
        is_draft = any("draft" in part for part in path.lower().split("/")[:-1])
        yield share - _DRAFTS * is_draft, entry.number, path
