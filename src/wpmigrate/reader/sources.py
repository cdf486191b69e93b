"""Which exports do the arguments name? Files, folders, archives and standard input, each told by its content."""

import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.errors import InputError

from .containers import EMPTY_ZIP, GZIP, ZIP, Unpacked, unpack_gzip, unpack_zip
from .named import STANDARD_INPUT, Inputs, input_names, missing
from .options import ReaderOptions
from .pages import is_post_text
from .saved import blog_hint, by_blog, is_beside_page, saved_kind
from .sniff import refused
from .source import Shelf, Source, map_file

_MAGIC = 4
_SNIFFED = 1 << 16
_MAYBE_EXPORT = re.compile(rb"<\?xml|<rss[\s>]|<!--|<item[\s>]|<\0[?r]\0|\0<\0[?r]")
_EXPORT = re.compile(rb"<rss[\s>]|<item[\s>]|<wp:|wordpress\.org/export/|<\0[?r]\0|\0<\0[?r]")
"""What tells an export by any name; a comment or a declaration stands in scripts, pictures and notes too."""
_OWN_FOLDER = ".wpmigrate"
"""Stands in every folder that a conversion wrote (see `wpmigrate.output`)."""
_EXPORT_NAMES = (".xml", ".wxr", ".xml.gz", ".gz", ".zip", ".xml.txt")
_PAGE_NAMES = (".html", ".htm", ".xhtml", ".mht", ".mhtml")


@dataclass(slots=True)
class _Search:
    """The state of one look for exports."""

    options: ReaderOptions
    sources: list[Source] = field(default_factory=list)
    #: What was saved of blogs: each with the hint of which, and whether that is the blog's own address.
    saved: list[tuple[Source, str, bool]] = field(default_factory=list)
    errors: list[InputError] = field(default_factory=list)
    shelf: Shelf = field(default_factory=Shelf)

    def note(self, error: InputError, name: str) -> None:
        """Keep why the input `name` could not be opened."""
        error.file = error.file or name
        self.errors.append(error)


@dataclass(slots=True)
class _Opened:
    """An open input: its name for people, and its path when it is a file of its own."""

    name: str
    file: BinaryIO
    path: Path | None = None
    is_cut: bool = False


def open_sources(
    inputs: Inputs, options: ReaderOptions | None = None, *, needs_all: bool = True
) -> tuple[list[Source], list[Diagnostic]]:
    """The exports and the saved blogs that `inputs` name, and what could not be opened.

    A file is taken as it is; of a folder (sorted, with its folders) and of an archive, every member that may be an
    export or was saved of a blog; `-` is standard input. Pages, feeds and texts of one blog are one source. One that
    cannot be opened is a diagnostic when others can; raises the first InputError (WXR004, 005, 006, 009) when nothing
    can be opened, and with `needs_all` when nothing stands at one of the paths: a slip that nothing is to be made of.
    """
    paths = input_names(inputs)
    gone = missing(paths)
    if gone is not None and (needs_all or len(paths) == 1):
        raise gone
    search = _Search(options or ReaderOptions())
    try:
        for path in paths:
            _look_at(search, path)
    finally:
        search.shelf.close()
    search.sources += by_blog(search.saved, ", ".join(paths))
    if search.errors and not search.sources:
        raise search.errors[0]
    return search.sources, [_finding(error) for error in search.errors]


def _finding(error: InputError) -> Diagnostic:
    found = diagnose("WXR004", file=error.file, reason=error.message)
    return replace(found, code=error.code, message=error.message, line=error.line) if error.code else found


def _look_at(search: _Search, name: str) -> None:
    try:
        if name == STANDARD_INPUT:
            _take_standard_input(search)
        elif os.path.isdir(name):  # noqa: PTH112  Path.is_dir raises for names that are too long for a system
            _take_folder(search, Path(name))
        else:
            _take_file(search, Path(name), name)
    except InputError as error:
        search.note(error, name)


def _take_standard_input(search: _Search) -> None:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise refused("WXR004", reason="standard input is closed")
    _take_stream(search, stream, "<stdin>")


def _take_stream(search: _Search, stream: BinaryIO, name: str) -> None:
    """Standard input or a pipe, spooled: it cannot be mapped or read twice."""
    with tempfile.TemporaryFile() as spool:
        shutil.copyfileobj(stream, spool)
        spool.seek(0)
        _take(search, _Opened(name, spool), 0)


def _take_folder(search: _Search, folder: Path) -> None:
    """Every file below that may be an export, in the order of the names. Links to folders are not followed.

    Pipes, sockets and devices among them are passed over: opening one may wait for ever. So are the folders of earlier
    conversions: their pages would come back as posts.
    """
    found = False
    for file in _files_below(folder):
        found = _take_one_of_many(search, file) or found
    if not found:
        raise refused("WXR007")


