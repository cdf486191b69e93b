"""The rules on the exports with one fault each: the codes and lines that are expected of them."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from wpmigrate import rules
from wpmigrate.diagnostics import Severity

from .conftest import Judge

OWN = Path(__file__).parents[2] / "fixtures" / "broken"
FOLDER = OWN if OWN.exists() else Path(os.environ.get("WPMIGRATE_CORPUS", "nowhere")) / "bad-inputs"
CASES: list[dict[str, Any]] = (
    json.loads((FOLDER / "cases.json").read_text(encoding="utf-8"))["cases"] if FOLDER.exists() else []
)
CODES = rules.CODES | {"WXR401", "WXR402", "WXR439"}
EXPECTED = [
    pytest.param(case["file"], wanted["code"], wanted["line"], id=f"{case['id']}-{wanted['code']}")
    for case in CASES
    for wanted in case["expect"]["diagnostics"]
    if wanted["code"] in CODES
]
CLEAN = [case["file"] for case in CASES if case["expect"]["outcome"] == "ok"]


@pytest.mark.parametrize(("file", "code", "line"), EXPECTED)
def test_fault_is_named(file: str, code: str, line: int | None, judge: Judge) -> None:
    """The code is given, at the line where the case names one."""
    found = [one for one in judge(FOLDER / file) if one.code == code]
    assert found
    assert line is None or line in [one.line for one in found]


@pytest.mark.parametrize("file", CLEAN)
def test_no_fault_is_invented(file: str, judge: Judge) -> None:
    """Exports that are in order give no warning of a rule."""
    loud = [one for one in judge(FOLDER / file) if one.code in CODES and one.severity is not Severity.INFO]
    assert loud == []
