"""The path template: where an item's file goes, said by a target or by the user's `--path`."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from wpmigrate.errors import OutputError, UsageError
from wpmigrate.model import Entry
from wpmigrate.targets import html_file_of, served_path

from .namebook import check_path
from .names import PAGE_NAMES, is_device, safe_name


class Placed(NamedTuple):
    """What `NameBook.claim` takes."""

    folder: tuple[str, ...]
    stem: str
    extension: str


class _Subject(NamedTuple):
    """What the fields of a template look at."""

    entry: Entry
    stem: str
    parents: tuple[str, ...]
    #: Whether the file holds data, which no server takes for a page whatever its name.
    is_data: bool


_Field = Callable[[_Subject], str]


@lru_cache(maxsize=4096)
def _safe(text: str) -> str:
    return safe_name(text, fallback=text).stem if text.strip() else ""


def _date_field(form: str) -> _Field:
    # Not strftime: it writes years before 1000 without zeros on some systems.
    return lambda subject: form.format(date=subject.entry.date) if subject.entry.date else ""


def _category(subject: _Subject) -> str:
    return next((_safe(slug) for taxonomy, slug in subject.entry.terms if taxonomy == "category"), "")


def address_stem(address: str) -> str:
    """The HTML file that serves an address, each name of it safe, without its ending: `2010/12/slug/index`."""
    if not address:
        return ""
    *folders, name = html_file_of(served_path(address)).removesuffix(".html").split("/")
    return "/".join([*filter(None, map(_no_page, folders)), name if name == "index" else _safe(name)])


def _no_page(name: str) -> str:
    """A safe name of a folder or of data: what means something else as the name of a page means nothing there."""
    return name if name in PAGE_NAMES else _safe(name)


def _id(subject: _Subject) -> str:
    """The id; templates look data up by it, so that it stays what it is there."""
    return (_no_page if subject.is_data else _safe)(subject.entry.id)


FIELDS: dict[str, _Field] = {
    "year": _date_field("{date.year:04}"),
    "month": _date_field("{date.month:02}"),
    "day": _date_field("{date.day:02}"),
    "hour": _date_field("{date.hour:02}"),
    "minute": _date_field("{date.minute:02}"),
    "slug": lambda subject: subject.stem,
    "id": _id,
    "type": lambda subject: _safe(subject.entry.type),
    # The first one, in the order of the export.
    "category": _category,
    # A login may be an e-mail address, which is private: only what stands before the @.
    "author": lambda subject: _safe(subject.entry.creator.partition("@")[0]),
    # The new address itself, where a generator makes it of the file's place.
    "address": lambda subject: address_stem(subject.entry.address),
    "parents": lambda subject: "/".join(map(_safe, subject.parents)),
}
"""Every field of a template but `{ext}`, which stands at the end; dates are local wall time."""

_ALLOWED = ", ".join(f"{{{name}}}" for name in (*FIELDS, "ext"))
_IDENTIFYING = frozenset({"slug", "id", "address"})
_FOLDERS = ("parents", "address")
_PIECES = re.compile(r"\{([^{}]*)\}|([^{}]+)|([{}])")
_EXTENSION = re.compile(r"(?<=[^/.])\.[A-Za-z0-9]{1,10}$")
_SEPARATORS = "-_. "


class _Piece(NamedTuple):
    """A text that stands as it is, or a field to be filled in."""

    text: str
    field: _Field | None


class PathTemplate:
    """A template such as `{year}/{month}/{slug}.md`, parsed once.

    `{parents}` gives as many folders as a page has ancestors. What stands after the last dot of the template is the
    extension; without one, or with `{ext}`, it is `extension`. Raises UsageError that names the bad field and the
    allowed ones, or says what else is wrong.

    `is_data` is for files that templates read by the id and nobody visits; what ends in `.json` is such a file.
    """

    def __init__(self, template: str, *, extension: str = ".md", is_data: bool = False) -> None:
        text = template.removesuffix(".{ext}")
        found = _EXTENSION.search(text) if text == template else None
        self._extension = found[0] if found else extension
        if found:
            text = text[: found.start()]
        self._parts = [_pieces(template, part) for part in text.split("/")]
        names = {found[1] for found in _PIECES.finditer(text)}
        if not names & _IDENTIFYING:
            raise _refused(template, "it needs {slug}, {id} or {address}, or all items would share one file")
        for part in self._parts:
            _check_literals(template, part)
        self._is_data = is_data or self._extension == ".json"
        #: Whether paths are made of addresses.
        self.is_address = "address" in names

    def place(self, entry: Entry, *, stem: str, parents: tuple[str, ...] = ()) -> Placed:
        """Folder, stem and extension for an item whose safe name is `stem`, below the safe names `parents`.

        A field that the item has no value for is left out together with the dash, dot or underscore beside it, and a
        folder that would have no name is left out: without a date, `{year}/{year}-{month}-{slug}` is `slug`.
        """
        subject = _Subject(entry, stem, parents, self._is_data)
        folders = "/".join(_filled(part, subject) for part in self._parts)
        *folder, name = [name for name in folders.split("/") if name] or [stem]
        return Placed(tuple(folder), name, self._extension)


def _refused(template: str, reason: str) -> UsageError:
    return UsageError(f"the path template {template!r} cannot be used: {reason}")


def _pieces(template: str, part: str) -> list[_Piece]:
    pieces = []
    for found in _PIECES.finditer(part):
        name, text, brace = found.groups()
        if brace:
            raise _refused(template, "a brace has no partner")
        if name == "ext":
            raise _refused(template, "{ext} stands at the end, as .{ext}")
        if name is not None and name not in FIELDS:
            raise _refused(template, f"{{{name}}} is no field; the fields are {_ALLOWED}")
        pieces.append(_Piece(text or "", FIELDS[name] if name is not None else None))
    return pieces


def _check_literals(template: str, part: list[_Piece]) -> None:
    """Refuse what would leave the folder or break on some system; fields are stood for by a letter."""
    name = "".join("x" if piece.field else piece.text for piece in part)
    if name.strip(". ") == "":
        raise _refused(template, "each part between slashes needs a name, and none may be '.' or '..'")
    if name.startswith("."):
        raise _refused(template, "a name that begins with a dot is hidden")
    for folder in _FOLDERS:
        if len(part) > 1 and any(piece.field is FIELDS[folder] for piece in part):
            raise _refused(template, f"{{{folder}}} may give several folders, so it stands alone between slashes")
    try:
        check_path(name)
    except OutputError as error:
        raise _refused(template, error.message) from None
    if is_device(name) or "%" in name:
        raise _refused(template, f"{name!r} is no name that Linux, macOS and Windows all allow")


def _filled(part: list[_Piece], subject: _Subject) -> str:
    """The part with its fields filled in; the separator beside a field without a value goes with it."""
    filled = ""
    dropped = False
    for piece in part:
        if piece.field is None:
            filled += piece.text if filled or not dropped else piece.text.lstrip(_SEPARATORS)
            continue
        value = piece.field(subject)
        dropped = not value
        if dropped:
            filled = filled.rstrip(_SEPARATORS)
        filled += value
    return filled.rstrip(_SEPARATORS) if dropped else filled
