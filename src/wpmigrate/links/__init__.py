"""Links: an old address in, the item and its new address out."""

from .addresses import Addresses, Target
from .known import Kind
from .permalinks import permalink_path, permalink_paths
from .places import host_key, path_key
from .rewriting import LinkOptions, rewrite

__all__ = [
    "Addresses",
    "Kind",
    "LinkOptions",
    "Target",
    "host_key",
    "path_key",
    "permalink_path",
    "permalink_paths",
    "rewrite",
]
