"""What an output has of the comments of an item: in a file where templates look, beside the item, or on its page."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from wpmigrate.api.commenting import path_of_comments
from wpmigrate.model import Entry
from wpmigrate.targets import TARGETS

_PLACES = sorted({"", *(target.comments for target in TARGETS.values())})
"""Where targets have the comments of an item; empty: beside it."""
_ON_A_PAGE = '<section class="comments">'

Thread = Mapping[str, Any]


def comment_paths(entries: Iterable[Entry], written: Collection[str]) -> dict[str, str]:
    """The path of the file with the comments of an item, by the path of the item; `written` are all files."""
    return {
        entry.path: path
        for entry in entries
        if entry.path is not None
        for path in (path_of_comments(entry, place) for place in _PLACES)
        if path in written
    }


def comments_in_file(text: str, path: str) -> str:
    """The HTML of the comments in a file: threads as JSON, or HTML already. Raises ValueError for what is neither."""
    if not path.endswith(".json"):
        return text
    threads = json.loads(text)
    if not isinstance(threads, list):
        raise ValueError("no list of comments")  # noqa: TRY004 - as for what is no JSON
    return comments_in(threads)


def comments_in(threads: Iterable[Thread]) -> str:
    """The HTML of comments, flat or with their answers below them."""
    return "\n".join(str(comment.get("content", "")) for comment in _all(threads))


def comments_on_page(page: str) -> str | None:
    """The HTML of the comments on a page of the target `html`; None for a page without any."""
    _, begins, rest = page.partition(_ON_A_PAGE)
    return rest if begins else None


def _all(threads: Iterable[Thread]) -> Iterator[Thread]:
    """Every comment, whatever its depth."""
    to_do = list(threads)
    while to_do:
        comment = to_do.pop()
        yield comment
        to_do += comment.get("replies") or ()