def _files_below(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_beside_page(name, names) and not _is_output(root, name))
        files = (Path(root, name) for name in sorted(names) if not name.startswith("."))
        yield from (file for file in files if not _is_special(file))


def _is_output(root: str, name: str) -> bool:
    return Path(root, name, _OWN_FOLDER).is_dir()


def _is_special(file: Path) -> bool:
    """Whether it is no regular file; what cannot be looked at is named where it is opened."""
    try:
        return not stat.S_ISREG(file.stat().st_mode)
    except OSError:
        return False


def _take_one_of_many(search: _Search, file: Path) -> bool:
    """A file of a folder; True when it was taken. What is neither an export nor named like one is passed over."""
    try:
        with file.open("rb") as opened:
            head = opened.read(_SNIFFED)
        if not _is_wanted(search, head, file.name):
            return False
        _take_file(search, file, str(file))
    except OSError as error:
        search.note(_unreadable(error, str(file)), str(file))
        return False
    except InputError as error:
        search.note(error, str(file))
        return False
    return True


def _is_wanted(search: _Search, head: bytes, name: str) -> bool:
    """Whether a file of many may be an export, or was saved of a blog; an empty page is one whose download failed."""
    lower = name.lower()
    if lower.endswith(_EXPORT_NAMES) or head.startswith((GZIP, ZIP)):
        return True
    if lower.endswith(_PAGE_NAMES) and (not head or _MAYBE_EXPORT.search(head)):
        return True
    return _EXPORT.search(head) is not None or bool(_kind(search, head, name))


def _kind(search: _Search, head: bytes, name: str) -> str:
    """What of a blog it is; a plain text only when it holds a byline, or when texts are asked for."""
    kind = saved_kind(head, name)
    if kind or _MAYBE_EXPORT.search(head) or head.startswith((GZIP, ZIP)):
        return kind
    return "text" if search.options.kind == "text" or is_post_text(head, search.options.locale) else ""


def _unreadable(error: OSError | ValueError, name: str) -> InputError:
    found = refused("WXR004", reason=getattr(error, "strerror", None) or str(error))
    found.file = name
    return found


def _take_file(search: _Search, path: Path, name: str) -> None:
    try:
        with path.open("rb") as file:
            if file.seekable():
                _take(search, _Opened(name, file, path), 0)
            else:
                _take_stream(search, file, name)
    except (OSError, ValueError) as error:
        raise _unreadable(error, name) from error


def _take(search: _Search, opened: _Opened, depth: int) -> None:
    """A file as it is, or what it holds when its magic bytes say that it is an archive."""
    file = opened.file
    magic = file.read(_MAGIC)
    file.seek(0)
    if not magic.startswith((GZIP, ZIP, EMPTY_ZIP)):
        _take_plain(search, opened)
        return
    if depth >= search.options.max_nesting:
        raise refused("WXR006", what="the nesting of archives", limit=str(search.options.max_nesting))
    if magic.startswith(GZIP):
        unpacked = unpack_gzip(file, search.options)
        with unpacked.file as inner:
            _take(search, _Opened(opened.name, inner, is_cut=unpacked.is_cut or opened.is_cut), depth + 1)
        return
    _take_zip(search, opened.name, file, depth)


def _take_plain(search: _Search, opened: _Opened) -> None:
    """A file that is no archive: what was saved of a blog is put aside until all of it is known."""
    head = opened.file.read(_SNIFFED)
    opened.file.seek(0)
    kind = _kind(search, head, opened.name)
    if kind:
        slot = None if opened.path else search.shelf.add(opened.file)
        member = Source(opened.name, opened.path, is_cut=opened.is_cut, slot=slot, kind=kind)
        search.saved.append((member, *blog_hint(head)))
    else:
        mapped = None if opened.path else map_file(opened.file)
        search.sources.append(Source(opened.name, opened.path, mapped, opened.is_cut))


def _take_zip(search: _Search, name: str, file: BinaryIO, depth: int) -> None:
    """The members that may be exports; all else in an archive (pictures, read-me files) is no concern of ours."""
    before = len(search.sources) + len(search.saved) + len(search.errors)
    for member in unpack_zip(file, search.options):
        shown = f"{name}:{member.name}"
        try:
            if member.error is not None:
                raise member.error
            if member.unpacked is not None:
                _take_member(search, shown, member.unpacked, depth)
        except InputError as error:
            search.note(error, shown)
    if len(search.sources) + len(search.saved) + len(search.errors) == before:
        raise refused("WXR005", kind="zip", reason="it holds no export")


def _take_member(search: _Search, name: str, unpacked: Unpacked, depth: int) -> None:
    with unpacked.file as file:
        head = file.read(_SNIFFED)
        file.seek(0)
        if _is_wanted(search, head, name):
            _take(search, _Opened(name, file, is_cut=unpacked.is_cut), depth + 1)
