"""Every code on an input that has its fault, and on one that nearly has it."""

import json
from pathlib import Path

import pytest

from wpmigrate.api import validate
from wpmigrate.config import ValidateOptions
from wpmigrate.diagnostics import CATALOGUE, EXAMPLES, Diagnostic, Severity
from wpmigrate.report import printable
from wpmigrate.rules import CODES as RULE_CODES

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "fixtures" / "rules"
CODES = sorted(folder.name for folder in FIXTURES.iterdir() if folder.is_dir())
PLACES: dict[str, list[int | None]] = json.loads((FIXTURES / "places.json").read_text(encoding="utf-8"))

RUN_TIME = {
    "WXR004": "reader/test_sources.py",
    "WXR008": "api/test_pipeline.py",
    "WXR253": "api/test_run_time_codes.py",
    "WXR445": "api/test_run_time_codes.py",
    "WXR522": "markdown/test_conversion.py",
    "WXR524": "api/test_plugins.py",
    "WXR531": "api/test_pipeline.py",
    "WXR541": "api/test_leaked_bylines.py",
    "WXR606": "api/test_redirecting.py",
    "WXR607": "api/test_run_time_codes.py",
    "WXR801": "api/test_run_time_codes.py",
    "WXR802": "api/test_pipeline.py",
    "WXR803": "api/test_run_time_codes.py",
    "WXR804": "api/test_run_time_codes.py",
    "WXR805": "api/test_run_time_codes.py",
    "WXR806": "output/test_atomic.py",
    "WXR807": "transcripts/filters.md",
    "WXR808": "api/test_commenting.py",
    "WXR809": "api/test_commenting.py",
    "WXR810": "api/test_fitting.py",
}
"""Codes that no input gives by itself (options, disks, what lies in the output folder), and the test that meets each."""

RESERVED = {"WXR530"}
"""Codes that no stage gives yet."""


def side(code: str, name: str) -> Path:
    """The input `bad` or `good` of a code: an export, an archive or a folder."""
    (found,) = (path for path in (FIXTURES / code).iterdir() if path.name.partition(".")[0] == name)
    return found


def judged(code: str, name: str) -> list[Diagnostic]:
    """All findings about one side of a fixture, held against `earlier.xml` where there is one."""
    earlier = FIXTURES / code / "earlier.xml"
    options = ValidateOptions(against=(str(earlier),) if earlier.exists() else (), jobs=1)
    return validate([side(code, name)], options).findings


@pytest.mark.parametrize("code", CODES)
def test_bad(code: str) -> None:
    """The fault is found, in its file, and the first finding points at the very place."""
    found = [one for one in judged(code, "bad") if one.code == code]
    assert found
    assert all("bad" in one.file or not one.file for one in found)
    assert [found[0].line, found[0].column] == PLACES[code]


@pytest.mark.parametrize("code", CODES)
def test_good(code: str) -> None:
    """The code is not given for the near miss, nor is any other one that could change the exit status."""
    loud = [one for one in judged(code, "good") if one.code == code or one.severity is not Severity.INFO]
    assert loud == []


def test_every_code_has_a_fixture_or_a_test_at_run_time() -> None:
    """No code without a bad and a good input; the few that no input gives are named with the test that meets them."""
    assert set(CODES) | set(RUN_TIME) | RESERVED == set(CATALOGUE)
    assert set(CODES).isdisjoint(RUN_TIME)
    assert RESERVED.isdisjoint({*CODES, *RUN_TIME})
    assert set(CODES) >= RULE_CODES
    assert set(PLACES) == set(CODES)


@pytest.mark.parametrize(("code", "test"), RUN_TIME.items())
def test_a_code_of_run_time_is_met_by_its_test(code: str, test: str) -> None:
    """The named test knows the code."""
    assert code in (ROOT / "tests" / test).read_text(encoding="utf-8")


def test_reserved_codes_are_given_by_nothing() -> None:
    """As soon as a stage gives one, it needs a fixture."""
    sources = [path for path in (ROOT / "src").rglob("*.py") if "diagnostics" not in path.parts]
    text = "".join(path.read_text(encoding="utf-8") for path in sources)
    assert not [code for code in RESERVED if f'"{code}"' in text]


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_example(code: str) -> None:
    """Every code has an example: a piece of its bad export as it stands there, or a command."""
    example = EXAMPLES[code]
    if code in RESERVED or example.startswith("$ wpmigrate "):
        return
    text = side(code, "bad").read_bytes().decode("utf-8", "surrogateescape")
    assert " ".join(example.split()) in " ".join(" ".join(map(printable, text.splitlines())).split())


def test_no_example_without_a_code() -> None:
    """A renamed code takes its example along."""
    assert set(EXAMPLES) == set(CATALOGUE)
