"""A built site against the old one: every old address is a page of it, a redirect, or named."""

from .checking import BuiltCheck, verify_built
from .lines import built_document, built_lines

__all__ = ["BuiltCheck", "built_document", "built_lines", "verify_built"]
