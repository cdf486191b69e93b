"""The options of a run: the stages' own options, composed. Frozen; made once, handed down."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from wpmigrate.targets import FieldOptions

from .term_rules import TermRule

LinkMode = Literal["permalink", "file", "keep"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which items are wanted. Empty means: no limit."""

    types: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    #: Logins or display names.
    authors: frozenset[str] = frozenset()
    #: Slugs or names.
    categories: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    #: "private", "protected".
    include: frozenset[str] = frozenset()
    #: Ids, slugs or addresses.
    only: frozenset[str] = frozenset()
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertOptions:
    """Everything that `convert` can be told."""

    to: str = "markdown"
    selection: Selection = field(default_factory=Selection)
    fields: FieldOptions = field(default_factory=FieldOptions)
    #: None: the target's own.
    links: LinkMode | None = None
    path: str | None = None
    #: (kind of item, template) of `[path]`; `path` wins.
    paths: tuple[tuple[str, str], ...] = ()
    #: Whether addresses of the site's own files lead to a copy of `wp-content/uploads` in the new site.
    local_media: bool = False
    html: Literal["safe", "keep"] = "safe"
    #: (name, rule) of `[shortcodes]`: keep, drop, unwrap or a template.
    shortcodes: tuple[tuple[str, str], ...] = ()
    #: Modules or files whose functions show shortcodes; they run as code.
    plugins: tuple[str, ...] = ()
    #: Rules of `[terms]`, in the order in which they count.
    terms: tuple[TermRule, ...] = ()
    wrap: int | None = None
    raw: bool = False
    #: (format, path below the output folder or empty for the format's own) of files of redirects.
    redirects: tuple[tuple[str, str], ...] = ()
    comments: bool = True
    #: A row of `comments.COMMENT_FORMATS`; empty: the target's own form.
    comments_format: str = ""
    include_emails: bool = False
    fix_mojibake: bool = False
    #: `text` for texts of posts; empty to be told by content.
    kind: Literal["", "text"] = ""
    #: The language of saved pages; empty to be voted.
    locale: str = ""
    strict: bool = False
    force: bool = False
    dry_run: bool = False
    durable: bool = False
    each: bool = False
    #: Whether to make the folder a site of its generator; None: where no site stands yet.
    scaffold: bool | None = None
    #: Worker processes; None: as many as cores, none for small exports.
    jobs: int | None = None
