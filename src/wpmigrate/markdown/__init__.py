"""Markdown: a clean HTML tree in, Markdown out, through a small syntax tree."""

from .ast import Document
from .conversion import Written, convert, escape
from .dialect import Dialect
from .dialects import DIALECTS
from .escaping import TEMPLATE_MARKS, holds_marks
from .options import MarkdownOptions
from .plain import plain_text
from .reading import read
from .writing import write

__all__ = [
    "DIALECTS",
    "TEMPLATE_MARKS",
    "Dialect",
    "Document",
    "MarkdownOptions",
    "Written",
    "convert",
    "escape",
    "holds_marks",
    "plain_text",
    "read",
    "write",
]
