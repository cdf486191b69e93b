"""Which items the user chose: the filters of the command line, over one item."""

from collections.abc import Mapping
from urllib.parse import unquote

from wpmigrate.config import Selection
from wpmigrate.model import Author, Item


def is_selected(item: Item, selection: Selection, authors: Mapping[str, Author]) -> bool:
    """Whether the filters let the item through: all kinds of filter must hold, one value of each is enough."""
    return (
        is_named(item, selection.only)
        and _is_by(item, selection.authors, authors)
        and _has_term(item, "category", selection.categories)
        and _has_term(item, "post_tag", selection.tags)
        and _is_between(item, selection)
    )


def is_named(item: Item, only: frozenset[str]) -> bool:
    """`--only`: an id, a slug (encoded or not) or an address."""
    if not only:
        return True
    names = {item.id, item.slug, unquote(item.slug), item.link, item.link.rstrip("/"), item.guid}
    return not names.isdisjoint(only)


def _is_by(item: Item, wanted: frozenset[str], authors: Mapping[str, Author]) -> bool:
    """`--author`: a login or a display name, of the author or a co-author."""
    if not wanted:
        return True
    author = authors.get(item.creator)
    names = {item.creator, author.name if author else ""}
    names.update(name for term in item.terms if term.taxonomy == "author" for name in (term.slug, term.name))
    return not names.isdisjoint(wanted)


def _has_term(item: Item, taxonomy: str, wanted: frozenset[str]) -> bool:
    """`--category`, `--tag`: a slug or a name."""
    if not wanted:
        return True
    return any(term.taxonomy == taxonomy and (term.slug in wanted or term.name in wanted) for term in item.terms)


def _is_between(item: Item, selection: Selection) -> bool:
    """`--since`, `--until`: local days, both included; an undated item is outside of every span."""
    if selection.since is None and selection.until is None:
        return True
    if item.date is None:
        return False
    day = item.date.date()
    return (selection.since is None or day >= selection.since) and (selection.until is None or day <= selection.until)
