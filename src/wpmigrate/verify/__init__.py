"""Verify: proof after the fact that an output holds what the export held.

The content as WordPress would show it, before any cleaning, is compared with the written Markdown as an independent
reader renders it: words and their order, links, pictures, players, headings, code, tables.
"""

from .document import verification_document
from .lines import verification_lines
from .options import VerifyOptions
from .pair import Difference
from .verification import Verdict, Verification
from .verifying import verify

__all__ = [
    "Difference",
    "Verdict",
    "Verification",
    "VerifyOptions",
    "verification_document",
    "verification_lines",
    "verify",
]
