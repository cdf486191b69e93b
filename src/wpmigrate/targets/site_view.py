"""The site as targets see it: what scaffolds are filled with, and what term pages and redirects are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from wpmigrate.links import UPLOADS

from .places import file_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A term that a written item has, or an ancestor of one. Texts are plain."""

    taxonomy: str
    #: The nicename, decoded; unique within the taxonomy.
    slug: str
    name: str
    #: The slug of the parent; empty at the top.
    parent: str
    description: str
    #: The old address of its archive: a path from the site's root, decoded, with a slash at its end.
    path: str
    #: How many public items have it.
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """A public item, as lists of items show it. Texts are plain."""

    id: str
    type: str
    title: str
    #: Decoded.
    slug: str
    date: datetime | None
    #: The address, as `served_path` gives it.
    path: str
    #: Its file below the output folder.
    file: str
    #: (taxonomy, slug) as `TermView` has them.
    terms: tuple[tuple[str, str], ...]
    #: Login of the author; empty when the export names none.
    author: str
    #: `id` of the page above; empty for none.
    parent: str
    order: int


@dataclass(frozen=True, kw_only=True)  # no slots: what is asked for often is kept
class SiteView:
    """What a scaffold may ask."""

    title: str
    description: str
    #: A language tag such as `sv-SE`; "en" when the export names none.
    language: str
    #: Scheme and host with a slash; paths of addresses follow it.
    base_url: str
    #: The folder of the media library, from the site's root: that of a blog in a folder stands below it.
    uploads: str = UPLOADS
    #: A name of the tz database that fits the dates of the posts; "UTC" when none does.
    time_zone: str
    #: Custom taxonomies that written items have, besides categories and tags.
    taxonomies: tuple[str, ...]
    terms: tuple[TermView, ...]
    #: (login, name).
    authors: tuple[tuple[str, str], ...]
    #: (old path, new path), both decoded: former addresses of items, sorted.
    aliases: tuple[tuple[str, str], ...]
    #: Public items, oldest first.
    items: Sequence[ItemView]
    #: All addresses of public items, as a static server has them.
    paths: frozenset[str]
    #: Old addresses of terms that the generator has for itself.
    kept_paths: frozenset[str] = frozenset()
    #: Where the list of posts stands: "/", or another free path when a page stands there.
    list_path: str
    #: What the page of that list was called in the old site; empty where no page of the site was it.
    list_title: str = ""

    @property
    def has_front_page(self) -> bool:
        """Whether a page stands at the address of the home page."""
        return "/" in self.paths

    @cached_property
    def top_pages(self) -> list[ItemView]:
        """The pages that stand below no other, in their order."""
        pages = [item for item in self.items if item.type == "page" and not item.parent and item.title]
        return sorted(pages, key=lambda page: (page.order, page.title))

    @cached_property
    def undated_posts(self) -> list[ItemView]:
        """The posts that no list by dates shows."""
        return [item for item in self.items if item.type == "post" and item.date is None]

    @cached_property
    def navigation(self) -> list[tuple[str, str]]:
        """(path, title) of what stands in the head of the site: the first pages at the top, and the list of posts."""
        pages = [(page.path, page.title) for page in self.top_pages[:12]]
        return [*pages, (self.list_path, self.list_title)] if self.list_title else pages

    @cached_property
    def pages_below(self) -> dict[str, list[ItemView]]:
        """The pages below each page, by its id, in their order."""
        found: dict[str, list[ItemView]] = {}
        for item in sorted(self.items, key=lambda item: (item.order, item.title)):
            if item.parent:
                found.setdefault(item.parent, []).append(item)
        return found

    @cached_property
    def terms_below(self) -> dict[tuple[str, str], list[TermView]]:
        """The terms below each term, by its taxonomy and slug."""
        found: dict[tuple[str, str], list[TermView]] = {}
        for term in self.terms:
            if term.parent:
                found.setdefault((term.taxonomy, term.parent), []).append(term)
        return found

    @cached_property
    def terms_by_name(self) -> dict[tuple[str, str], TermView]:
        """The terms by taxonomy and name; of two with one name, the one that more items have."""
        ordered = sorted(self.terms, key=lambda term: term.count)
        return {(term.taxonomy, term.name): term for term in ordered}

    @cached_property
    def year_files(self) -> dict[str, str]:
        """The file of a page for each year with posts: where WordPress has it, unless an item or a term stands there."""
        years = sorted({f"{item.date.year:04}" for item in self.items if item.date and item.type == "post"})
        taken = {item.file for item in self.items} | {file_of(term.path) for term in self.terms}
        files = ((year, f"{year}/index.html") for year in years)
        return {year: f"{year}-index.html" if file in taken else file for year, file in files}

    def items_by_term(self) -> dict[tuple[str, str], list[ItemView]]:
        """The items that have each term, by taxonomy and slug, newest first."""
        found: dict[tuple[str, str], list[ItemView]] = {}
        for item in reversed(self.items):
            for key in dict.fromkeys(item.terms):
                found.setdefault(key, []).append(item)
        return found

    @property
    def short_language(self) -> str:
        """The language without its region: `sv`."""
        return self.language.partition("-")[0]
