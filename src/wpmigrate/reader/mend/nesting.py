"""Containers of a broken part: opened where their fields stand, closed where their like begins or their parent ends."""

import re

from .tags import is_empty, start_tag
from .walk import Walker

_FIELDS_OF = {
    "wp:comment": ("wp:comment_",),
    "wp:postmeta": ("wp:meta_",),
    "wp:commentmeta": ("wp:meta_",),
    "wp:termmeta": ("wp:meta_",),
    "wp:author": ("wp:author_",),
    "wp:category": ("wp:cat", "wp:term_"),
    "wp:tag": ("wp:tag_", "wp:term_"),
    "wp:term": ("wp:term_",),
}
"""How the fields begin that a container holds."""

_OWNERS = (
    ("wp:comment_", b"comment"),
    ("wp:meta_", b"postmeta"),
    ("wp:author_", b"author"),
    ("wp:cat", b"category"),
    ("wp:tag_", b"tag"),
)
"""The containers whose start tag may be missing, by the beginnings of their fields."""

_IN_ITEMS = 2
"""How many of these stand in items; the others stand in the channel."""


def container(walker: Walker, tag: re.Match[bytes], key: str) -> None:
    """The tag of a container; one that was never closed is closed where its like begins or its parent ends."""
    name = tag[2]
    if not tag[1]:
        if name in walker.open:
            close_down_to(walker, _place_of(walker, name), tag.start())
        while _innermost(walker, tag.start()) in _FIELDS_OF and not key.endswith(("commentmeta", "termmeta")):
            close_down_to(walker, len(walker.open) - 1, tag.start())
        walker.out.append(start_tag(tag, walker.note))
        if is_empty(tag):
            walker.out.append(b"</" + name + b">")
            return
        walker.open.append(name)
        walker.held = set()
        if key == "wp:comment":
            walker.seen.add(key)
    elif name in walker.open:
        close_down_to(walker, _place_of(walker, name) + 1, tag.start())
        walker.open.pop()
        walker.out.append(b"</" + name + b">")
    else:
        walker.leave_out(tag.start(), tag.end())


def _innermost(walker: Walker, offset: int) -> str:
    """The key of the container that was opened last, empty without one."""
    return walker.key(walker.open[-1], offset) if walker.open else ""


def _place_of(walker: Walker, name: bytes) -> int:
    return len(walker.open) - 1 - walker.open[::-1].index(name)


def close_down_to(walker: Walker, depth: int, offset: int) -> None:
    """Close the containers deeper than `depth`, and say so (the item itself is no surprise)."""
    while len(walker.open) > depth:
        name = walker.open.pop()
        walker.out.append(b"</" + name + b">")
        if name != b"item":
            walker.note(offset, "WXR255", {"reason": f"the end tag of {name.decode('utf-8', 'replace')} is missing"})


def settle(walker: Walker, tag: re.Match[bytes], key: str) -> None:
    """Before a field: close the containers that hold no such field, and open its own where the start tag is missing."""
    offset = tag.start()
    while (own := _FIELDS_OF.get(_innermost(walker, offset))) and not _may_hold(own, key):
        close_down_to(walker, len(walker.open) - 1, offset)
    if own:
        if key in walker.held and walker.is_torn:
            _reopen(walker, offset)
        walker.held.add(key)
        return
    for beginning, name in _OWNERS[:_IN_ITEMS] if walker.is_item else _OWNERS:
        if _may_hold((beginning,), key):
            prefix = tag[2].partition(b":")[0]
            walker.note(offset, "WXR255", {"reason": f"the start tag of wp:{name.decode()} is missing"})
            walker.open.append(prefix + b":" + name)
            walker.out.append(b"<" + walker.open[-1] + b">")
            walker.held = {key}


def is_stray(walker: Walker, tag: re.Match[bytes], key: str) -> bool:
    """Whether a field stands in a container of the channel that holds no such field and is closed further on."""
    offset = tag.start()
    own = _FIELDS_OF.get(_innermost(walker, offset))
    if own is None or _may_hold(own, key) or walker.is_item:
        return False
    name = walker.open[-1]
    closed, opened = (walker.finder.find(mark + name, offset) for mark in (b"</", b"<"))
    return closed >= 0 and not 0 <= opened < closed and not walker.finder.meets(walker.boundary, offset, closed)


def _may_hold(beginnings: tuple[str, ...], key: str) -> bool:
    return key.startswith(beginnings) and key != "wp:comment_status"


def _reopen(walker: Walker, offset: int) -> None:
    """A field comes again behind a fault: the tags between two containers are missing."""
    name = walker.open[-1]
    close_down_to(walker, len(walker.open) - 1, offset)
    walker.out.append(b"<" + name + b">")
    walker.open.append(name)
    walker.held = set()
