"""The site: what the channel of an export says, apart from its items."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A `wp:author`. `login` is the key that `dc:creator` uses from exporter 3.1 on; names are unescaped once."""

    login: str
    name: str = ""
    first_name: str = ""
    last_name: str = ""
    #: Private: never written unless asked for by name.
    email: str = ""
    id: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A `wp:category`, `wp:tag` or `wp:term`. The key is (`taxonomy`, `slug`); names are unescaped once.

    `taxonomy` is `category`, `post_tag`, `nav_menu`, … as WordPress names it (`tag` of old exports is `post_tag`).
    `parent` is the parent's slug (nicename), never its id.
    """

    taxonomy: str
    slug: str
    name: str
    parent: str = ""
    description: str = ""
    id: int | None = None
    meta: tuple[tuple[str, str], ...] = ()
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the channel says before its items. Addresses are as written; empty when absent."""

    title: str = ""
    link: str = ""
    description: str = ""
    language: str = ""
    #: `wp:base_site_url` (the network) and `wp:base_blog_url` (this blog).
    base_site_url: str = ""
    base_blog_url: str = ""
    wxr_version: str = ""
    #: The `<generator>` text or, without it, the `generator="…"` of the leading comment.
    generator: str = ""
    pub_date: str = ""
    image_url: str = ""

    @property
    def url(self) -> str:
        """The address of the blog, without a trailing slash; empty when the export names none."""
        return (self.base_blog_url or self.link or self.base_site_url).rstrip("/")
