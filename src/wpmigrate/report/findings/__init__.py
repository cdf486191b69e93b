"""The findings of a validation in the forms that people and pipelines read; one form a file, one table."""

from collections.abc import Callable, Mapping

from wpmigrate.report.verdict import Verdict

from .github import as_github
from .json import as_json
from .junit import as_junit
from .sarif import as_sarif
from .text import as_text

Form = Callable[[Verdict, bool], str]
"""A verdict, and whether all findings are wanted, in; the whole text out, with a newline at its end."""

FINDING_FORMATS: Mapping[str, Form] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
    "junit": as_junit,
}
"""What `validate --format` knows."""

__all__ = ["FINDING_FORMATS", "Form"]
