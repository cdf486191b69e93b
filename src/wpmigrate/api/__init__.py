"""The pipeline, wired once; no printing."""

from .baseline import write_baseline as write_known
from .pipeline import convert
from .plugins import ShortcodeRules, shortcode_functions
from .reading import read
from .redirecting import redirects_file
from .reports import report_rule, write_reports, write_text
from .result import Result
from .show import show
from .survey import Survey, survey
from .validation import validate

__all__ = [
    "Result", "ShortcodeRules", "Survey", "convert", "read", "redirects_file", "report_rule", "shortcode_functions", "show",
    "survey", "validate", "write_known", "write_reports", "write_text",
]  # fmt: skip
