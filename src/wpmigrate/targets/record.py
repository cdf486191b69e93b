"""The record: one item, converted, as every target sees it."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import unquote

from wpmigrate.model import Item

from .places import served_path
from .site_view import SiteView

RecordValue = str | int | float | bool | None | datetime | list["RecordValue"] | dict[str, "RecordValue"]
"""What a record's open fields hold: data that JSON and front matter can say."""

TermPair = tuple[str, str]
"""(slug, name) of a term, or (login, name) of an author."""


_LOCAL = r"\w.!#$%&'*+/=?^`{|}~-"
_ADDRESS = re.compile(rf"(?<![@{_LOCAL}])([{_LOCAL}]++)@(?:[\w-]++\.)+[^\W\d_][\w-]+")
"""An e-mail address. `@anna@social.example` is none: so people are called in the Fediverse."""


def public_name(name: str) -> str:
    """A login or a name; of an e-mail address that it is, or that stands in it, what stands before the @."""
    return _ADDRESS.sub(r"\1", name) if "@" in name else name


def public_website(url: str) -> str:
    """The page of a commenter; empty where it is no page of the web, or holds a name before its host.

    Somebody typed an e-mail address into the field: WordPress puts `http://` before it.
    """
    scheme, _, rest = url.partition("://")
    host = rest.partition("/")[0].partition("?")[0].partition("#")[0]
    return url if scheme.lower() in ("http", "https") and host and "@" not in unquote(host) else ""


@dataclass(slots=True, kw_only=True)
class Record:
    """One item after conversion. Texts are plain, except `html` (clean), `markdown` and `excerpt` (Markdown)."""

    id: str
    type: str
    #: As WordPress has it; `is_draft` says whether a generator must not publish it.
    status: str
    is_draft: bool
    title: str
    #: Decoded, as readers see it.
    slug: str
    #: The old address, as the export has it.
    url: str
    #: The new address: a path from the site's root; empty when there is none.
    permalink: str
    date: datetime | None = None
    modified: datetime | None = None
    authors: list[TermPair] = field(default_factory=list)
    categories: list[TermPair] = field(default_factory=list)
    tags: list[TermPair] = field(default_factory=list)
    #: Custom taxonomies by name.
    terms: dict[str, list[TermPair]] = field(default_factory=dict)
    excerpt: str = ""
    #: The excerpt without marks.
    description: str = ""
    #: The identity that feeds give the item.
    guid: str = ""
    #: Former addresses of the item: paths from the site's root, decoded.
    aliases: list[str] = field(default_factory=list)
    #: id, url, alt and caption of the featured image; None when there is none.
    featured_image: dict[str, RecordValue] | None = None
    #: None when a saved page does not tell it.
    comment_count: int | None = 0
    #: Flat, oldest first, each with `id` and `parent`.
    comments: list[dict[str, RecordValue]] = field(default_factory=list)
    meta: dict[str, RecordValue] = field(default_factory=dict)
    is_sticky: bool = False
    format: str = ""
    parent: str = ""
    order: int = 0
    html: str = ""
    markdown: str = ""
    text: str = ""
    #: Whether some address of the site names an HTML file, so that not all are folders.
    is_among_files: bool = False
    #: Whether `markdown` holds what the target's template language would read.
    has_template_marks: bool = False
    #: Its file below the output folder.
    file: str = ""
    #: The site around it, for targets that write whole pages; None for others.
    site: SiteView | None = None
    #: The body as WordPress stored it; None unless asked for.
    raw: str | None = None
    #: The item as it was read; None unless the target takes it.
    item: Item | None = None

    @property
    def path(self) -> str:
        """The new address as a path of folders and files that a static server has: decoded, see `served_path`."""
        return served_path(self.permalink)
