"""Astro: a collection of Markdown that a schema checks; one route serves items, terms and lists at the old addresses."""

import json

from .front_matter import render_page
from .site_view import SiteView
from .target import Key, Scaffold, Target
from .term_pages import term_list, term_map, under_free_names

_NONE: frozenset[str] = frozenset()
"""Custom taxonomies stand below `terms`, where no name is taken."""


def _files(site: SiteView) -> list[tuple[str, bytes]]:
    """The terms, and the former addresses, as data."""
    former = json.dumps(dict(site.aliases), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return [
        ("src/data/terms.json", term_map(site, _NONE)),
        ("src/data/termList.json", term_list(site, _NONE)),
        ("src/data/former.json", former.encode("utf-8", "backslashreplace")),
    ]


ASTRO = Target(
    name="astro",
    summary="an Astro site: a collection with a schema, old addresses, term pages, comments as data",
    layout="files",
    dialect="gfm",
    links="permalink",
    render=render_page,
    paths={
        "post": "src/content/items/posts/{slug}.md",
        "page": "src/content/items/pages/{parents}/{slug}.md",
        "other": "src/content/items/{type}/{slug}.md",
    },
    keys=(
        Key("title", "title"),
        Key("pubDate", "date"),
        Key("day", "date.day"),
        Key("updatedDate", "modified"),
        Key("permalink", "permalink.path"),
        Key("draft", "draft"),
        Key("categories", "categories"),
        Key("tags", "tags"),
        Key("terms", "terms.named", under_free_names(_NONE)),
        Key("authors", "authors"),
        Key("description", "excerpt.plain"),
        Key("image", "featured_image"),
        Key("sticky", "sticky"),
        Key("order", "order"),
        Key("parent", "parent"),
        Key("status", "status"),
        Key("type", "type"),
        Key("format", "format"),
        Key("commentCount", "comment_count"),
        Key("guid", "guid"),
        Key("wordpressId", "id", str),
        Key("meta", "meta"),
    ),
    comments="src/data/comments/{id}.json",
    media="public",
    knows_terms_by_name=True,
    # What Astro writes for /404/ and /500/ stands in files of these names.
    own_addresses=("/page/*/", "/feed.xml", "/style.css", "/404.html", "/500.html"),
    drafts="a draft says `draft: true`; the scaffold's route serves none",
    redirects="`src/data/former.json`, of which the scaffold makes pages that lead on",
    scaffold=Scaffold(
        generator="Astro",
        install="npm install",
        build="npx astro build",
        serve="npx astro dev",
        public="dist",
        config="astro.config.mjs",
        feed="/feed.xml",
        style="public/style.css",
        files=_files,
        hints=(
            "a collection over src/content/items; its schema is in `wpmigrate targets astro`",
            "a route that serves each item at its `permalink` and leaves out those with `draft`",
            "markdown.smartypants: false, for quotes as they were typed",
        ),
    ),
)
