"""Marks of one kind that touch, and of which the second finds no mark of its own: they are written as one."""

from collections.abc import Container
from dataclasses import replace

from wpmigrate.markdown.ast import Emphasis, Inline, Link, Strike, Strong, Tagged, Text
from wpmigrate.markdown.reading.tidy import in_order

_HOLDERS = (Emphasis, Strong, Strike, Link, Tagged)


def joined(nodes: list[Inline], continued: Container[int]) -> list[Inline]:
    """The run anew, each mark of which the `id` of its children is in `continued` as part of the mark before it."""
    done: list[Inline] = []
    for node in nodes:
        if not isinstance(node, _HOLDERS):
            done.append(node)
            continue
        children = joined(node.children, continued)
        last = done[-1] if done else None
        if id(node.children) in continued and isinstance(last, _HOLDERS) and type(last) is type(node):
            done[-1] = replace(last, children=_run(last.children, children))
        else:
            done.append(_in_order(replace(node, children=children)))
    return done


def _in_order(node: Inline) -> Inline:
    """The node; bold that now is around nothing but italics is italics around bold."""
    return in_order(node) if isinstance(node, Strong) else node


def _run(left: list[Inline], right: list[Inline]) -> list[Inline]:
    """Two runs as one; texts that touch must be one, since what must be escaped may stand across both.

    So must be what is struck, as it is for the reader.
    """
    if left and right:
        last, first = left[-1], right[0]
        if isinstance(last, Text) and isinstance(first, Text):
            return [*left[:-1], Text(last.text + first.text), *right[1:]]
        if isinstance(last, Strike) and isinstance(first, Strike):
            return [*left[:-1], Strike(_run(last.children, first.children)), *right[1:]]
    return left + right
