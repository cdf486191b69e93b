"""Jekyll: posts in `_posts`, pages in `pages`, each with its `permalink`; Liquid is switched off where a body holds marks of it."""

import re

from .front_matter import first, render_page, text_date
from .record import RecordValue
from .site_view import SiteView
from .target import Key, Scaffold, Target
from .term_pages import free_name, term_map, term_page, under_free_names

_RESERVED = frozenset({
    "author", "authors", "categories", "collection", "comment_count", "comments",
    "content", "date", "description", "dir", "excerpt", "excerpt_separator",
    "ext", "format", "guid", "id", "image", "last_modified_at", "layout", "meta", "name", "next", "order", "output",
    "parent", "path", "permalink", "previous", "published", "redirect_from", "redirect_to", "relative_path",
    "render_with_liquid", "slug", "status", "sticky", "tags", "title", "url", "wordpress_id",
})  # fmt: skip
"""Front-matter names that are Jekyll's or ours; a taxonomy of such a name gets "wp-" before it."""


_TOKEN = re.compile(r":(?=[a-z_])")


def _permalink(value: RecordValue) -> RecordValue:
    """An address whose colons begin no token: Jekyll takes `:title` for one, and fails at those that it does not know."""
    return _TOKEN.sub("%3A", value) if isinstance(value, str) else value


def _stem(slug: str) -> str:
    """The name of the file of a term; Jekyll passes over those that begin with an underscore."""
    return f"term{slug}" if slug.startswith("_") else slug


def _files(site: SiteView) -> list[tuple[str, bytes]]:
    """A page for each term, and where they stand."""
    pages = [
        (
            f"terms/{free_name(term.taxonomy, _RESERVED)}/{_stem(term.slug)}.md",
            term_page(term, site, free_name(term.taxonomy, _RESERVED), "term"),
        )
        for term in site.terms
    ]
    return [("_data/terms.json", term_map(site, _RESERVED)), *pages]


JEKYLL = Target(
    name="jekyll",
    summary="a Jekyll site: posts and pages with their old addresses, term pages, comments as data",
    layout="files",
    dialect="kramdown",
    links="permalink",
    render=render_page,
    paths={
        "post": "_posts/{year}-{month}-{day}-{slug}.md",
        "page": "pages/{parents}/{slug}.md",
        "draft": "_drafts/{slug}.md",
        "undated": "pages/undated/{slug}.md",
        "other": "pages/{type}/{slug}.md",
    },
    keys=(
        Key("layout", "type.layout"),
        Key("title", "title"),
        Key("date", "date", text_date),
        Key("last_modified_at", "modified", text_date),
        Key("permalink", "permalink.path", _permalink),
        Key("redirect_from", "aliases"),
        Key("published", "draft", lambda value: not value),
        Key("categories", "categories"),
        Key("tags", "tags"),
        Key("", "terms.named", under_free_names(_RESERVED)),
        Key("author", "authors", first),
        Key("authors", "authors"),
        Key("description", "excerpt.plain"),
        Key("excerpt_separator", "more.outside_liquid"),
        Key("image", "featured_image"),
        Key("sticky", "sticky"),
        Key("order", "order"),
        Key("parent", "parent"),
        Key("status", "status"),
        Key("format", "format"),
        Key("comment_count", "comment_count"),
        Key("guid", "guid"),
        Key("wordpress_id", "id"),
        Key("meta", "meta"),
    ),
    templates="liquid",
    plain_switch=("render_with_liquid", False),
    comments="_data/comments/{id}.json",
    media=".",
    knows_terms_by_name=True,
    own_addresses=("/feed.xml", "/style.css", "/redirects.json"),
    drafts="a draft stands in `_drafts/` and says `published: false`",
    redirects="`redirect_from` of the plugin jekyll-redirect-from: a page that leads on",
    scaffold=Scaffold(
        generator="Jekyll",
        install="apt-get install jekyll ruby-jekyll-redirect-from",
        build="jekyll build",
        serve="jekyll serve",
        public="_site",
        config="_config.yml",
        feed="/feed.xml",
        style="style.css",
        files=_files,
        hints=(
            "plugins: [jekyll-redirect-from]",
            "timezone: the one of the blog, or posts near midnight move to another day",
            'kramdown: smart_quotes: ["apos", "apos", "quot", "quot"], for quotes as they were typed',
            "layouts of the names post and page",
        ),
    ),
)
