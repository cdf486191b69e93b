"""A mend, before its file and its item are known."""

from collections.abc import Callable
from typing import Any, NamedTuple

from wpmigrate.diagnostics import Diagnostic, diagnose


class Finding(NamedTuple):
    """What was mended: the code, the line in the file, the values of the sentence."""

    code: str
    line: int
    values: dict[str, Any]

    def diagnostic(self, file: str, item: str = "") -> Diagnostic:
        """The diagnostic, with its place."""
        return diagnose(self.code, file=file, line=self.line, item=item, **self.values)


Note = Callable[[int, str, dict[str, Any]], None]
"""Takes a mend: its offset in the file, the code, the values of the sentence."""


def sample_of(text: bytes) -> str:
    """The beginning of left-out text, for a message: one line, no control characters."""
    words = text[:400].decode("utf-8", "replace").split()
    sample = "".join(character for character in " ".join(words)[:60] if character.isprintable())
    return f"“{sample}”" if sample else "unprintable bytes"
