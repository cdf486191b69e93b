"""What a caller names as inputs: paths, and what to say of a path where nothing stands."""

import errno
import os
import re
from collections.abc import Iterable

from wpmigrate.errors import InputError, UsageError

from .sniff import refused

STANDARD_INPUT = "-"

Inputs = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
"""What a caller names: one path or several. A text is one path, though Python takes it for a sequence of characters."""

_LONGEST = 200
"""Characters of a name that a message shows."""

_SLIPS = (
    (re.compile(r"\s*[<{]"), "This is text, not a path: write it to a file and name the file."),
    (re.compile(r"file:", re.IGNORECASE), "This is an address: give the path alone, without file://."),
    (re.compile(r"[a-z]+://", re.IGNORECASE), "wpmigrate opens no connection: download the file and name it."),
    (re.compile(r"~"), "Nothing put your home folder in the place of ~: write the path in full."),
    (re.compile(r".*[*?]"), "Nothing put file names in the place of the pattern: name the files, or their folder."),
)
"""What is often given where a path should be, and what to do then."""

_ONE_OF_SEVERAL = "Check the path. Several inputs are the parts of one site; where to write is named with --out."


def input_names(inputs: Inputs) -> list[str]:
    """The paths as texts, in order; raises UsageError for what cannot be meant as a path, and for none at all."""
    if hasattr(inputs, "read"):
        raise UsageError("an input is the path of a file, not an open file", advice="Give its name.")
    if isinstance(inputs, str | bytes | os.PathLike) or not isinstance(inputs, Iterable):
        return [_name(inputs)]
    names = [_name(one) for one in inputs]
    if not names:
        raise UsageError("no input is named", advice="Give the path of an export.")
    return names


def _name(one: object) -> str:
    """One path as a text."""
    if not isinstance(one, str | bytes | os.PathLike):
        raise UsageError(f"an input is a path, not {type(one).__name__}", advice="Give a text or a pathlib.Path.")
    name = os.fsdecode(one)
    if not name:
        raise UsageError("the path of an input is empty", advice="Give the path of an export; . is the working folder.")
    return name


def missing(names: list[str]) -> InputError | None:
    """WXR004 for the first of the paths where nothing stands; None when all are there."""
    for name in names:
        if name != STANDARD_INPUT and not _stands(name):
            found = refused("WXR004", reason=os.strerror(errno.ENOENT))
            found.file = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
            slips = (advice for form, advice in _SLIPS if form.match(name))
            found.advice = next(slips, _ONE_OF_SEVERAL if len(names) > 1 else "Check the path.")
            return found
    return None


def _stands(name: str) -> bool:
    """Whether something may stand at a path; where nobody may look, opening it says so."""
    try:
        os.lstat(name)
    except PermissionError:
        return True
    except (OSError, ValueError):  # not there, too long for a system, with a NUL
        return False
    return True
