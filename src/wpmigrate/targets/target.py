"""What a target is: data first, functions where data ends."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from .fields import FieldOptions
from .record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One form of output.

    `layout` says what comes out: a file an item, one document, or one line a record. `paths` are path templates by kind
    of item (`post`, `page`, `draft`, `other`); `render` gives the bytes of one item.
    """

    name: str
    summary: str
    layout: Literal["files", "document", "lines"]
    dialect: str
    links: Literal["permalink", "file", "keep"]
    render: Callable[[Record, FieldOptions], bytes]
    paths: Mapping[str, str]
    #: Name of the one file of a document or of lines; empty for files.
    document: str = ""
