"""`--report FORMAT:FILE`: the report of a run in a file of its own."""

from collections.abc import Sequence
from pathlib import Path

from wpmigrate.errors import UsageError
from wpmigrate.output import write_file
from wpmigrate.report import REPORT_FORMATS

from .result import Result


def write_reports(results: Sequence[Result], rules: Sequence[str]) -> None:
    """Write each report that `rules` (FORMAT:FILE) ask for; of several sites JSON is a list, text and CSV follow on.

    Raises UsageError for an unknown format, OutputError when the file cannot be written.
    """
    for rule in rules:
        form, name = report_rule(rule)
        reports = [REPORT_FORMATS[form](result.summary, result.diagnostics) for result in results]
        is_list = form == "json" and len(reports) > 1
        write_file(Path(name), b"[" + b",".join(reports) + b"]\n" if is_list else b"".join(reports))


def report_rule(rule: str) -> tuple[str, str]:
    """(format, file) of FORMAT:FILE; raises UsageError for an unknown format, and without a file."""
    form, _, name = rule.partition(":")
    if form not in REPORT_FORMATS or not name:
        known = ", ".join(REPORT_FORMATS)
        raise UsageError(f"--report {rule} cannot be meant", advice=f"Write FORMAT:FILE; the formats are {known}.")
    return form, name


def write_text(name: str, text: str) -> None:
    """Write `text` to the file `name`, whole or not at all; raises OutputError."""
    write_file(Path(name), text.encode("utf-8", "backslashreplace"))
