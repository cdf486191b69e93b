"""The advice to repair an export stands where repairing takes the finding away, and nowhere else."""

from pathlib import Path

import pytest

from wpmigrate.api import validate
from wpmigrate.config import ValidateOptions
from wpmigrate.diagnostics import CATALOGUE, Severity
from wpmigrate.errors import InputError
from wpmigrate.repair import RepairOptions, repair

RULES = Path(__file__).parents[2] / "fixtures" / "rules"
EXPORTS = {path.parent.name: path for path in sorted(RULES.glob("WXR[1-9]*/bad.*")) if path.is_file()}


@pytest.mark.parametrize("code", EXPORTS)
def test_repair_is_advised_where_it_helps(code: str, tmp_path: Path) -> None:
    """Every fault of the file itself: warnings that `repair` takes away say so."""
    out = tmp_path / "fixed.xml"
    try:
        repair(EXPORTS[code], out, RepairOptions(merge=True))
    except InputError:
        helps = False
    else:
        helps = code not in {found.code for found in validate(out, ValidateOptions(jobs=1)).findings}
    row = CATALOGUE[code]
    told = "wpmigrate repair" in row.advice
    assert told <= helps
    assert told or not helps or row.severity is not Severity.WARNING
