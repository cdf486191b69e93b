"""Eleventy: Markdown below `content/` with explicit permalinks; its layouts, lists and drafts are the scaffold's."""

from .front_matter import first, render_page
from .site_view import SiteView
from .target import Key, Scaffold, Target
from .term_pages import term_list, term_map, under_free_names

_RESERVED = frozenset({
    "address", "author", "authors", "categories", "tags", "collections", "comment_count", "comments", "content", "date", "day",
    "description", "draft", "eleventy", "eleventycomputed", "eleventydataschema", "eleventyexcludefromcollections",
    "eleventyimport", "eleventynavigation", "format", "guid", "image", "layout",
    "meta", "order", "page", "pagination", "parent", "permalink", "pkg", "redirect_from", "site", "status",
    "sticky", "templateengineoverride", "terms", "termlist", "title", "updated", "wordpress_id",
})  # fmt: skip
"""Front-matter names that are Eleventy's or ours; a taxonomy of such a name gets "wp-" before it."""


def _files(site: SiteView) -> list[tuple[str, bytes]]:
    """The terms as data: a list, of which a template makes pages, and a map, by which layouts find them."""
    return [("_data/terms.json", term_map(site, _RESERVED)), ("_data/termList.json", term_list(site, _RESERVED))]


ELEVENTY = Target(
    name="eleventy",
    summary="an Eleventy site: posts and pages with their old addresses, term pages, comments as data",
    layout="files",
    dialect="markdown-it",
    links="permalink",
    render=render_page,
    paths={
        "post": "content/posts/{slug}.md",
        "page": "content/pages/{parents}/{slug}.md",
        "other": "content/{type}/{slug}.md",
    },
    keys=(
        Key("title", "title"),
        Key("date", "date"),
        Key("day", "date.day"),
        Key("updated", "modified"),
        Key("permalink", "permalink.public"),
        Key("redirect_from", "aliases"),
        Key("draft", "draft"),
        Key("eleventyExcludeFromCollections", "draft"),
        Key("categories", "categories"),
        Key("tags", "tags"),
        Key("", "terms.named", under_free_names(_RESERVED)),
        Key("author", "authors", first),
        Key("authors", "authors"),
        Key("description", "excerpt.plain"),
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
    templates="nunjucks",
    plain_switch=("templateEngineOverride", "md"),
    comments="_data/comments/{id}.json",
    media="content",
    knows_terms_by_name=True,
    own_addresses=("/page/*/", "/feed.xml", "/style.css"),
    drafts="a draft says `permalink: false` and is in no collection: Eleventy writes no page for it",
    redirects="`redirect_from`, of which the scaffold makes pages that lead on",
    cannot=("footnotes as such: they come out as links to a list at the end", "task lists as such"),
    scaffold=Scaffold(
        generator="Eleventy",
        install="npm install",
        build="npx @11ty/eleventy",
        serve="npx @11ty/eleventy --serve",
        public="_site",
        config="eleventy.config.js",
        feed="/feed.xml",
        style="content/style.css",
        files=_files,
        hints=(
            "a layout for posts and pages, for instance in content/content.json",
            "addPassthroughCopy for content/wp-content",
            "markdownTemplateEngine: false, or each file keeps its own templateEngineOverride",
        ),
    ),
)
