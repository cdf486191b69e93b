"""The pipeline, wired once; no printing."""

from .pipeline import convert
from .reading import read
from .reports import write_reports
from .result import Result
from .show import show

__all__ = ["Result", "convert", "read", "show", "write_reports"]
