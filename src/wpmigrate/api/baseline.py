"""The baseline: findings that are known already, so that an old export can be adopted and only new ones fail."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.errors import UsageError
from wpmigrate.output import write_file
from wpmigrate.report import numbered, printable

VERSION = 1
_ADVICE = "Write one with: wpmigrate validate EXPORT --write-baseline FILE"


def read_baseline(path: str) -> frozenset[str]:
    """The fingerprints of a baseline file; raises UsageError when it cannot be read or is none."""
    try:
        document: Any = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"the baseline cannot be read: {error.strerror}", file=path, advice=_ADVICE) from None
    except RecursionError:
        raise UsageError("the baseline is nested too deeply", file=path, advice=_ADVICE) from None
    except ValueError as error:
        raise UsageError(f"the baseline is no JSON: {error}", file=path, advice=_ADVICE) from None
    rows = _rows(document)
    if rows is None:
        raise UsageError(f"this is no baseline of version {VERSION}", file=path, advice=_ADVICE)
    return frozenset(rows)


def _rows(document: Any) -> list[str] | None:
    """The fingerprints of a document; None when it is no baseline."""
    if not isinstance(document, dict) or document.get("version") != VERSION:
        return None
    rows = document.get("findings")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return None
    prints = [row.get("fingerprint") for row in rows]
    return prints if all(isinstance(print_, str) for print_ in prints) else None


def write_baseline(path: str, findings: Iterable[Diagnostic]) -> int:
    """Write the findings as a baseline, sorted, a finding a line; their number. Raises OutputError."""
    rows = sorted(
        (
            {"code": found.code, "item": found.item, "message": printable(found.message), "fingerprint": print_}
            for found, print_ in numbered(findings)
        ),
        key=lambda row: (row["code"], row["item"], row["message"], row["fingerprint"]),
    )
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    text = f'{{"version": {VERSION}, "findings": [\n{lines}\n]}}\n'
    write_file(Path(path), text.encode("utf-8", "backslashreplace"))
    return len(rows)


def without_known(findings: list[Diagnostic], known: frozenset[str]) -> list[Diagnostic]:
    """The findings that the baseline does not know."""
    return [found for found, print_ in numbered(findings) if print_ not in known] if known else findings
