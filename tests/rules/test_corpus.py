"""The rules on real exports: few warnings, no error, and only of kinds that stand for a fault of the export."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from wpmigrate.diagnostics import Severity
from wpmigrate.rules import CODES

from .conftest import Judge

FOLDER = Path(os.environ.get("WPMIGRATE_CORPUS", "nowhere")) / "corpus"
ROWS: list[dict[str, Any]] = json.loads((FOLDER / "index.json").read_text(encoding="utf-8")) if FOLDER.exists() else []
SOUND = [row["file"] for row in ROWS if row["wellformed"]]


@pytest.mark.corpus
@pytest.mark.skipif(not SOUND, reason="WPMIGRATE_CORPUS is not set")
def test_rules_are_quiet_on_real_exports(judge: Judge) -> None:
    """Three of four well-formed exports give no warning of a rule at all; none gives an error."""
    loud: dict[str, set[str]] = {}
    for file in SOUND:
        found = [one for one in judge(FOLDER / file) if one.code in CODES and one.severity is not Severity.INFO]
        assert [one for one in found if one.severity is Severity.ERROR] == []
        if found:
            loud[file] = {one.code for one in found}
    assert len(loud) * 4 <= len(SOUND), loud
