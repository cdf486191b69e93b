"""Hexo: local dates, a permalink for each item; lists, pages of terms and former addresses are made by the scaffold's script."""

from datetime import datetime

from .front_matter import render_page
from .record import RecordValue
from .site_view import SiteView
from .target import Key, Scaffold, Target
from .term_pages import term_list, term_map, under_free_names

_NONE: frozenset[str] = frozenset()
"""Custom taxonomies stand below `terms`, where no name is taken."""


def _local(value: RecordValue) -> RecordValue:
    """Local time as Hexo reads it: with an offset it would show another hour (hexojs/hexo, issue 4548)."""
    return value.replace(tzinfo=None).isoformat(" ", "seconds") if isinstance(value, datetime) else value


def _apart(value: RecordValue) -> RecordValue:
    """Each category in a list of its own: in one list, each would be the child of the one before."""
    return [[name] for name in value] if isinstance(value, list) else value


def _files(site: SiteView) -> list[tuple[str, bytes]]:
    """The terms as data."""
    return [
        ("source/_data/terms.json", term_map(site, _NONE)),
        ("source/_data/termList.json", term_list(site, _NONE)),
    ]


HEXO = Target(
    name="hexo",
    summary="a Hexo site: posts and pages with their old addresses, term pages, comments as data",
    layout="files",
    dialect="marked",
    links="permalink",
    render=render_page,
    paths={
        "post": "source/_posts/{slug}.md",
        "page": "source/pages/{parents}/{slug}.md",
        "draft": "source/_drafts/{slug}.md",
        "other": "source/{type}/{slug}.md",
    },
    keys=(
        Key("layout", "type.layout"),
        Key("title", "title"),
        Key("date", "date", _local),
        Key("day", "date.day"),
        Key("updated", "modified", _local),
        Key("permalink", "permalink.relative"),
        Key("alias", "aliases"),
        Key("published", "draft", lambda value: not value),
        Key("categories", "categories", _apart),
        Key("tags", "tags"),
        Key("terms", "terms.named", under_free_names(_NONE)),
        Key("authors", "authors"),
        Key("description", "excerpt.plain"),
        Key("image", "featured_image"),
        Key("sticky", "sticky", int),  # type: ignore[arg-type] # a truth value
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
    plain_switch=("disableNunjucks", True),
    comments="source/_data/comments/{id}.json",
    media="source",
    knows_terms_by_name=True,
    own_addresses=("/page/*/", "/feed.xml", "/style.css"),
    drafts="a draft stands in `source/_drafts/` and says `published: false`",
    redirects="`alias`, of which the scaffold makes pages that lead on",
    cannot=(
        "the offset of a date: Hexo's dates are local times",
        "footnotes as such: they come out as links to a list at the end",
    ),
    scaffold=Scaffold(
        generator="Hexo",
        install="npm install",
        build="npx hexo generate",
        serve="npx hexo server",
        public="public",
        config="_config.yml",
        feed="/feed.xml",
        style="themes/plain/source/style.css",
        files=_files,
        hints=(
            "timezone: the one of the blog",
            "marked: { smartypants: false, autolink: false }, for text as it was typed",
            "hexo-generator-alias, for former addresses",
        ),
    ),
)
