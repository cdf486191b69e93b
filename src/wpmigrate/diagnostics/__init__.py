"""One catalogue of diagnostics: it serves conversion notices, validation, explanations and the generated docs."""

from .catalogue import CATALOGUE, diagnose
from .diagnostic import Code, Diagnostic, Severity, in_part, part_of
from .examples import EXAMPLES
from .findings import Findings
from .naming import codes_named, codes_of
from .places import place_in

__all__ = [
    "CATALOGUE",
    "EXAMPLES",
    "Code",
    "Diagnostic",
    "Findings",
    "Severity",
    "codes_named",
    "codes_of",
    "diagnose",
    "in_part",
    "part_of",
    "place_in",
]
