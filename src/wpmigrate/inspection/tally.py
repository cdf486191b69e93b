"""What was counted of an export. Every count is bounded: what a hostile export makes up goes into one row."""

from collections import Counter
from dataclasses import dataclass, field
from heapq import heappush, heapreplace
from typing import NamedTuple

MOST_NAMES = 20_000
"""Different names of one kind that are counted each for itself."""

OTHERS = "(all others)"
LARGEST = 10
"""Items that are named as the largest."""


def bump(counter: Counter[str], name: str, number: int = 1) -> None:
    """Count a name; beyond `MOST_NAMES` different ones, under `OTHERS`."""
    if name not in counter and len(counter) >= MOST_NAMES:
        name = OTHERS
    counter[name] += number


class Large(NamedTuple):
    """A large item; compared by its size first."""

    characters: int
    number: int
    id: str
    type: str
    title: str


@dataclass(slots=True)
class Named:
    """How often names of one kind were met, and in how many items."""

    times: Counter[str] = field(default_factory=Counter)
    items: Counter[str] = field(default_factory=Counter)

    def add(self, found: Counter[str]) -> None:
        """The names met in one item."""
        for name, number in found.items():
            bump(self.times, name, number)
            bump(self.items, name)


@dataclass(slots=True)
class Tally:
    """Counts over all parts of a site, filled while they are read."""

    items: int = 0
    #: (type, status) as "type\0status".
    types: Counter[str] = field(default_factory=Counter)
    #: By login or display name, of items that are pages of their own.
    authors: Counter[str] = field(default_factory=Counter)
    #: By month (`2010-12`): pages of their own, and comments that were shown.
    months: Counter[str] = field(default_factory=Counter)
    comment_months: Counter[str] = field(default_factory=Counter)
    undated: int = 0
    #: "taxonomy\0name".
    terms: Counter[str] = field(default_factory=Counter)
    #: Custom fields (post meta without a leading underscore), by items that are pages of their own.
    fields: Counter[str] = field(default_factory=Counter)
    comment_states: Counter[str] = field(default_factory=Counter)
    comment_kinds: Counter[str] = field(default_factory=Counter)
    commented: int = 0
    media_hosts: Counter[str] = field(default_factory=Counter)
    media_kinds: Counter[str] = field(default_factory=Counter)
    media_without_address: int = 0
    picture_hosts: Counter[str] = field(default_factory=Counter)
    blocks: Named = field(default_factory=Named)
    shortcodes: Named = field(default_factory=Named)
    tags: Named = field(default_factory=Named)
    styles: Counter[str] = field(default_factory=Counter)
    #: inside, outside, relative, anchor, mail, other.
    links: Counter[str] = field(default_factory=Counter)
    link_hosts: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    characters: int = 0
    #: Number of bodies by the power of ten of their characters.
    sizes: Counter[int] = field(default_factory=Counter)
    #: Of what was public.
    largest: list[Large] = field(default_factory=list)

    def weigh(self, large: Large) -> None:
        """Keep an item among the largest if it is one."""
        if len(self.largest) < LARGEST:
            heappush(self.largest, large)
        elif large > self.largest[0]:
            heapreplace(self.largest, large)
