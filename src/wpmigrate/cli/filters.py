"""The filters: options that choose items, the same for each command that has them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from .values import Day, Words

if TYPE_CHECKING:
    from wpmigrate.config import Selection

_OPTIONS = (
    click.option(
        "--status", "statuses", type=Words(), multiple=True, metavar="STATUS,...", help="Only items of these statuses."
    ),
    click.option(
        "--author", "authors", multiple=True, metavar="NAME", help="Only items of this author (login or name)."
    ),
    click.option(
        "--category", "categories", multiple=True, metavar="NAME", help="Only items of this category (slug or name)."
    ),
    click.option("--tag", "tags", multiple=True, metavar="NAME", help="Only items with this tag (slug or name)."),
    click.option("--since", type=Day(), help="Only items of this day (month, year) and later."),
    click.option("--until", type=Day(is_last=True), help="Only items of this day (month, year) and earlier."),
    click.option("--only", multiple=True, metavar="ID|SLUG|URL", help="Only this item."),
    click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N items."),
)


def filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command all filters but `--type`, whose default is not the same everywhere."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def selection_of(given: dict[str, Any]) -> "Selection":
    """The filters that click parsed, with `types` and, where there is such an option, `include`."""
    from wpmigrate.config import Selection  # noqa: PLC0415 - keep --help quick

    return Selection(
        types=united(given["types"]),
        statuses=united(given["statuses"]),
        authors=frozenset(given["authors"]),
        categories=frozenset(given["categories"]),
        tags=frozenset(given["tags"]),
        since=given["since"],
        until=given["until"],
        include=united(given.get("include", ())),
        only=frozenset(given["only"]),
        limit=given["limit"],
    )


def united(sets: tuple[frozenset[str], ...]) -> frozenset[str]:
    """All values of an option that may be given several times."""
    return frozenset().union(*sets)
