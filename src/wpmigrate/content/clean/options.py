"""What the caller may choose about cleaning."""

from dataclasses import dataclass
from typing import Literal

from .hosts import EMBED_HOSTS


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanOptions:
    """`html="safe"` gives the vocabulary of clean HTML; `"keep"` only takes out what runs code."""

    html: Literal["safe", "keep"] = "safe"
    #: Hosts of the old site, lower case: their resized pictures have originals.
    site_hosts: frozenset[str] = frozenset()
    #: Names of pictures that end like those of resized ones, and are originals.
    sized_names: frozenset[str] = frozenset()
    #: Turn addresses of resized pictures into those of their originals.
    original_images: bool = True
    #: Hosts whose players stay; a host stands for its subdomains too.
    embed_hosts: frozenset[str] = EMBED_HOSTS
    #: Ids that something outside of this body links to: they stay as targets.
    linked_ids: frozenset[str] = frozenset()
