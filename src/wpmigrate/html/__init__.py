"""HTML: what every tree stage needs to know about elements.

Trees are lxml trees of plain elements (`HtmlElement` is lxml's element class, without the methods of `lxml.html`).
"""

from .addresses import SAFE_SCHEMES, bare_url, is_safe_image_url, is_safe_url, join_url, scheme_of, split_url
from .edit import add_text_before, append_text, drop, extend, replace, unwrap, with_attributes_of, wrap, wrap_inside
from .elements import BLOCK, HEADINGS, INLINE, PHRASING, REPLACED, TABLE_PARTS, VERBATIM, VOID
from .parse import HtmlElement, Parsed, parse, parse_fragment
from .references import unescape
from .serialize import inner_html, outer_html
from .text import INVISIBLE, block_text, plain_text, squeezed_text, words

__all__ = [
    "BLOCK",
    "HEADINGS",
    "INLINE",
    "INVISIBLE",
    "PHRASING",
    "REPLACED",
    "SAFE_SCHEMES",
    "TABLE_PARTS",
    "VERBATIM",
    "VOID",
    "HtmlElement",
    "Parsed",
    "add_text_before",
    "append_text",
    "bare_url",
    "block_text",
    "drop",
    "extend",
    "inner_html",
    "is_safe_image_url",
    "is_safe_url",
    "join_url",
    "outer_html",
    "parse",
    "parse_fragment",
    "plain_text",
    "replace",
    "scheme_of",
    "split_url",
    "squeezed_text",
    "unescape",
    "unwrap",
    "with_attributes_of",
    "words",
    "wrap",
    "wrap_inside",
]
