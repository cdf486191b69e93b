"""The pipeline, wired once; no printing."""

from .baseline import write_baseline as write_known
from .pipeline import convert
from .plugins import ShortcodeRules, shortcode_functions
from .reading import read
from .reports import write_reports, write_text
from .result import Result
from .show import show
from .validation import validate

__all__ = [
    "Result", "ShortcodeRules", "convert", "read", "shortcode_functions", "show", "validate", "write_known", "write_reports",
    "write_text",
]  # fmt: skip
