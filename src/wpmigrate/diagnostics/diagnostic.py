"""What a diagnostic is, and how one is made from the catalogue."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """Decides the exit status: error → 1; warning → 1 with `--strict`; info never."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Code:
    """A row of the catalogue: what can be found, mended, left out or refused.

    `sentence` is the message with named slots (`{name}`) and words that go with a number (`{number:item is|items are}`);
    `name` reads well after "allow …"; `why` says why it matters; `advice` says what the user can do.
    """

    code: str
    name: str
    severity: Severity
    sentence: str
    why: str
    advice: str

    @property
    def to_do(self) -> str:
        """The advice where there is something to do; empty for "Nothing."."""
        return "" if self.advice == "Nothing." else self.advice


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, at one place. `line` and `column` are 1-based; `item` is the item's identity in the manifest.

    `near` is a piece of the source at which the finding points, for the search of its line and column; empty where the
    code alone says what to look for (see `places`).
    """

    code: str
    message: str
    severity: Severity
    file: str = ""
    line: int | None = None
    column: int | None = None
    item: str = ""
    near: str = ""

    def at(self, *, file: str = "", item: str = "", first_line: int | None = None) -> "Diagnostic":
        """The same finding with the place that only the caller knows.

        `first_line` is the line of the file on which line 1 of the text stands that `line` was counted in.
        """
        line = self.line
        if first_line is not None:
            line = first_line + (self.line - 1 if self.line else 0)
        return replace(self, file=file or self.file, item=item or self.item, line=line)

    def of(self, severity: Severity) -> "Diagnostic":
        """The same finding, taken that seriously."""
        return self if severity is self.severity else replace(self, severity=severity)


_PART = re.compile(r"(?:excerpt|comment -?\d+): ")


def in_part(found: Diagnostic, part: str) -> Diagnostic:
    """The same finding, which says that it is about a part of its item beside the body: "excerpt" or "comment 12"."""
    return replace(found, message=f"{part}: {found.message}")


def part_of(message: str) -> str:
    """The part of the item that a message is about, as `in_part` has it; empty for the body."""
    found = _PART.match(message)
    return found[0][:-2] if found else ""
