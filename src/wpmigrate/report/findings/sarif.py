"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show and keep track of."""

import json
from typing import Any
from urllib.parse import quote

from wpmigrate._version import __version__
from wpmigrate.diagnostics import CATALOGUE, EXAMPLES, Code, Diagnostic, Severity
from wpmigrate.report.fingerprints import numbered
from wpmigrate.report.printable import printable
from wpmigrate.report.verdict import Verdict

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "wpmigrate/v1"


def as_sarif(verdict: Verdict, show_all: bool) -> str:
    """One run with its rules, their help, and every finding."""
    del show_all
    codes = sorted({found.code for found in verdict.findings})
    run = {
        "tool": {
            "driver": {
                "name": "wpmigrate",
                "semanticVersion": __version__,
                "rules": [_rule(CATALOGUE[code]) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": verdict.exit_status < 2, "exitCode": verdict.exit_status}],
        "artifacts": [{"location": {"uri": uri_of(name)}} for name in verdict.files],
        "results": [_result(found, print_, codes.index(found.code)) for found, print_ in numbered(verdict.findings)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=True, indent=1) + "\n"


def _rule(row: Code) -> dict[str, Any]:
    example = EXAMPLES.get(row.code, "")
    shown = f"\n\nFor example:\n\n```xml\n{example}\n```" if example else ""
    name = "".join(part.capitalize() for part in row.name.split("-"))
    return {
        "id": row.code,
        "name": name,
        "shortDescription": {"text": row.name.replace("-", " ")},
        "fullDescription": {"text": row.why},
        "help": {
            "text": f"{row.why} {row.to_do}".rstrip(),
            "markdown": "\n\n".join(filter(None, (f"**{row.name}**: {row.why}", row.to_do))) + shown,
        },
        "defaultConfiguration": {"level": _LEVELS[row.severity]},
    }


def _result(found: Diagnostic, print_: str, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": _LEVELS[found.severity],
        "message": {"text": f"{printable(found.message)}. {CATALOGUE[found.code].to_do}".rstrip()},
        "partialFingerprints": {_FINGERPRINT: print_},
    }
    if found.item:
        result["properties"] = {"item": printable(found.item)}
    if found.file:
        place: dict[str, Any] = {"artifactLocation": {"uri": uri_of(found.file)}}
        if found.line:
            region = {"startLine": found.line} | ({"startColumn": found.column} if found.column else {})
            place["region"] = region
        result["locations"] = [{"physicalLocation": place}]
    return result


def uri_of(name: str) -> str:
    """A file name as a URI reference: relative ones stay relative; a member of an archive is a fragment of it."""
    text = printable(name.replace("\\", "/"))
    return ("file://" if text.startswith("/") else "") + quote(text, safe="/.-_~")
