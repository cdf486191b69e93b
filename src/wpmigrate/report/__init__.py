"""Report: diagnostics and counts in; text, JSON, CSV and the forms of continuous integration out."""

from .fingerprints import fingerprint, numbered
from .formats import REPORT_FORMATS, json_pieces
from .printable import cell, printable
from .summary import Summary, finding_lines, summary_lines, table_lines
from .verdict import Verdict

__all__ = [
    "REPORT_FORMATS",
    "Summary",
    "Verdict",
    "cell",
    "finding_lines",
    "fingerprint",
    "json_pieces",
    "numbered",
    "printable",
    "summary_lines",
    "table_lines",
]
