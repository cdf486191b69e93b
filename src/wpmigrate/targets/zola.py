"""Zola: TOML or YAML front matter with `path`; taxonomies as the config declares them; all else under `extra`."""

from collections.abc import Mapping

from .front_matter import first, render_page
from .record import RecordValue
from .site_view import SiteView
from .target import Key, Scaffold, Target

_NAMES = {"category": "categories", "post_tag": "tags"}


def _bare(value: RecordValue) -> RecordValue:
    """A path without the slash before it; the home page's own is not Zola's to write."""
    return str(value).lstrip("/") or None


def _bare_all(value: RecordValue) -> RecordValue:
    """Paths without the slash before them."""
    return [_bare(path) for path in value] if isinstance(value, list) else None


def _custom(value: RecordValue) -> RecordValue:
    """Custom taxonomies by their names, but for those that the front matter has already."""
    if not isinstance(value, dict):
        return None
    return {name: names for name, names in value.items() if name not in _NAMES.values()}


def _values(site: SiteView) -> Mapping[str, RecordValue]:
    """What the config needs: every taxonomy, declared."""
    names = [*_NAMES.values(), *(name for name in site.taxonomies if name not in _NAMES.values())]
    return {"zola_taxonomies": [{"name": name, "feed": True} for name in names], "zola_language": site.short_language}


ZOLA = Target(
    name="zola",
    summary="a Zola site: content with its old addresses, taxonomies declared",
    layout="files",
    dialect="gfm",
    links="permalink",
    render=render_page,
    paths={
        "post": "content/posts/{slug}.md",
        "page": "content/pages/{slug}.md",
        "other": "content/pages/{slug}.md",
    },
    keys=(
        Key("title", "title"),
        Key("description", "excerpt.plain"),
        Key("date", "date"),
        Key("updated", "modified"),
        Key("draft", "draft"),
        Key("path", "permalink.path", _bare),
        Key("aliases", "aliases", _bare_all),
        Key("authors", "authors"),
        Key("weight", "sticky", int),  # type: ignore[arg-type] # a truth value
        Key("taxonomies.categories", "categories"),
        Key("taxonomies.tags", "tags"),
        Key("taxonomies", "terms", _custom),
        Key("extra.image", "featured_image"),
        Key("extra.author", "authors", first),
        Key("extra.status", "status"),
        Key("extra.type", "type"),
        Key("extra.format", "format"),
        Key("extra.comment_count", "comment_count"),
        Key("extra.guid", "guid"),
        Key("extra.id", "id"),
        Key("extra.meta", "meta"),
    ),
    templates="tera",
    more="<!-- more -->",
    media="static",
    own_addresses=(
        *("/page/*/", "/404.html", "/sitemap.xml", "/robots.txt", "/atom.xml", "/style.css", "/categories/", "/tags/"),
    ),
    drafts="a draft says `draft: true`, which Zola builds only with `--drafts`",
    redirects="`aliases`: a page that leads on",
    cannot=("the addresses of terms: Zola makes its own, of their names",),
    scaffold=Scaffold(
        generator="Zola",
        install="see getzola.org, Installation: a package of the system",
        build="zola build",
        serve="zola serve",
        public="public",
        config="zola.toml",
        feed="/atom.xml",
        style="static/style.css",
        values=_values,
        hints=("each taxonomy declared under `taxonomies`", 'slugify.paths = "safe"'),
    ),
)
