"""What a repair did."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from wpmigrate.diagnostics import Diagnostic, Severity
from wpmigrate.errors import EXIT_DONE, EXIT_FINDINGS
from wpmigrate.report import printable


@dataclass(slots=True)
class RepairResult:
    """Counts, what was mended, and the files that were written."""

    #: Faults that were mended, in reading order; errors among them say what could not be saved.
    mended: list[Diagnostic] = field(default_factory=list)
    read: int = 0
    written: int = 0
    unselected: int = 0
    #: What was taken out for privacy: how often, by what it is.
    scrubbed: Counter[str] = field(default_factory=Counter)
    #: Empty for standard output and dry runs.
    files: list[Path] = field(default_factory=list)
    #: Bytes of each file, or of standard output.
    sizes: list[int] = field(default_factory=list)
    is_changed: bool = False
    #: Parts with higher numbers that an earlier run left in the folder.
    left_behind: list[Path] = field(default_factory=list)

    @property
    def lost(self) -> list[Diagnostic]:
        """What could not be saved."""
        return [found for found in self.mended if found.severity is Severity.ERROR]

    @property
    def exit_status(self) -> int:
        """0, or 1 when something is lost."""
        return EXIT_FINDINGS if self.lost else EXIT_DONE


def result_lines(result: RepairResult, *, shown: int | None, is_dry_run: bool) -> list[str]:
    """The result as text: `shown` of the mended faults (None: all), what was left out, the files."""
    lines = [_fault_line(found) for found in result.mended[:shown]]
    if rest := len(result.mended) - len(lines):
        lines.append(f"… and {rest:,} more: --all names them")
    if result.unselected:
        lines.append(f"Left out by the filters: {_number(result.unselected, 'item')}")
    lines += [f"Scrubbed: {what}, {number:,}×" for what, number in sorted(result.scrubbed.items())]
    if lost := len(result.lost):
        lines.append(f"Could not be saved: {_number(lost, 'place')}, named above")
    mended = f"{_number(len(result.mended) - lost, 'fault')} mended" if result.mended else "no fault found"
    if not result.is_changed and len(result.files) <= 1:
        mended = "no fault found, every byte kept"
    verb = "would be written" if is_dry_run else "written"
    counts = f"{_number(result.read, 'item')} read, {result.written:,} {verb}, {mended}"
    files = [f"{printable(str(path))}: {size:,} bytes" for path, size in zip(result.files, result.sizes, strict=False)]
    if result.left_behind:
        names = " to ".join(
            dict.fromkeys(printable(str(path)) for path in (result.left_behind[0], result.left_behind[-1]))
        )
        files.append(
            f"Of an earlier run, and not of this one: {names}. Remove them before you merge or import the parts."
        )
    return [*lines, counts, *files]


def _fault_line(found: Diagnostic) -> str:
    place = ":".join(str(part) for part in (printable(found.file), found.line) if part)
    return f"{place}: {found.code} {printable(found.message)}"


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
