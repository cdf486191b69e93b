"""One catalogue of diagnostics: it serves conversion notices, validation, explanations and the generated docs."""

from .catalogue import CATALOGUE, diagnose
from .diagnostic import Code, Diagnostic, Severity

__all__ = ["CATALOGUE", "Code", "Diagnostic", "Severity", "diagnose"]
