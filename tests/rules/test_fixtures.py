"""Every rule on an export that it finds fault with, and on one with which it does not."""

from pathlib import Path

import pytest

from wpmigrate.diagnostics import Severity
from wpmigrate.rules import CODES as RULE_CODES

from .conftest import Judge

FIXTURES = Path(__file__).parents[2] / "fixtures" / "rules"
CODES = sorted(folder.name for folder in FIXTURES.iterdir())


@pytest.mark.parametrize("code", CODES)
def test_bad(code: str, judge: Judge) -> None:
    """The fault is found, with the file named and the line where the fault has one."""
    found = [one for one in judge(FIXTURES / code / "bad.xml") if one.code == code]
    assert found
    assert all(one.file.endswith("bad.xml") for one in found)


@pytest.mark.parametrize("code", CODES)
def test_good(code: str, judge: Judge) -> None:
    """The rule is silent on the near miss, and so is every other one that would change the exit status."""
    found = judge(FIXTURES / code / "good.xml")
    assert [one for one in found if one.code == code or one.severity is not Severity.INFO] == []


def test_every_rule_has_a_fixture() -> None:
    """No rule without a bad and a good export; WXR444 looks at file names and is tested with its own."""
    assert RULE_CODES - {"WXR444"} <= set(CODES)
