"""Docusaurus: a blog at the root of the site with a `slug` for each post, pages where their addresses say."""

from collections.abc import Mapping

from .fields import FieldOptions
from .front_matter import render_page
from .places import file_of
from .record import Record, RecordValue
from .redirect_page import redirect_page
from .site_view import SiteView
from .target import Key, Scaffold, Target
from .term_pages import free_path, listing


def _render(target: Target, record: Record, options: FieldOptions) -> bytes:
    """The page; Docusaurus takes a first heading for the title and leaves it out of a post, so something stands before it."""
    if record.markdown.startswith("# "):
        record.markdown = f"<!-- -->\n\n{record.markdown}"
    return render_page(target, record, options)


def _authors(value: RecordValue) -> RecordValue:
    """Authors by their names, without a file of them."""
    return [{"name": name} for name in value] if isinstance(value, list) else None


def _site_files(site: SiteView) -> list[tuple[str, bytes]]:
    """A page for each term at its old address, and pages that lead former addresses on."""
    items = site.items_by_term()
    pages = [
        (
            f"src/pages/{path.strip('/')}.md",
            listing(term, site, items.get((term.taxonomy, term.slug), []), "docusaurus", {"slug": path}),
        )
        for term in site.terms
        if (path := free_path(term, site)).strip("/")
    ]
    return pages + [("static/" + file_of(old), redirect_page(new)) for old, new in site.aliases]


def _values(site: SiteView) -> Mapping[str, RecordValue]:
    """The navigation, and a place for its own pages of tags where the blog has none."""
    pages = [(path, title) for path, title in site.navigation if path != "/"]
    return {
        "navigation": [{"label": title, "to": path, "position": "left"} for path, title in pages],
        "tags_path": "tags" if not any(path.startswith("/tags/") for path in site.paths) else "tags-of-posts",
    }


DOCUSAURUS = Target(
    name="docusaurus",
    summary="a Docusaurus site: the blog at its root, pages and term pages with their old addresses",
    layout="files",
    dialect="docusaurus",
    links="permalink",
    render=_render,
    paths={
        "post": "blog/{slug}.md",
        "page": "src/pages/{address}.md",
        "draft": "drafts/{slug}.md",
        "undated": "src/pages/{address}.md",
        "other": "src/pages/{address}.md",
    },
    keys=(
        Key("title", "title.never_empty"),
        Key("date", "date"),
        Key("last_update.date", "modified"),
        Key("slug", "permalink.path"),
        Key("authors", "authors", _authors),
        Key("tags", "terms.all"),
        Key("description", "excerpt.plain"),
        Key("image", "featured_image"),
        Key("draft", "draft"),
        Key("wordpress_id", "id"),
        Key("guid", "guid"),
        Key("wordpress_status", "status"),
        Key("format", "format"),
        Key("comment_count", "comment_count"),
        Key("meta", "meta"),
    ),
    comments="data/comments/{id}.json",
    media="static",
    more="<!-- truncate -->",
    # Its router reads them as patterns: /a:b/ would be shown at /archives/ too.
    unfit_signs=":()*",
    own_addresses=("/page/*/", "/404.html", "/sitemap.xml", "/rss.xml", "/atom.xml"),
    drafts="a draft stands in `drafts/`, which Docusaurus does not build",
    redirects="HTML pages below `static/` that lead on",
    cannot=(
        "addresses that end in `.html`, which become folders of that name",
        "posts that stick: the list of posts goes by dates alone",
        "categories and custom taxonomies apart from tags: `tags` names them all, each has its page",
    ),
    site_files=_site_files,
    scaffold=Scaffold(
        generator="Docusaurus",
        install="npm install",
        build="npx docusaurus build",
        serve="npx docusaurus start",
        public="build",
        config="docusaurus.config.js",
        feed="/rss.xml",
        values=_values,
        hints=(
            'markdown: { format: "detect" }, or each .md is read as MDX and braces in it as code',
            'blog: { routeBasePath: "/" }, for the addresses of the posts',
            "no trailingSlash: true, which would add a slash to links that lead to files",
        ),
    ),
)
