"""Which items the user chose: the filters of the command line, over one item."""

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote

from wpmigrate.config import Selection
from wpmigrate.config.policy import INTERNAL_TYPES, STATUSES, WRITTEN_TYPES
from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.model import Author, Item

Names = Callable[[Item, Mapping[str, Author]], set[str]]
"""The words by which an item (with the authors of its site) answers to a filter."""


def names_of(item: Item) -> set[str]:
    """What `--only` may call an item: its id, its slug (encoded or not), its addresses (see `bare_address`)."""
    return {item.id, item.slug, unquote(item.slug), bare_address(item.link), bare_address(item.guid)}


def bare_address(text: str) -> str:
    """An address without scheme, `www.` and last slash, decoded: people copy it from browsers. Other text stays."""
    scheme, found, rest = text.partition("://")
    if not found or scheme.lower() not in ("http", "https"):
        return text
    return unquote(rest).removeprefix("www.").rstrip("/")


def _authors(item: Item, authors: Mapping[str, Author]) -> set[str]:
    """Logins and display names of the author and of co-authors."""
    author = authors.get(item.creator)
    names = {item.creator, author.name if author else ""}
    names.update(name for term in item.terms if term.taxonomy == "author" for name in (term.slug, term.name))
    return names


def _terms(item: Item, taxonomy: str) -> set[str]:
    """Slugs and names of the item's terms of `taxonomy`."""
    return {name for term in item.terms if term.taxonomy == taxonomy for name in (term.slug, term.name)}


FILTERS: tuple[tuple[str, str, Names], ...] = (
    ("--type", "types", lambda item, _: {item.type}),
    ("--status", "statuses", lambda item, _: {item.status}),
    ("--only", "only", lambda item, _: names_of(item)),
    ("--author", "authors", _authors),
    ("--category", "categories", lambda item, _: _terms(item, "category")),
    ("--tag", "tags", lambda item, _: _terms(item, "post_tag")),
)
"""Option, field of `Selection`, and the words of an item that it is compared with."""


_OWN_WORDS = {
    "--type": WRITTEN_TYPES.union(INTERNAL_TYPES),
    "--status": frozenset(STATUSES),
}
"""Values that are right though this export may have no such item."""


class Filters:
    """The filters of one run over one site: all kinds must hold, one value of each is enough."""

    def __init__(self, selection: Selection) -> None:
        """Only the filters that were given are asked; each remembers the values that no item has answered to yet."""
        self._selection = selection
        self._has_span = selection.since is not None or selection.until is not None
        self._given: list[tuple[frozenset[str], Names, set[str]]] = []
        self._unmet: dict[str, set[str]] = {}
        for option, field, names in FILTERS:
            wanted: frozenset[str] = getattr(selection, field)
            if wanted:
                compared = frozenset(map(bare_address, wanted)) if field == "only" else wanted
                self._unmet[option] = unmet = set(compared)
                self._given.append((compared, names, unmet))

    def let_through(self, item: Item, authors: Mapping[str, Author]) -> bool:
        """Whether the item is chosen. Every item has to be asked, for `unmatched` to be true."""
        chosen = not self._has_span or _is_between(item, self._selection)
        for wanted, names, unmet in self._given:
            found = names(item, authors)
            unmet.difference_update(found)
            chosen = chosen and not wanted.isdisjoint(found)
        return chosen

    def unmatched(self) -> Iterator[Diagnostic]:
        """WXR807 for every value that no item of the export answers to: it is mostly a slip of the pen.

        WordPress's own words (`--type post,page` for an export without pages) are none.
        """
        for option, values in self._unmet.items():
            for value in sorted(values - _OWN_WORDS.get(option, frozenset())):
                yield diagnose("WXR807", option=option, value=value)


def _is_between(item: Item, selection: Selection) -> bool:
    """`--since`, `--until`: local days, both included; an undated item is outside of every span."""
    if item.date is None:
        return False
    day = item.date.date()
    return (selection.since is None or day >= selection.since) and (selection.until is None or day <= selection.until)
