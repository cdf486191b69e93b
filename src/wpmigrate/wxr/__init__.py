"""How WXR is written: names, text and elements as strict XML. It knows neither the model nor the reader."""

from .elements import attributes, channel_start, leaf
from .namespaces import NAMESPACES, WORDPRESS_PREFIXES
from .spans import Edit, Span, edited, new_text, removal, spans_of
from .text import CDATA_CLOSE, CDATA_OPEN, CDATA_SPLIT, cdata, escaped, quoted, without_forbidden

CHANNEL_END = b"</channel>\n</rss>\n"
"""The end tags of an export, as WordPress writes them."""

__all__ = [
    "CDATA_CLOSE",
    "CDATA_OPEN",
    "CDATA_SPLIT",
    "CHANNEL_END",
    "NAMESPACES",
    "WORDPRESS_PREFIXES",
    "Edit",
    "Span",
    "attributes",
    "cdata",
    "channel_start",
    "edited",
    "escaped",
    "leaf",
    "new_text",
    "quoted",
    "removal",
    "spans_of",
    "without_forbidden",
]
