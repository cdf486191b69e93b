"""Circles where each thing names at most one parent."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def cycles(parent_of: Mapping[Key, Key]) -> list[list[Key]]:
    """Each circle once, from child to parent; what merely hangs below a circle is in none. Linear, no recursion."""
    found: list[list[Key]] = []
    walk_of: dict[Key, int] = {}
    for walk, start in enumerate(parent_of):
        path: list[Key] = []
        key = start
        while key in parent_of and key not in walk_of:
            walk_of[key] = walk
            path.append(key)
            key = parent_of[key]
        if walk_of.get(key) == walk:
            found.append(path[path.index(key) :])
    return found
