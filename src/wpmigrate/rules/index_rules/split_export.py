"""WXR444: a part of a split export that is not there."""

import re
from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.model import SiteIndex
from wpmigrate.rules.rule import IndexRule

_PART = re.compile(r"(.+\.wordpress\.\d{4}-\d\d-\d\d)\.(\d{1,4})\.xml(?:\.gz)?")
"""`name.wordpress.2020-01-31.001.xml`: WordPress.com and `wp export` (default `--filename_format`)."""


def check(index: SiteIndex) -> Iterable[Diagnostic]:
    """Numbers that are left out between the first part (0 or 1) and the last one given; once a split export."""
    parts: dict[str, dict[int, str]] = {}
    for file in set(index.entries.values("file")):
        found = _PART.fullmatch(file.replace("\\", "/").rpartition("/")[2])
        if found is not None:
            parts.setdefault(found[1], {})[int(found[2])] = file
    findings = []
    for numbers in parts.values():
        gaps = [number for number in range(1, max(numbers)) if number not in numbers]
        if gaps:
            missing = ", ".join(map(str, gaps[:10])) + (" …" if len(gaps) > 10 else "")
            findings.append(diagnose("WXR444", file=numbers[max(numbers)], missing=missing))
    return findings


RULE = IndexRule(("WXR444",), check)
