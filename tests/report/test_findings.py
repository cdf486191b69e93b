"""The forms of findings: read by independent packages, valid by their schemas, safe for any text."""

import json
import re
from html import escape
from pathlib import Path
from typing import Any

import jsonschema
import pysarif
import pytest
from junitparser import Error, Failure, JUnitXml
from lxml import etree

from wpmigrate.api import validate
from wpmigrate.config import ValidateOptions
from wpmigrate.diagnostics import CATALOGUE, Diagnostic, Severity
from wpmigrate.report import Verdict
from wpmigrate.report.findings import FINDING_FORMATS
from wpmigrate.report.findings.json import FINDINGS_SCHEMA

ROOT = Path(__file__).parents[2]
PARTS: dict[str, list[str]] = json.loads((ROOT / "fixtures/frontmatter/hostile.json").read_text("ascii"))
MARKS = (
    "\x1b]0;x\x07",
    "\x9b31m",
    "\u202e",
    "]]>",
    "</failure>",
    "%0A::error::x",
    "a:b,c%d\r\ne",
    "\ud800",
    "\0",
    "|",
    "`",
)
TITLES = [f"{mark}{text}" for mark in ("", *MARKS) for text in (*PARTS["words"], *PARTS["phrases"])][:1000:3]
PRINTABLE = re.compile(r"[^\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]*")


def finding(text: str, severity: Severity = Severity.ERROR, line: int | None = 3) -> Diagnostic:
    """A finding in which `text` stands wherever text can stand."""
    return Diagnostic("WXR428", text, severity, file=f"{text}.xml", line=line, column=7 if line else None, item=text)


def verdict(*findings: Diagnostic, **values: Any) -> Verdict:
    """A verdict over some findings."""
    files = tuple(dict.fromkeys(found.file for found in findings))
    return Verdict(files=files, items=len(findings), findings=list(findings), **values)


@pytest.fixture(scope="module")
def hostile() -> Verdict:
    """Hostile texts in every severity."""
    severities = [*Severity]
    return verdict(*(finding(text, severities[number % 3]) for number, text in enumerate(TITLES)), exit_status=1)


def test_there_are_enough_hostile_texts() -> None:
    """The tests below mean something."""
    assert len(set(TITLES)) >= 200


@pytest.mark.parametrize("form", FINDING_FORMATS)
@pytest.mark.parametrize("show_all", [False, True])
def test_nothing_that_a_terminal_would_execute_comes_out(form: str, show_all: bool, hostile: Verdict) -> None:
    """No control, direction or half character in any form."""
    text = FINDING_FORMATS[form](hostile, show_all)
    assert PRINTABLE.fullmatch(text)
    assert text.endswith("\n")
    assert text.encode("utf-8")


def test_json_is_valid_by_its_schema(hostile: Verdict) -> None:
    """Every finding comes back, and the document holds what the schema promises."""
    document = json.loads(FINDING_FORMATS["json"](hostile, False))
    jsonschema.Draft202012Validator.check_schema(FINDINGS_SCHEMA)
    jsonschema.validate(document, FINDINGS_SCHEMA)
    assert len(document["diagnostics"]) == len(TITLES)
    assert document["counts"]["error"] == sum(found.severity is Severity.ERROR for found in hostile.findings)
    prints = [row["fingerprint"] for row in document["diagnostics"]]
    assert len(set(prints)) == len(prints)
    jsonschema.validate(json.loads(FINDING_FORMATS["json"](Verdict(), False)), FINDINGS_SCHEMA)


def test_sarif_is_read_by_another_package(hostile: Verdict) -> None:
    """Results, rules with help, places and fingerprints as the package sees them."""
    log = pysarif.load_from_json(FINDING_FORMATS["sarif"](hostile, False))
    assert log.version == "2.1.0"
    (run,) = log.runs
    assert [rule.id for rule in run.tool.driver.rules] == ["WXR428"]
    assert run.tool.driver.rules[0].help.markdown
    assert len(run.results) == len(TITLES)
    for result in run.results:
        assert run.tool.driver.rules[result.rule_index].id == result.rule_id
        assert result.level in ("error", "warning", "note")
        region = result.locations[0].physical_location.region
        assert (region.start_line, region.start_column) == (3, 7)
        uri = result.locations[0].physical_location.artifact_location.uri
        assert re.fullmatch(r"(?:file://)?[A-Za-z0-9._~/%-]+", uri)
    assert len({result.partial_fingerprints["wpmigrate/v1"] for result in run.results}) == len(TITLES)


