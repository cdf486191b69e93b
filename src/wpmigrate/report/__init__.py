"""Report: diagnostics and counts in, text, JSON or CSV out."""

from .formats import REPORT_FORMATS, json_pieces
from .printable import cell, printable
from .summary import Summary, finding_lines, summary_lines, table_lines

__all__ = [
    "REPORT_FORMATS",
    "Summary",
    "cell",
    "finding_lines",
    "json_pieces",
    "printable",
    "summary_lines",
    "table_lines",
]
