"""The site as targets see it: what scaffolds are filled with, and what term pages and redirects are made of."""

from dataclasses import dataclass
from datetime import datetime


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


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """What a scaffold may ask."""

    title: str
    description: str
    #: A language tag such as `sv-SE`; "en" when the export names none.
    language: str
    #: Scheme and host with a slash; paths of addresses follow it.
    base_url: str
    #: A name of the tz database that fits the dates of the posts; "UTC" when none does.
    time_zone: str
    #: Custom taxonomies that written items have, besides categories and tags.
    taxonomies: tuple[str, ...]
    terms: tuple[TermView, ...]
    #: (login, name).
    authors: tuple[tuple[str, str], ...]
    #: (old path, new path), both decoded: former addresses of items.
    aliases: tuple[tuple[str, str], ...]
    #: Public items, oldest first.
    items: tuple[ItemView, ...]
    #: All addresses of public items, as a static server has them.
    paths: frozenset[str]
    #: Where the list of posts stands: "/", or another free path when a page stands there.
    list_path: str

    @property
    def has_front_page(self) -> bool:
        """Whether a page stands at the address of the home page."""
        return "/" in self.paths

    @property
    def top_pages(self) -> list[ItemView]:
        """The pages that stand below no other, in their order."""
        pages = [item for item in self.items if item.type == "page" and not item.parent and item.title]
        return sorted(pages, key=lambda page: (page.order, page.title))

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
