"""Comments as data: plain mappings, answers below what they answer."""

import json
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from .page import PageComment

Data = dict[str, Any]

NESTING_LIMIT = 30
"""Answers nested deeper than this lie beside each other: Jekyll gives up at 47 levels, WordPress shows ten."""


def data_of(comment: PageComment) -> Data:
    """A comment as every data form has it; e-mail and IP addresses only where they were asked for."""
    found: Data = {
        "id": str(comment.id),
        "parent": str(comment.parent) if comment.parent else None,
        "kind": comment.kind,
        "author": comment.author,
        "url": comment.url or None,
        "date": comment.date.isoformat() if comment.date else None,
        "content": comment.html,
    }
    private = {"email": comment.email, "ip": comment.ip}
    return found | {name: value for name, value in private.items() if value}


def threaded(comments: Iterable[Data]) -> list[Data]:
    """Flat comments, parents first, as a tree: each has its answers under `replies` and keeps its `parent`."""
    homes: dict[Any, tuple[list[Data], int]] = {}
    top: list[Data] = []
    for comment in comments:
        replies: list[Data] = []
        siblings, depth = homes.get(comment["parent"], (top, 0))
        siblings.append({**comment, "replies": replies})
        homes[comment["id"]] = (replies, depth + 1) if depth + 1 < NESTING_LIMIT else (siblings, depth)
    return top


@lru_cache(maxsize=2 * NESTING_LIMIT)
def _row_writer(line: str) -> Callable[[object], str]:
    """Writes a mapping of scalars with each field on a line of its own."""
    return json.JSONEncoder(ensure_ascii=False, separators=("," + line, ": ")).encode


def threads_json(threads: list[Data], line: str = "\n") -> str:
    """What `json.dumps` gives of a tree with an indent of 1, which it has no quick writer for."""
    if not threads:
        return "[]"
    row, fields = line + " ", line + "  "
    write = _row_writer(fields)
    rows = [
        f"{row}{{{fields}{write({**comment, 'replies': None})[1:-5]}{threads_json(comment['replies'], fields)}{row}}}"
        for comment in threads
    ]
    return f"[{','.join(rows)}{line}]"
