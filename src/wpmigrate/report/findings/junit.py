"""Findings as JUnit XML, which nearly every CI server shows as tests: a suite a file, a test a code.

What makes the validation fail is a failure; the rest stands in the output of a test that passes.
"""

from xml.sax.saxutils import escape, quoteattr

from wpmigrate.diagnostics import CATALOGUE, Diagnostic
from wpmigrate.report.printable import printable
from wpmigrate.report.verdict import Verdict

NOTHING = "no findings"
"""The one test of a file without findings: CI servers take a report without tests for a broken one."""


def as_junit(verdict: Verdict, show_all: bool) -> str:
    """The whole report; an error or a failing warning is a failure of the test of its code."""
    del show_all
    suites = [_suite(verdict, name) for name in _names(verdict)]
    tests = sum(number for _, number, _ in suites)
    failures = sum(number for _, _, number in suites)
    head = f'<testsuites name="wpmigrate validate" tests="{tests}" failures="{failures}" errors="0" time="0">'
    return "\n".join(
        ['<?xml version="1.0" encoding="UTF-8"?>', head, *(text for text, *_ in suites), "</testsuites>\n"]
    )


def _names(verdict: Verdict) -> list[str]:
    """The files in their order; "" for findings about a whole site."""
    named = {found.file for found in verdict.findings}
    return [*dict.fromkeys([*verdict.files, *sorted(named)])]


def _suite(verdict: Verdict, name: str) -> tuple[str, int, int]:
    """The suite of one file, the number of its tests and of its failures."""
    groups = [(code, [one for one in group if one.file == name]) for code, group in verdict.by_code()]
    cases = [_case(verdict, name, code, found) for code, found in groups if found]
    failures = sum("<failure" in case for case in cases)
    if not cases:
        cases = [f'  <testcase {_named(NOTHING, name)} time="0"/>']
    shown = quoteattr(printable(name) or "the whole site")
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="0" time="0"'
    return "\n".join([f" <testsuite name={shown} {counts}>", *cases, " </testsuite>"]), len(cases), failures


def _named(test: str, file: str) -> str:
    shown = printable(file) or "the whole site"
    return f"name={quoteattr(test)} classname={quoteattr(shown)}"


def _case(verdict: Verdict, name: str, code: str, found: list[Diagnostic]) -> str:
    """The test of one code in one file."""
    row = CATALOGUE[code]
    text = escape("\n".join([*map(_line, found), *filter(None, (row.to_do,))]))
    if any(verdict.fails(one) for one in found):
        worst = found[0]
        message = quoteattr(f"{printable(worst.message)}" + (f" (and {len(found) - 1} more)" if found[1:] else ""))
        inner = f"   <failure type={quoteattr(str(worst.severity))} message={message}>{text}</failure>"
    else:
        inner = f"   <system-out>{text}</system-out>"
    return f'  <testcase {_named(f"{code} {row.name}", name)} time="0">\n{inner}\n  </testcase>'


def _line(found: Diagnostic) -> str:
    place = ":".join(str(part) for part in (printable(found.file), found.line, found.column) if part)
    item = f" (item {printable(found.item)})" if found.item else ""
    return f"{place}{': ' if place else ''}{found.severity} {printable(found.message)}{item}"
