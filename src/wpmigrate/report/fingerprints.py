"""Fingerprints: the same finding in tomorrow's export has the same one, wherever it stands in the file."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from wpmigrate.diagnostics import Diagnostic

_LENGTH = 16


def fingerprint(found: Diagnostic) -> str:
    """16 hexadecimal digits over code, item and message; neither file name nor line, which every export changes."""
    text = f"{found.code}\0{found.item}\0{found.message}"
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def numbered(findings: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Each finding with a fingerprint of its own: the second of equal ones gets ":2"."""
    seen: Counter[str] = Counter()
    for found in findings:
        print_ = fingerprint(found)
        seen[print_] += 1
        yield found, print_ if seen[print_] == 1 else f"{print_}:{seen[print_]}"
