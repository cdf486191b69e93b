"""Mending: one broken part of an export at a time, each mend named, each result parsed strictly again."""

from .finder import Finder
from .finding import sample_of
from .parts import Mended, Part, Piece, mend_channel, mend_item
from .prolog import mend_prolog

__all__ = ["Finder", "Mended", "Part", "Piece", "mend_channel", "mend_item", "mend_prolog", "sample_of"]
