"""Escaping: patterns as commented data, and the code that applies them where they hold."""

from .addresses import as_references, destination, target
from .escaper import Escaper, escaper_for
from .templates import TEMPLATE_MARKS, holds_marks, without_marks
from .unsafe import LINE, LINK, TEXT, Unsafe

__all__ = [
    "LINE",
    "LINK",
    "TEMPLATE_MARKS",
    "TEXT",
    "Escaper",
    "Unsafe",
    "as_references",
    "destination",
    "escaper_for",
    "holds_marks",
    "target",
    "without_marks",
]
