"""From the index of a planned site to what scaffolds and site files are made of."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from wpmigrate import rules
from wpmigrate.html import split_url
from wpmigrate.links import UPLOADS, host_of, term_paths
from wpmigrate.model import Entry, MadeSequence, Rows, SiteIndex, Term
from wpmigrate.targets import ItemView, SiteView, TermView, decoded, owned_depth, public_name, served_path, time_zone_of

from .indexing import Reading
from .records import OWN_FIELDS, decoded_slug
from .term_slugs import page_slug, with_parents

TermKey = tuple[str, str]
"""Taxonomy and slug."""

_LIST_PATHS = ("/", "/blog/", "/posts/", "/archive/", "/blog-posts/")
_DATES_LOOKED_AT = 2000


def site_view(reading: Reading) -> SiteView:
    """The view of a site whose plan is made; made once, however many ask. Nothing in it comes from what is not public."""
    if reading.view is None:
        reading.view = _made(reading.index)
    return reading.view


def _made(index: SiteIndex) -> SiteView:
    """The view."""
    public = index.in_order().where(_is_public)
    site = index.site
    language = site.language or "en"
    dates = (entry.date for entry in public if entry.date is not None and entry.type == "post")
    taken = {served_path(entry.address) for entry in public}
    written = {taxonomy for entry in index.entries if entry.skipped is None for taxonomy, _ in entry.terms}
    former = {served_path(path) for paths in index.former.values() for path in paths}
    page = None if index.posts_page is None else index.entries[index.posts_page]
    is_at_home = index.list_path == "/"
    terms = _terms(index, public)
    return SiteView(
        title=site.title,
        description=site.description,
        language=language,
        base_url=root_url(site.url),
        uploads=_uploads(index),
        time_zone=time_zone_of(islice(dates, _DATES_LOOKED_AT), language),
        taxonomies=tuple(sorted(written - OWN_FIELDS)),
        terms=terms,
        kept_paths=frozenset(term.path for term in terms if owned_depth(term.path, index.own_addresses)),
        authors=tuple(
            (public_name(author.login), public_name(author.name or author.login)) for author in index.authors.values()
        ),
        aliases=tuple(
            sorted(
                [
                    (decoded(path), served_path(index.entries[number].address))
                    for number, paths in index.former.items()
                    for path in paths
                ]
                + ([(served_path(page.address), index.list_path)] if page is not None and is_at_home else [])
            )
        ),
        items=_Items(public, index),
        paths=frozenset(taken),
        list_path=index.list_path or next((path for path in _LIST_PATHS if path not in taken | former), "/all-posts/"),
        list_title=page.title if page is not None and not is_at_home else "",
    )


def _is_public(entry: Entry) -> bool:
    return entry.skipped is None and not entry.is_draft


class _Items(MadeSequence[ItemView]):
    """The public items by date, each made when it is asked for: most targets ask for none, and there may be many."""

    def __init__(self, public: Rows[Entry], index: SiteIndex) -> None:
        self._public = public
        self._index = index
        self._by_id = index.by_post_id()

    def __len__(self) -> int:
        return len(self._public)

    def _made(self, position: int) -> ItemView:
        entry = self._public[position]
        parent = self._by_id.get(entry.parent)
        return ItemView(
            id=entry.id,
            type=entry.type,
            title=entry.title,
            slug=decoded_slug(entry.slug),
            date=entry.date,
            path=served_path(entry.address),
            file=entry.path or "",
            terms=tuple((key[0], page_slug(key, self._index)) for key in entry.terms),
            author=entry.creator,
            parent=parent.id if parent is not None and _is_public(parent) else "",
            order=entry.menu_order,
        )


def _uploads(index: SiteIndex) -> str:
    """The folder of the media library: where most files on the blog's own host stand, else below the blog."""
    home = host_of(index.site.url)
    urls = (attachment.url for attachment in index.attachments.values())
    counts = Counter(url[:at] for url in urls if (at := url.find(f"/{UPLOADS}/")) >= 0)
    own = {start: number for start, number in counts.items() if host_of(f"{start}/") == home}
    start = max(own, key=lambda start: (own[start], start), default=index.site.url)
    return f"{decoded(split_url(start).path).strip('/')}/{UPLOADS}".lstrip("/")


def root_url(url: str) -> str:
    """Scheme and host of an address; a stand-in when the export names none."""
    parts = split_url(url)
    return f"{parts.scheme}://{parts.netloc}/" if parts.scheme and parts.netloc else "https://example.org/"


def _terms(index: SiteIndex, public: Iterable[Entry]) -> tuple[TermView, ...]:
    """The terms that public items have, and the terms above them; by taxonomy and slug."""
    counts = Counter(term for entry in public for term in set(entry.terms))
    parents = rules.term_parents(index)
    used = {key for key in counts if key[0] not in OWN_FIELDS or key[0] in ("category", "post_tag")}
    slugs = {key: page_slug(key, index) for key in sorted(with_parents(used, index))}
    paths = term_paths(index, slugs, parents)
    views: dict[TermKey, TermView] = {}
    for key, slug in slugs.items():
        term = index.terms.get(key) or Term(taxonomy=key[0], slug=key[1], name="")
        view = TermView(
            taxonomy=key[0],
            slug=slug,
            name=index.names_apart.get(key) or term.name or index.term_names.get(key) or decoded_slug(key[1]),
            parent=slugs.get((key[0], parents.get(key, "")), ""),
            description=term.description,
            path=paths[key],
            count=counts[key],
        )
        views.setdefault((view.taxonomy, slug), view)
    return tuple(views.values())
