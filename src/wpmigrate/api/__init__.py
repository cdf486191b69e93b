"""The pipeline, wired once; no printing."""

from .pipeline import convert, write_reports
from .reading import read
from .result import Result
from .show import show

__all__ = ["Result", "convert", "read", "show", "write_reports"]
