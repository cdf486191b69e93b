"""Links: an old address in, the item and its new address out."""

from .addresses import Addresses, Target
from .former import former_paths
from .known import Kind
from .permalinks import permalink_path, permalink_paths
from .places import host_key, path_key
from .rewriting import LinkOptions, rewrite
from .term_paths import term_paths

__all__ = [
    "Addresses",
    "Kind",
    "LinkOptions",
    "Target",
    "former_paths",
    "host_key",
    "path_key",
    "permalink_path",
    "permalink_paths",
    "rewrite",
    "term_paths",
]
