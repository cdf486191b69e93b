"""Targets: one file a generator, one table."""

import copyreg
from collections.abc import Mapping

from wpmigrate.errors import UsageError

from .astro import ASTRO
from .description import target_facts, target_keys, target_lines, uploads_of
from .docusaurus import DOCUSAURUS
from .eleventy import ELEVENTY
from .fields import FIELDS, META_ALLOWED, FieldOptions, check_field_names
from .fitting import Fitted, fitted, numbered, owned_depth
from .front_matter import term_slug
from .ghost import GHOST
from .hexo import HEXO
from .html import HTML
from .hugo import HUGO
from .jekyll import JEKYLL
from .json import JSON
from .jsonfeed import JSONFEED
from .jsonl import JSONL
from .markdown import MARKDOWN
from .mkdocs import MKDOCS
from .nikola import NIKOLA
from .obsidian import OBSIDIAN
from .pelican import PELICAN
from .places import decoded, file_of, html_file_of, served_path
from .record import Record, RecordValue, public_name, public_website
from .scaffolding import scaffold_files
from .site_document import SiteRecord, listed_media, site_record
from .site_view import ItemView, SiteView, TermView
from .target import Key, Scaffold, Target
from .term_pages import free_path
from .time_zone import time_zone_of
from .wxr import WXR
from .zola import ZOLA

TARGETS: Mapping[str, Target] = {
    target.name: target
    for target in (
        MARKDOWN,
        HTML,
        JSON,
        JSONL,
        HUGO,
        JEKYLL,
        ELEVENTY,
        PELICAN,
        NIKOLA,
        MKDOCS,
        ASTRO,
        HEXO,
        DOCUSAURUS,
        ZOLA,
        OBSIDIAN,
        GHOST,
        JSONFEED,
        WXR,
    )
}
"""Every target by its name, in the order of the docs."""


def target_named(name: str) -> Target:
    """The target; raises UsageError that names them all when there is none of that name."""
    if name not in TARGETS:
        raise UsageError(f"there is no target {name!r}", advice=f"The targets are: {', '.join(TARGETS)}.")
    return TARGETS[name]


# A result that comes from another process tells its target by name: a target holds functions that no pickle does.
copyreg.pickle(Target, lambda target: (target_named, (target.name,)))


__all__ = [
    "FIELDS",
    "META_ALLOWED",
    "TARGETS",
    "FieldOptions",
    "Fitted",
    "ItemView",
    "Key",
    "Record",
    "RecordValue",
    "Scaffold",
    "SiteRecord",
    "SiteView",
    "Target",
    "TermView",
    "check_field_names",
    "decoded",
    "file_of",
    "fitted",
    "free_path",
    "html_file_of",
    "listed_media",
    "numbered",
    "owned_depth",
    "public_name",
    "public_website",
    "scaffold_files",
    "served_path",
    "site_record",
    "target_facts",
    "target_keys",
    "target_lines",
    "target_named",
    "term_slug",
    "time_zone_of",
    "uploads_of",
]
