"""Links: an old address in, the item and its new address out."""

from .addresses import Addresses, Target
from .former import former_paths
from .homes import homes_of
from .known import Kind
from .old_addresses import NewSite, OldAddress, item_addresses, moved
from .old_archives import all_archives
from .permalinks import permalink_path, permalink_paths
from .places import host_key, host_of, path_key
from .rewriting import LinkOptions, rewrite
from .term_paths import term_paths

__all__ = [
    "Addresses",
    "Kind",
    "LinkOptions",
    "NewSite",
    "OldAddress",
    "Target",
    "all_archives",
    "former_paths",
    "homes_of",
    "host_key",
<<<<<<< HEAD
    "item_addresses",
    "moved",
=======
    "host_of",
>>>>>>> 050d895 (Add rules: missing dates, authors and texts, orphan attachments, dead menu entries, custom types, mixed hosts, what an export should not be passed on with)
    "path_key",
    "permalink_path",
    "permalink_paths",
    "rewrite",
    "term_paths",
]
