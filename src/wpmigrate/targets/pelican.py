"""Pelican: headers before the Markdown, `url` and `save_as` for each item; a plugin of the scaffold makes the pages of terms."""

import json
from collections.abc import Mapping
from datetime import datetime
from html import escape

from wpmigrate.frontmatter import iso_datetime

from .fields import FieldOptions
from .front_matter import target_fields
from .places import file_of
from .record import Record, RecordValue
from .site_view import SiteView
from .target import Key, Scaffold, Target
from .term_pages import data_json, term_list, under_free_names

_RESERVED = frozenset({
    "author", "authors", "category", "categories", "comment_count", "content", "date", "format", "guid", "image",
    "in_default_lang", "lang", "locale", "meta", "modified", "order", "parent", "save_as", "settings", "slug",
    "source_path", "status", "sticky", "summary", "tags", "template", "timezone", "title", "translation", "url",
    "wordpress_id", "wordpress_status", "wordpress_type",
})  # fmt: skip
"""Headers that are Pelican's or ours; a taxonomy of such a name gets "wp-" before it."""


def _header(value: RecordValue) -> str:
    """A value behind the colon of its header, on one line.

    In lists a semicolon stands between names, and behind one that holds a comma: without any, Pelican would split it.
    """
    if isinstance(value, list):
        names = [" ".join(str(name).replace(";", ",").split()) for name in value]
        return "; ".join(names) + (";" if len(names) == 1 and "," in names[0] else "")
    if isinstance(value, datetime):
        return iso_datetime(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join((json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)).split())


def _render(target: Target, record: Record, options: FieldOptions) -> bytes:
    """Headers, an empty line, the Markdown."""
    fields = target_fields(target, record, options)
    head = "".join(f"{name}: {_header(value)}\n" for name, value in fields.items())
    return f"{head}\n{record.markdown}".encode("utf-8", "backslashreplace")


def _html(value: RecordValue) -> RecordValue:
    """A title as HTML: themes write it as it is."""
    return escape(str(value), quote=False)


def _files(site: SiteView) -> list[tuple[str, bytes]]:
    """The terms and the former addresses as data, of which the plugin makes pages."""
    return [("data/terms.json", term_list(site, _RESERVED)), ("data/former.json", data_json(dict(site.aliases)))]


def _values(site: SiteView) -> Mapping[str, RecordValue]:
    """Where the list of posts is saved."""
    return {"list_file": file_of(site.list_path)}


PELICAN = Target(
    name="pelican",
    summary="a Pelican site: posts and pages with their old addresses, term pages, comments as data",
    layout="files",
    dialect="python-markdown",
    links="permalink",
    render=_render,
    paths={
        "post": "content/posts/{slug}.md",
        "page": "content/pages/{parents}/{slug}.md",
        "undated": "content/pages/undated/{slug}.md",
        "other": "content/pages/{type}/{slug}.md",
    },
    keys=(
        Key("Title", "title.never_empty", _html),
        Key("Date", "date"),
        Key("Modified", "modified"),
        Key("Slug", "slug"),
        Key("url", "permalink.relative"),
        Key("save_as", "permalink.file"),
        Key("Status", "draft", lambda _: "skip"),
        Key("Category", "categories", lambda value: value[0] if isinstance(value, list) else value),
        Key("Categories", "categories.further"),
        Key("Tags", "tags"),
        Key("", "terms.named", under_free_names(_RESERVED)),
        Key("Authors", "authors"),
        Key("Summary", "excerpt.line"),
        Key("image", "featured_image"),
        Key("sticky", "sticky"),
        Key("order", "order"),
        Key("parent", "parent"),
        Key("wordpress_status", "status"),
        Key("wordpress_type", "type.no_page"),
        Key("format", "format"),
        Key("comment_count", "comment_count"),
        Key("guid", "guid"),
        Key("wordpress_id", "id"),
        Key("meta", "meta"),
    ),
    comments="data/comments/{id}.json",
    media="content",
    knows_terms_by_name=True,
    own_addresses=("/page/*/", "/feed.xml", "/theme/style.css"),
    drafts="a draft says `Status: skip`; `draft` would be written, only not listed",
    redirects="pages that lead on, made by the plugin of the scaffold",
    cannot=(
        "more than one category, without the scaffold's plugin: Pelican knows the first; `Categories` names them all",
        "a semicolon in the name of a term, which becomes a comma",
        "task lists as such",
    ),
    scaffold=Scaffold(
        generator="Pelican",
        install="pip install 'pelican[markdown]'",
        build="pelican",
        serve="pelican --listen --autoreload",
        public="output",
        config="pelicanconf.py",
        feed="/feed.xml",
        style="theme/static/style.css",
        files=_files,
        values=_values,
        hints=(
            'ARTICLE_PATHS = ["posts"], PAGE_PATHS = ["pages"], STATIC_PATHS = ["wp-content"]',
            "ARTICLE_TRANSLATION_ID = PAGE_TRANSLATION_ID = None, where two items share a slug",
            "USE_FOLDER_AS_CATEGORY = False",
        ),
    ),
)
