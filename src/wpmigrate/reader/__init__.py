"""Bytes in, model out: finds the exports among the inputs, reads each strictly, mends what is broken item by item."""

from .comments import COMPARED_ELEMENTS
from .dates import read_date
from .element import Element
from .fields import BODY_FIELDS, FIELDS
from .named import Inputs, input_names
from .names import Scope, family_of, is_broken_declaration, is_slip
from .numbers import number_of_meta
from .options import ReaderOptions
from .passages import Passage
from .php import unserialize
from .reading import Event, decoded_data, read, read_passages
from .source import Data, Source, let_go
from .sources import open_sources
from .suspects import mended_text

__all__ = [
    "BODY_FIELDS",
    "COMPARED_ELEMENTS",
    "FIELDS",
    "Data",
    "Element",
    "Event",
    "Inputs",
    "Passage",
    "ReaderOptions",
    "Scope",
    "Source",
    "decoded_data",
    "family_of",
    "input_names",
    "is_broken_declaration",
    "is_slip",
    "let_go",
    "mended_text",
    "number_of_meta",
    "open_sources",
    "read",
    "read_date",
    "read_passages",
    "unserialize",
]
