"""Findings as workflow commands of GitHub Actions, which shows them as annotations beside the lines.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions; the escapes are those of its toolkit.
"""

from wpmigrate.diagnostics import CATALOGUE, Diagnostic, Severity
from wpmigrate.report.printable import printable
from wpmigrate.report.verdict import Verdict

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


def as_github(verdict: Verdict, show_all: bool) -> str:
    """An annotation for each error and warning, and one for all infos of a code and file: GitHub shows few of them."""
    lines = []
    for _, group in verdict.by_code():
        if show_all or group[0].severity is not Severity.INFO:
            lines += [_annotation(found) for found in group]
        else:
            lines += _first_of_each_file(group)
    return "".join(f"{line}\n" for line in lines)


def _first_of_each_file(group: list[Diagnostic]) -> list[str]:
    numbers: dict[str, list[Diagnostic]] = {}
    for found in group:
        numbers.setdefault(found.file, []).append(found)
    return [_annotation(same[0], others=len(same) - 1) for same in numbers.values()]


def _annotation(found: Diagnostic, others: int = 0) -> str:
    """One workflow command."""
    row = CATALOGUE[found.code]
    places = {"file": printable(found.file), "line": found.line, "col": found.column}
    properties = {name: value for name, value in places.items() if value}
    properties["title"] = f"{row.code} {row.name}"
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    more = f" ({others} more like it in this file)" if others else ""
    return f"::{_COMMANDS[found.severity]} {told}::{_data(f'{printable(found.message)}{more}. {row.to_do}'.rstrip())}"


def _property(text: str) -> str:
    """The value of a property, escaped."""
    return text.translate(_IN_PROPERTY)


def _data(text: str) -> str:
    """The message, escaped."""
    return text.translate(_IN_DATA)
