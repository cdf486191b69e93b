"""A report in a file: JSON (also OUT/.wpmigrate/report.json), text or CSV."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from wpmigrate.diagnostics import CATALOGUE, Diagnostic

from .printable import cell, printable
from .summary import Summary, summary_lines

REPORT_VERSION = 1


def diagnostic_document(found: Diagnostic) -> dict[str, object]:
    """One finding as the JSON forms have it."""
    return {
        "code": found.code,
        "name": CATALOGUE[found.code].name,
        "severity": str(found.severity),
        "message": printable(found.message),
        "file": found.file or None,
        "line": found.line,
        "item": found.item or None,
    }


def json_pieces(summary: Summary, diagnostics: Sequence[Diagnostic]) -> Iterator[bytes]:
    """report.json, piece by piece: version, counts, diagnostics (one a line)."""
    counts = json.dumps(summary.document(), ensure_ascii=False, indent=1)
    yield f'{{"version": {REPORT_VERSION},\n"counts": {counts},\n"diagnostics": ['.encode()
    separator = "\n"
    for found in diagnostics:
        text = json.dumps(diagnostic_document(found), ensure_ascii=False)
        yield f"{separator}{text}".encode("utf-8", "backslashreplace")
        separator = ",\n"
    yield b"\n]}\n"


def _json(summary: Summary, diagnostics: Sequence[Diagnostic]) -> bytes:
    return b"".join(json_pieces(summary, diagnostics))


def _text(summary: Summary, diagnostics: Sequence[Diagnostic]) -> bytes:
    lines = summary_lines(summary, diagnostics, how_to_look="")
    lines += [_line(found) for found in diagnostics]
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")


def _line(found: Diagnostic) -> str:
    place = ":".join(str(part) for part in (printable(found.file), found.line) if part)
    return f"{place}: {found.severity} {found.code} {printable(found.message)}"


def _csv(_summary: Summary, diagnostics: Sequence[Diagnostic]) -> bytes:
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(("code", "name", "severity", "message", "file", "line", "item"))
    for found in diagnostics:
        rows.writerow([cell(str(value if value is not None else "")) for value in diagnostic_document(found).values()])
    return out.getvalue().encode("utf-8", "backslashreplace")


REPORT_FORMATS: Mapping[str, Callable[[Summary, Sequence[Diagnostic]], bytes]] = {
    "json": _json,
    "text": _text,
    "csv": _csv,
}
"""What `--report FORMAT:FILE` knows."""
