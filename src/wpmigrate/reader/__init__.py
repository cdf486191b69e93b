"""Bytes in, model out: finds the exports among the inputs, reads each strictly, mends what is broken item by item."""

from .options import ReaderOptions
from .php import unserialize
from .reading import Event, read
from .source import Source
from .sources import open_sources

__all__ = ["Event", "ReaderOptions", "Source", "open_sources", "read", "unserialize"]
