"""Nikola: a slug may hold a whole path, drafts stand outside of what is built, the scaffold brings a plugin for terms."""

from collections.abc import Mapping
from datetime import datetime

from wpmigrate.frontmatter import iso_datetime

from .front_matter import first, render_page
from .places import file_of
from .record import RecordValue
from .site_view import SiteView
from .target import Key, Scaffold, Target
from .term_pages import term_list, under_free_names

_RESERVED = frozenset({
    "author", "authors", "category", "categories", "comment_count", "data", "date", "description", "enclosure",
    "filters", "format", "guid", "has_math", "hidetitle", "hyphenate", "image", "keywords", "link", "meta",
    "nocomments", "order", "parent", "password", "pretty_url", "previewimage", "priority", "section", "slug", "status", "tags",
    "template", "title", "type", "updated", "url_type", "wordpress_id", "wordpress_status",
})  # fmt: skip
"""Metadata that are Nikola's or ours; a taxonomy of such a name gets "wp-" before it."""


def _moment(value: RecordValue) -> RecordValue:
    """A moment as text (`2010-12-15 00:30:00 UTC+01:00`): a reader of YAML would make UTC of it, Nikola local time of that."""
    if not isinstance(value, datetime):
        return value
    text = iso_datetime(value, " ")
    return text if value.tzinfo is None else f"{text[:19]} UTC{text[19:]}"


_LANGUAGES = frozenset({
    "af", "ar", "az", "bg", "bn", "br", "bs", "ca", "cs", "da", "de", "el", "en", "eo", "es", "et", "eu", "fa",
    "fi", "fr", "fur", "gl", "he", "hi", "hr", "hu", "ia", "id", "it", "ja", "ko", "lt", "lv", "mi", "ml", "mr",
    "nb", "nl", "oc", "pa", "pl", "pt", "pt_br", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "ta", "te", "th", "tr",
    "tzm", "uk", "ur", "vi", "zh_cn", "zh_tw",
})  # fmt: skip
"""The languages that Nikola speaks (its `messages` files)."""


def _language(tag: str) -> str:
    """Nikola's name of a language; English for one that it does not speak."""
    full = tag.lower().replace("-", "_")
    short = full.partition("_")[0]
    near = {"no": "nb", "nn": "nb", "zh": "zh_cn", "iw": "he"}.get(short, short)
    return next((name for name in (full, short, near) if name in _LANGUAGES), "en")


def _files(site: SiteView) -> list[tuple[str, bytes]]:
    """The terms as data, of which the plugin makes pages."""
    return [("data/terms.json", term_list(site, _RESERVED))]


def _values(site: SiteView) -> Mapping[str, RecordValue]:
    """Redirections and navigation as the config wants them."""
    return {
        "redirections": [[file_of(old), new] for old, new in site.aliases],
        "navigation": [list(entry) for entry in site.navigation],
        "nikola_language": _language(site.language),
        "index_path": site.list_path.strip("/"),
    }


NIKOLA = Target(
    name="nikola",
    summary="a Nikola site: posts and pages with their old addresses, term pages, comments as data",
    layout="files",
    dialect="nikola",
    links="permalink",
    render=render_page,
    # No subfolders: they would stand before the slug.
    paths={
        "post": "posts/{slug}.md",
        "page": "pages/{slug}.md",
        "draft": "drafts/{slug}.md",
        "undated": "pages/{slug}.md",
        "other": "pages/{slug}.md",
    },
    keys=(
        Key("title", "title.never_empty"),
        Key("slug", "permalink.slug"),
        Key("pretty_url", "permalink.folder"),
        Key("date", "date", _moment),
        Key("updated", "modified", _moment),
        Key("status", "draft", lambda _: "draft"),
        Key("category", "categories", first),
        Key("categories", "categories"),
        Key("tags", "tags"),
        Key("", "terms.named", under_free_names(_RESERVED)),
        Key("author", "authors", first),
        Key("authors", "authors"),
        Key("description", "excerpt.plain"),
        Key("previewimage", "featured_image"),
        Key("priority", "sticky", int),  # type: ignore[arg-type] # a truth value
        Key("order", "order"),
        Key("parent", "parent"),
        Key("wordpress_status", "status"),
        Key("format", "format"),
        Key("comment_count", "comment_count"),
        Key("guid", "guid"),
        Key("wordpress_id", "id"),
        Key("meta", "meta"),
    ),
    templates="nikola",
    comments="data/comments/{id}.json",
    media="files",
    knows_terms_by_name=True,
    own_addresses=("/index-*.html", "/rss.xml", "/sitemap.xml", "/sitemapindex.xml", "/robots.txt"),
    # The tasks of doit, which Nikola runs on, are called like the files that they make, and may not hold a "="; what stands
    # before a ":" Nikola takes for the scheme of an address.
    unfit_signs="=:",
    drafts="a draft stands in `drafts/`, which Nikola does not build; in `posts/` it would build it",
    redirects="`REDIRECTIONS` of the config: pages that lead on",
    cannot=(
        "more than one category, without the scaffold's plugin: Nikola knows `category`; `categories` names them all",
        "task lists as such",
    ),
    scaffold=Scaffold(
        generator="Nikola",
        install="pip install nikola jinja2 ruamel.yaml",
        build="nikola build",
        serve="nikola auto --browser",
        public="output",
        config="conf.py",
        feed="/rss.xml",
        style="themes/wordpress/assets/css/theme.css",
        files=_files,
        values=_values,
        hints=(
            'POSTS = (("posts/*.md", "", "post.tmpl"),), PAGES = (("pages/*.md", "", "page.tmpl"),)',
            'PRETTY_URLS = True, URL_TYPE = "full_path"',
            'MARKDOWN_EXTENSIONS with "markdown.extensions.extra"',
        ),
    ),
)
