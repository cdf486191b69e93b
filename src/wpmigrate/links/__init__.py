"""Links: an old address in, the item and its new address out."""

from .addresses import UPLOADS, Addresses, Target
from .files import KnownFiles, missing_files, sized_names
from .former import former_paths
from .homes import homes_of
from .known import Kind
from .local_media import local_address
from .old_addresses import NewSite, OldAddress, item_addresses, moved, public_entries, served_address
from .old_archives import all_archives
from .permalinks import encoded_path, permalink_path, permalink_paths
from .places import host_key, host_of, path_key
from .rewriting import LinkOptions, rewrite
from .term_paths import term_paths

__all__ = [
    "UPLOADS",
    "Addresses",
    "Kind",
    "KnownFiles",
    "LinkOptions",
    "NewSite",
    "OldAddress",
    "Target",
    "all_archives",
    "encoded_path",
    "former_paths",
    "homes_of",
    "host_key",
    "host_of",
    "item_addresses",
    "local_address",
    "missing_files",
    "moved",
    "path_key",
    "permalink_path",
    "permalink_paths",
    "public_entries",
    "rewrite",
    "served_address",
    "sized_names",
    "term_paths",
]
