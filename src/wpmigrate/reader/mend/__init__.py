"""Mending: one broken part of an export at a time, each mend named, each result parsed strictly again."""

from .finder import Finder
from .finding import Finding, sample_of
from .parts import Mended, Piece, mend_channel, mend_item
from .prolog import Prolog, mend_prolog

__all__ = ["Finder", "Finding", "Mended", "Piece", "Prolog", "mend_channel", "mend_item", "mend_prolog", "sample_of"]