def test_junit_is_read_by_another_package(hostile: Verdict) -> None:
    """A suite a file; errors fail, warnings only with --strict, infos never; the numbers are right."""
    text = FINDING_FORMATS["junit"](hostile, False)
    suites = JUnitXml.fromstring(text.encode())
    failed = [case for suite in suites for case in suite if any(isinstance(one, Failure) for one in case.result)]
    assert len(failed) == hostile.count(Severity.ERROR) == suites.failures
    assert not [case for suite in suites for case in suite if any(isinstance(one, Error) for one in case.result)]
    assert sum(len(list(suite)) for suite in suites) == suites.tests == len(TITLES)
    strict = Verdict(files=hostile.files, findings=hostile.findings, strict=True)
    fails = JUnitXml.fromstring(FINDING_FORMATS["junit"](strict, False).encode()).failures
    assert fails == hostile.count(Severity.ERROR) + hostile.count(Severity.WARNING)
    etree.fromstring(text.encode())


def test_a_clean_file_is_a_test_that_passes() -> None:
    """CI servers take a report without tests for a broken one."""
    suites = JUnitXml.fromstring(FINDING_FORMATS["junit"](Verdict(files=("a.xml",)), False).encode())
    assert (suites.tests, suites.failures) == (1, 0)


COMMAND = re.compile(r"::(error|warning|notice) (?:file=[^,:\n]*,line=\d+,col=\d+,)?title=[^,:\n]*::[^\r\n]*")


def test_annotations_are_escaped(hostile: Verdict) -> None:
    """One workflow command a finding, on a line of its own, whatever the text; what was escaped reads back."""
    lines = FINDING_FORMATS["github"](hostile, True).splitlines()
    assert len(lines) == len(TITLES)
    assert all(COMMAND.fullmatch(line) for line in lines)
    (line,) = FINDING_FORMATS["github"](verdict(finding("100%, a:b")), False).splitlines()
    assert line.startswith("::error file=100%25%2C a%3Ab.xml,line=3,col=7,title=WXR428 missing-title::100%25, a:b. ")


def test_infos_are_one_annotation_a_code_and_file() -> None:
    """GitHub shows ten of each kind: a hundred notes would hide the errors."""
    many = verdict(*(finding("x", Severity.INFO, line) for line in range(1, 101)))
    assert len(FINDING_FORMATS["github"](many, False).splitlines()) == 1
    assert "(99 more like it in this file)" in FINDING_FORMATS["github"](many, False)
    assert len(FINDING_FORMATS["github"](many, True).splitlines()) == 100


@pytest.mark.parametrize("number", [0, 1, 5, 20, len(CATALOGUE)])
@pytest.mark.parametrize("each", [1, 2, 300])
def test_text_is_never_longer_than_a_screen(number: int, each: int) -> None:
    """At most 40 lines without --all, every code named while there is room; with --all every finding."""
    codes = list(CATALOGUE)[:number]
    found = [
        Diagnostic(code, f"m{one}", CATALOGUE[code].severity, "a.xml", one) for code in codes for one in range(each)
    ]
    text = FINDING_FORMATS["text"](verdict(*found), False)
    assert text.count("\n") <= 40
    if number <= 20:
        assert all(code in text for code in codes)
    assert FINDING_FORMATS["text"](verdict(*found), True).count("a.xml:") >= number * (each - 1)


