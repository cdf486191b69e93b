"""Bytes in, model out: finds the exports among the inputs, reads each strictly, mends what is broken item by item."""

from .options import ReaderOptions
from .php import unserialize
from .reading import Event, decoded_data, read
from .source import Data, Source
from .sources import open_sources

__all__ = ["Data", "Event", "ReaderOptions", "Source", "decoded_data", "open_sources", "read", "unserialize"]
