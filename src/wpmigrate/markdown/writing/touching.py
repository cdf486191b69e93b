"""Marks of one kind that touch, and of which the second finds no mark of its own: they are written as one."""

from collections.abc import Container
from dataclasses import replace

from wpmigrate.markdown.ast import Emphasis, Inline, Link, Strike, Strong, Tagged
from wpmigrate.markdown.reading.tidy import in_order, tidy

_HOLDERS = (Emphasis, Strong, Strike, Link, Tagged)


def joined(nodes: list[Inline], continued: Container[int]) -> list[Inline]:
    """The run anew, each mark of which the `id` of its children is in `continued` as part of the mark before it.

    It has the normal form that the reader would give it: what touches now may be one, as it will be when it is read back.
    """
    done: list[Inline] = []
    for node in nodes:
        if not isinstance(node, _HOLDERS):
            done.append(replace(node))  # normal form changes texts
            continue
        children = joined(node.children, continued)
        last = done[-1] if done else None
        if id(node.children) in continued and isinstance(last, _HOLDERS) and type(last) is type(node):
            last.children = tidy(last.children + children)
        else:
            done.append(replace(node, children=children))
    return tidy([in_order(node) if isinstance(node, Strong) else node for node in done])
