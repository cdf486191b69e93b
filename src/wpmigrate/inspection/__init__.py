"""What is in an export, before anything is decided: counts as text, JSON and one page with pictures."""

from .inspecting import inspect
from .page import as_page
from .schema import INSPECTION_SCHEMA
from .text import as_text

__all__ = ["INSPECTION_SCHEMA", "as_page", "as_text", "inspect"]
