"""Escaping: patterns as commented data, and the code that applies them where they hold."""

from .addresses import destination, target
from .escaper import Escaper, escaper_for
from .unsafe import LINE, LINK, TEXT, Unsafe

__all__ = ["LINE", "LINK", "TEXT", "Escaper", "Unsafe", "destination", "escaper_for", "target"]
