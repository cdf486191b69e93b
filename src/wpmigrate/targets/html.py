"""HTML: a plain site of files, for owners who want no program and for archives; a page an item, at its old address."""

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from itertools import groupby

from .fields import FieldOptions
from .plain_pages import HOME, STYLE, Page, comments_html, day_of, in_lines, term_file
from .record import Record
from .scaffolding import comments_word
from .site_view import ItemView, SiteView, TermView
from .target import Target

_NEWEST = 20
"""How many posts the home page names; the years have them all."""


def _render(target: Target, record: Record, options: FieldOptions) -> bytes:
    """The page of an item."""
    del target, options  # a page has no front matter
    site = record.site
    assert site is not None  # `writes_pages`
    page = Page(site, record.file)
    title = record.title or (record.date.date().isoformat() if record.date else record.id)
    main = (
        f"<article>\n<h1>{escape(title)}</h1>\n{_byline(record)}"
        f'<div class="content">\n{record.html}\n</div>\n{_terms(record, page)}</article>\n{_children(record, page)}'
    )
    return page.document(title, main + comments_html(record.comments, comments_word(site)), record.description)


def _byline(record: Record) -> str:
    """The day and the authors of a post."""
    authors = ", ".join(escape(name or login) for login, name in record.authors)
    parts = [part for part in (day_of(record.date).strip(), authors) if part]
    return f'<p class="meta">{" · ".join(parts)}</p>\n' if parts and record.type != "page" else ""


def _terms(record: Record, page: Page) -> str:
    """Links to the terms of an item."""
    known = page.site.terms_by_name
    names = [("category", pair) for pair in record.categories] + [("post_tag", pair) for pair in record.tags]
    names += [(taxonomy, pair) for taxonomy, pairs in record.terms.items() for pair in pairs]
    links = [
        page.link(term_file(term, page.site), term.name)
        for taxonomy, (slug, name) in names
        if (term := known.get((taxonomy, name or slug)))
    ]
    return f'<p class="terms">\n{in_lines(links)}</p>\n' if links else ""


def _children(record: Record, page: Page) -> str:
    """The pages below a page."""
    return page.items(page.site.pages_below.get(record.id, ()))


def _site_files(site: SiteView) -> list[tuple[str, bytes]]:
    """The home page, a page a year, a page a term, and the style sheet."""
    return list(_pages(site))


def _pages(site: SiteView) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of each of them."""
    yield STYLE, (files("wpmigrate.targets") / "scaffolds" / STYLE).read_bytes()
    taken = {item.file for item in site.items}
    posts = [item for item in reversed(site.items) if item.type == "post"]
    if HOME not in taken:
        yield HOME, _home(Page(site, HOME), posts)
    years = site.year_files
    for year, found in groupby(posts, key=lambda item: f"{item.date.year:04}" if item.date else ""):
        if year:
            page = Page(site, years[year])
            yield years[year], page.document(year, f"<h1>{year}</h1>\n{page.items(found)}")
    by_term = site.items_by_term()
    for term in site.terms:
        file = term_file(term, site)
        if file not in taken:
            yield file, _term(Page(site, file), term, by_term.get((term.taxonomy, term.slug), []))


def _home(page: Page, posts: list[ItemView]) -> bytes:
    """The newest posts, and the categories with their children."""
    site = page.site
    categories = [term for term in site.terms if term.taxonomy == "category"]
    lists = [page.items(posts[:_NEWEST])]
    # No year has these.
    lists.append(page.items(item for item in posts[_NEWEST:] if item.date is None))
    lists.append(page.items(item for item in site.items if item.type not in ("post", "page")))
    if categories:
        lists.append(f'<ul class="tree">\n{_tree(page, categories)}</ul>\n')
    return page.document("", "".join(lists))


def _tree(page: Page, terms: list[TermView]) -> str:
    """The terms, each with those below it; a stack and no recursion, for hierarchies of any depth."""
    below: dict[str, list[TermView]] = {}
    for term in terms:
        below.setdefault(term.parent, []).append(term)
    pieces: list[str] = []
    waiting: list[str | TermView] = [*reversed(below.get("", ()))]
    while waiting:
        top = waiting.pop()
        if isinstance(top, str):
            pieces.append(top)
            continue
        pieces.append(f"<li>{page.term(top)}")
        waiting.append("</li>\n")
        if inner := below.get(top.slug):
            pieces.append("\n<ul>\n")
            waiting += ["</ul>\n", *reversed(inner)]
    return "".join(pieces)


def _term(page: Page, term: TermView, items: list[ItemView]) -> bytes:
    """The page of a term: its description, the terms below it, its items."""
    about = f'<p class="tagline">{escape(term.description)}</p>\n' if term.description else ""
    below = page.site.terms_below.get((term.taxonomy, term.slug), ())
    inner = f"<ul>\n{in_lines(f'<li>{page.term(other)}</li>' for other in below)}</ul>\n" if below else ""
    return page.document(term.name, f"<h1>{escape(term.name)}</h1>\n{about}{inner}{page.items(items)}")


HTML = Target(
    name="html",
    summary="a plain site of HTML files that opens without any program: years, categories, comments",
    layout="files",
    dialect="commonmark",
    links="file",
    render=_render,
    paths={
        "post": "{address}.html",
        "page": "{address}.html",
        "other": "{address}.html",
    },
    writes_pages=True,
    has_meta=False,
    leaves_out_drafts=True,
    own_addresses=(f"/{STYLE}",),
    drafts="left out: every file counts as published",
    media=".",
    cannot=("custom fields",),
    look=f"holds the site: open its {HOME} in a browser, no program and no network needed",
    site_files=_site_files,
)
