"""MkDocs with Material's blog, and Zensical, which reads the same: the slug of a post is its address, the place of a page too."""

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote

from wpmigrate import frontmatter
from wpmigrate.markdown import DIALECTS, MarkdownOptions, escape

from .fields import FieldOptions
from .front_matter import first, render_page
from .places import file_of
from .plain_pages import comment_list
from .record import Record, RecordValue
from .redirect_page import redirect_page
from .site_view import ItemView, SiteView
from .target import Key, Scaffold, Target
from .term_pages import free_path, listing

_LANGUAGES = frozenset({
    "af", "ar", "az", "be", "bg", "bn", "ca", "cs", "cy", "da", "de", "el", "en", "eo", "es", "et", "eu", "fa",
    "fi", "fr", "gl", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kn", "ko", "lb", "lt", "lv",
    "mk", "mn", "ms", "my", "nb", "nl", "nn", "pl", "pt", "pt-BR", "ro", "ru", "sa", "sh", "si", "sk", "sl", "sq",
    "sr", "sv", "ta", "te", "th", "tl", "tr", "uk", "ur", "uz", "vi", "zh", "zh-Hant", "zh-TW",
})  # fmt: skip
"""The languages that the theme speaks."""


def _language(site: SiteView) -> str:
    """The theme's name of the language; English for one that it does not speak."""
    short = {"no": "nb"}.get(site.short_language, site.short_language)
    return next((name for name in (site.language, short) if name in _LANGUAGES), "en")


def _site_files(site: SiteView) -> list[tuple[str, bytes]]:
    """A page for each term, and pages that lead former addresses on."""
    items = site.items_by_term()
    pages = [
        (
            "docs/" + free_path(term, site).strip("/") + "/index.md",
            listing(term, site, items.get((term.taxonomy, term.slug), []), "python-markdown", {"hide": ["toc"]}),
        )
        for term in site.terms
        if free_path(term, site).strip("/")
    ]
    return pages + [("docs/" + file_of(old), redirect_page(new)) for old, new in site.aliases]


_TAG_START = re.compile(r"<(?=[A-Za-z/!?])")


def _plain(value: RecordValue) -> RecordValue:
    """A title or names of terms without tags: the theme shows both as the HTML that they are."""
    if isinstance(value, list):
        return [_plain(name) for name in value]
    return _TAG_START.sub("&lt;", value) if isinstance(value, str) else value


def _nav_place(page: ItemView) -> str:
    """The source file of a page; the address of one in the folder of the posts, where Zensical looks for no pages."""
    return quote(page.path) if page.file.startswith("docs/posts/") else page.file.removeprefix("docs/")


def _values(site: SiteView) -> Mapping[str, RecordValue]:
    """Navigation by source files, the language of the theme, and the pages of terms."""
    pages = [page for page in site.top_pages if page.path != "/"][:12]
    nav: list[RecordValue] = [{page.title: _nav_place(page)} for page in pages]
    folders = not any(path.endswith(".html") for path in site.paths)
    by_count = sorted(site.terms, key=lambda term: (term.count, term.slug))
    return {
        "use_directory_urls": folders,
        "navigation": ["index.md", *nav],
        "theme_language": _language(site),
        # Of several terms of one name, the one that most items have.
        "term_paths": {_TAG_START.sub("&lt;", term.name): quote(free_path(term, site)) for term in by_count},
    }


def _files(site: SiteView) -> list[tuple[str, bytes]]:
    """The page of the blog's list, unless a page of the blog stands there."""
    if site.has_front_page:
        return []
    return [
        (
            "docs/index.md",
            frontmatter.render({"title": site.title or "Blog"}, "yaml").encode("utf-8", "backslashreplace"),
        )
    ]


def _render(target: Target, record: Record, options: FieldOptions) -> bytes:
    """Front matter, the title as the first heading (a body with headings of its own shows no other), the Markdown."""
    title = escape(record.title, MarkdownOptions(dialect=DIALECTS[target.dialect]))
    if title:
        end = "&#125;" if title.endswith("}") else title[-1]  # what stands in braces at the end would be attributes
        record = replace(record, markdown=f"# {title[:-1]}{end}\n\n{record.markdown}")
    return render_page(target, record, options)


def _comments(comments: list[dict[str, RecordValue]]) -> str:
    """The comments of an item as a template without a mark of one: the theme includes it."""
    return comment_list(comments).replace("{", "&#123;")


MKDOCS = Target(
    name="mkdocs",
    summary="a site for MkDocs with Material's blog, or for Zensical, with its old addresses and term pages",
    layout="files",
    dialect="python-markdown",
    links="permalink",
    render=_render,
    paths={
        "post": "docs/posts/{slug}.md",
        "page": "docs/{address}.md",
        "draft": "drafts/{slug}.md",
        "undated": "docs/{address}.md",
        "other": "docs/{address}.md",
    },
    keys=(
        Key("title", "title.never_empty", _plain),
        Key("date.created", "date"),
        Key("date.updated", "modified"),
        Key("slug", "permalink.slug_or_file"),
        Key("draft", "draft"),
        Key("pin", "sticky"),
        Key("categories", "categories"),
        Key("tags", "terms.all", _plain),
        Key("author", "authors", first),
        Key("description", "excerpt.plain"),
        Key("image", "featured_image"),
        Key("wordpress_status", "status"),
        Key("format", "format"),
        Key("comment_count", "comment_count"),
        Key("guid", "guid"),
        Key("wordpress_id", "id"),
        Key("meta", "meta"),
    ),
    comments="overrides/comments/{id}.html",
    render_comments=_comments,
    media="docs",
    more="<!-- more -->",
    knows_terms_by_name=True,
    has_addresses_of_places=True,
    lists_posts_at_home=True,
    # What lies there is a post, whatever it is.
    own_places=("/posts/…",),
    own_addresses=(
        *("/page/*/", "/page/*.html", "/404.html", "/sitemap.xml", "/sitemap.xml.gz"),
        *("/search.json", "/search/search_index.json", "/tags.json"),
    ),
    drafts="a draft stands in `drafts/`, beside `docs/`: of pages neither MkDocs nor Zensical knows drafts",
    redirects="HTML pages below `docs/` that lead on",
    cannot=(
        "a feed, without the plugin mkdocs-rss-plugin",
        "categories and custom taxonomies apart from tags: `tags` names them all, each has its page",
        "task lists as such",
    ),
    site_files=_site_files,
    scaffold=Scaffold(
        generator="MkDocs",
        install="pip install mkdocs-material",
        build="mkdocs build",
        serve="mkdocs serve",
        public="site",
        config="mkdocs.yml",
        feed="",
        values=_values,
        files=_files,
        hints=(
            'plugins: blog: {blog_dir: ".", post_dir: posts, post_url_format: "{slug}", categories: false, archive: false}',
            "markdown_extensions: [markdown.extensions.extra]",
            "validation: links: {absolute_links: ignore, not_found: info}",
            "theme: custom_dir: overrides, whose partials/comments.html shows the comments",
            "use_directory_urls: false, where an address ends in .html",
        ),
    ),
)
