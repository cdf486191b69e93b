"""Every path of the output, each claimed once: unique on systems that fold case or accents, inside the folder."""

import re
import unicodedata

from wpmigrate.errors import OutputError

from .limits import MAX_NAME_BYTES, MAX_PATH_BYTES, cut_to_bytes, fold

OWN_FOLDER = ".wpmigrate"
"""Where manifest, report and journal stand, below the output folder."""
TEMPORARY_PREFIX = ".wpm-"
"""How the names of unfinished files begin; they are removed at the next start."""

# What Windows forbids, control characters, marks and separators that turn or break a line, BOM, lone surrogates.
_FORBIDDEN = re.compile('[<>:"\\\\|?*\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]')


def check_path(path: str) -> None:
    r"""Raise OutputError unless `path` is one below the output folder that every system can hold.

    Parts are separated by "/"; none is empty, ".", "..", longer than 255 bytes or ends in a dot or blank, none holds
    a control character or one of `<>:"\|?*`, and none is wpmigrate's own.
    """
    fault = next(filter(None, map(_fault_of_part, path.split("/"))), "")
    if not fault and _FORBIDDEN.search(path):
        fault = "a name holds a character that some system forbids"
    if fault:
        raise OutputError(f"{printable(path)} cannot be a path of the output: {fault}", code="WXR806")


def printable(text: str) -> str:
    """`text` as it may stand in a sentence on a console."""
    return "".join(character if character.isprintable() else f"\\u{ord(character):04x}" for character in text)


def _fault_of_part(part: str) -> str:
    if not part or part[-1] in ". ":
        return "a name is empty or ends in a dot or a blank"
    if part[0] == "." and part.lower().startswith((OWN_FOLDER, TEMPORARY_PREFIX)):
        return "the name is kept for wpmigrate itself"
    if len(part) * 4 > MAX_NAME_BYTES and len(part.encode("utf-8", "replace")) > MAX_NAME_BYTES:
        return f"a name is longer than {MAX_NAME_BYTES} bytes"
    return ""


class NameBook:
    """Hands out paths, none twice. Claims in another order give other suffixes: claim in an order of your own making.

    Two folders whose names fold together are one folder, in the spelling that was claimed first. A file and a folder
    may not fold together: the later one gets a suffix.
    """

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: dict[str, str] = {}
        self._place_of: dict[tuple[str, ...], str] = {(): ""}
        self._next_number: dict[str, int] = {}

    def claim(self, folder: tuple[str, ...], stem: str, extension: str) -> tuple[str, bool]:
        """The path of `stem` + `extension` (with its dot, or empty) in `folder`, and whether a suffix was needed.

        A path that would be longer than `MAX_PATH_BYTES` goes into the deepest folder above its own that leaves room.
        Raises OutputError when the path would not be one below the output folder (see `check_path`).
        """
        place = self._place(folder)
        path, key, clashed = self._free(place, stem, extension)
        self._files.add(key)
        return path, clashed

    def _place(self, folder: tuple[str, ...]) -> str:
        """The folder's path in the spelling that is used, with a trailing slash; "" for the root."""
        place = self._place_of.get(folder)
        if place is None:
            place = ""
            for name in folder:
                deeper = self._subfolder(place, name)
                if len(deeper.encode()) > MAX_PATH_BYTES - MAX_NAME_BYTES:
                    break
                place = deeper
            self._place_of[folder] = place
        return place

    def _subfolder(self, parent: str, name: str) -> str:
        # A folder is found by the name that was asked for, also when it had to give way to a file.
        asked = fold(parent + _fitted(name, "", ""))
        known = self._folders.get(asked)
        if known is None:
            path, key, _ = self._free(parent, name, "", is_folder=True)
            known = self._folders.setdefault(key, path + "/")
            self._folders[asked] = known
        return known

    def _free(self, place: str, stem: str, extension: str, *, is_folder: bool = False) -> tuple[str, str, bool]:
        """The first spelling that is free: the path, its folded form, and whether it needed a suffix."""
        name = _fitted(stem, "", extension)
        path = place + name
        check_path(path)
        if "/" in name:
            raise OutputError(f"{printable(name)} is no single name", code="WXR806")
        first = key = fold(path)
        if not self._is_taken(key, is_folder=is_folder):
            return path, key, False
        number = self._next_number.get(first, 2)
        while True:
            path = place + _fitted(stem, f"-{number}", extension)
            key = fold(path)
            number += 1
            if not self._is_taken(key, is_folder=is_folder):
                self._next_number[first] = number
                return path, key, True

    def _is_taken(self, key: str, *, is_folder: bool) -> bool:
        return key in self._files or (key in self._folders and not is_folder)


def _fitted(stem: str, suffix: str, extension: str) -> str:
    """A name of at most 255 bytes, in NFC."""
    name = stem + suffix + extension
    if name.isascii() and len(name) <= MAX_NAME_BYTES:
        return name
    room = MAX_NAME_BYTES - len((suffix + extension).encode("utf-8", "replace"))
    return cut_to_bytes(unicodedata.normalize("NFC", stem), room) + suffix + extension
