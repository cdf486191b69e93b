"""Findings as one JSON document; its schema is `wpmigrate schema validate`."""

import json
from typing import Any

from wpmigrate._version import __version__
from wpmigrate.diagnostics import CATALOGUE, Diagnostic, Severity
from wpmigrate.report.fingerprints import numbered
from wpmigrate.report.printable import printable
from wpmigrate.report.verdict import Verdict

VERSION = 1


def as_json(verdict: Verdict, show_all: bool) -> str:
    """Version, counts, and every finding on a line of its own, whether or not all are asked for."""
    del show_all
    head = {
        "version": VERSION,
        "tool": {"name": "wpmigrate", "version": __version__},
        "exit_status": verdict.exit_status,
        "files": [printable(name) for name in verdict.files],
        "counts": {"items": verdict.items, **verdict.counts(), "known": verdict.known},
    }
    rows = ",\n".join(
        json.dumps(_row(found, print_), ensure_ascii=True) for found, print_ in numbered(verdict.findings)
    )
    opened = json.dumps(head, ensure_ascii=True, indent=1).removesuffix("\n}")
    return f'{opened},\n "diagnostics": [\n{rows}\n]}}\n' if rows else f'{opened},\n "diagnostics": []\n}}\n'


def _row(found: Diagnostic, print_: str) -> dict[str, object]:
    row = CATALOGUE[found.code]
    return {
        "code": found.code,
        "name": row.name,
        "severity": str(found.severity),
        "message": printable(found.message),
        "file": printable(found.file) or None,
        "line": found.line,
        "column": found.column,
        "item": printable(found.item) or None,
        "advice": row.advice,
        "fingerprint": print_,
    }


def _nullable(kind: str, **more: Any) -> dict[str, Any]:
    return {"type": [kind, "null"], **more}


_COUNT = {"type": "integer", "minimum": 0}
_FINDING: dict[str, Any] = {
    "type": "object",
    "properties": {
        "code": {"type": "string", "pattern": r"^WXR\d{3}$"},
        "name": {"type": "string", "description": "The code in words."},
        "severity": {"enum": [str(severity) for severity in Severity]},
        "message": {"type": "string"},
        "file": _nullable("string", description="The input, as it was named; null for findings about a whole site."),
        "line": _nullable("integer", minimum=1),
        "column": _nullable("integer", minimum=1, description="In characters."),
        "item": _nullable("string", description="The item's identity, as in the manifest of a conversion."),
        "advice": {"type": "string", "description": "What to do."},
        "fingerprint": {"type": "string", "description": "The same for the same finding in another export."},
    },
    "required": ["code", "name", "severity", "message", "file", "line", "column", "item", "advice", "fingerprint"],
    "additionalProperties": True,
}

FINDINGS_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Findings of wpmigrate validate",
    "type": "object",
    "properties": {
        "version": {"const": VERSION},
        "tool": {
            "type": "object",
            "properties": {"name": {"const": "wpmigrate"}, "version": {"type": "string"}},
            "required": ["name", "version"],
        },
        "exit_status": {"enum": [0, 1, 2]},
        "files": {"type": "array", "items": {"type": "string"}},
        "counts": {
            "type": "object",
            "properties": dict.fromkeys(("items", *map(str, Severity), "known"), _COUNT),
            "required": ["items", *map(str, Severity), "known"],
            "additionalProperties": True,
        },
        "diagnostics": {"type": "array", "items": _FINDING},
    },
    "required": ["version", "tool", "exit_status", "files", "counts", "diagnostics"],
    "additionalProperties": True,
}
"""JSON Schema of the document; it grows within a version, it never loses or changes a field."""
