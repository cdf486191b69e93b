"""Saved pages, feeds and texts of a blog → its items."""

from .reading import read_saved
from .text import is_post_text

__all__ = ["is_post_text", "read_saved"]