def test_errors_come_first_with_three_examples() -> None:
    """Many notes do not push an error off the screen."""
    notes = [finding(f"note {one}", Severity.INFO) for one in range(500)]
    errors = [Diagnostic("WXR250", f"cut {one}", Severity.ERROR, "a.xml", one) for one in range(1, 6)]
    lines = FINDING_FORMATS["text"](verdict(*notes, *errors), False).splitlines()
    assert lines[:5] == [
        "error   WXR250 truncated-export (5×)",
        "  a.xml:1: cut 1",
        "  a.xml:2: cut 2",
        "  a.xml:3: cut 3",
        "  … 2 more",
    ]
    assert lines[5].startswith("  → ")


def test_a_line_names_the_item_that_show_takes() -> None:
    """By its id, also where a long message is cut; identities of items without an id are no numbers and are left out."""
    found = [
        Diagnostic("WXR512", "hidden " * 40, Severity.WARNING, "a.xml", 3, item="110"),
        Diagnostic("WXR512", "hidden", Severity.WARNING, "a.xml", 4, item="https://example.org/a"),
    ]
    lines = FINDING_FORMATS["text"](verdict(*found), False).splitlines()
    assert lines[1].endswith("… (item 110)")
    assert len(lines[1]) == 160
    assert lines[2] == "  a.xml:4: hidden"


def test_nothing_to_do_is_not_said() -> None:
    """Where the advice is "Nothing.", no form shows it behind the message."""
    found = Diagnostic("WXR603", "several hosts", Severity.INFO, "a.xml")
    for form, write in FINDING_FORMATS.items():
        if form != "json":
            assert "Nothing" not in write(verdict(found), True), form


def test_every_code_has_its_line_and_errors_get_examples_first() -> None:
    """Of thirty codes each has its line; what room is left goes to the errors, then to the warnings."""
    by_severity = {one: [code for code in CATALOGUE if CATALOGUE[code].severity is one] for one in Severity}
    codes = by_severity[Severity.ERROR][:3] + by_severity[Severity.WARNING][:9] + by_severity[Severity.INFO][:12]
    found = [
        Diagnostic(code, f"{code} {one}", CATALOGUE[code].severity, "a.xml", one) for code in codes for one in range(5)
    ]
    lines = FINDING_FORMATS["text"](verdict(*found), False).splitlines()
    assert len(lines) <= 40
    heads = [line for line in lines if "(5×)" in line]
    assert len(heads) == len(codes)
    shown = {code: sum(line.startswith("  a.xml:") and f" {code} " in line for line in lines) for code in codes}
    assert [shown[code] for code in codes[:3]] == [3, 3, 1]
    assert not any(shown[code] for code in codes[-12:])


def test_hostile_titles_of_an_export_come_through(tmp_path: Path) -> None:
    """Two hundred titles that vanished since yesterday are named in every form, and nothing breaks."""
    titles = [text for text in TITLES if re.fullmatch(r"[^\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]+", text)][:200]
    assert len(titles) == 200
    good = (ROOT / "fixtures/rules/WXR401/good.xml").read_text("utf-8")
    head, item, tail = re.split(r"(\t<item>.*?</item>\n)", good, maxsplit=1, flags=re.DOTALL)
    tail = tail[tail.rindex("</channel>") :]
    items = [
        re.sub(
            r"<title>.*?</title>",
            lambda _, text=text: f"<title>{escape(text)}</title>",
            item,
        )
        .replace("<wp:post_id>1<", f"<wp:post_id>{number}<")
        .replace("?p=1<", f"?p={number}<")
        for number, text in enumerate(titles, start=10)
    ]
    (tmp_path / "earlier.xml").write_text(head + item + "".join(items) + tail, encoding="utf-8")
    (tmp_path / "now.xml").write_text(head + item + tail, encoding="utf-8")
    found = validate([tmp_path / "now.xml"], ValidateOptions(against=(str(tmp_path / "earlier.xml"),)))
    assert sum(one.code == "WXR451" for one in found.findings) == 200
    for form, write in FINDING_FORMATS.items():
        assert PRINTABLE.fullmatch(write(found, True)), form
    jsonschema.validate(json.loads(FINDING_FORMATS["json"](found, True)), FINDINGS_SCHEMA)
    assert len(pysarif.load_from_json(FINDING_FORMATS["sarif"](found, True)).runs[0].results) == len(found.findings)
