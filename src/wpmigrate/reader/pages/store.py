"""Sightings wait on disk until all pages are read, so that memory holds only a key for each."""

import os
import pickle
import tempfile
from dataclasses import dataclass
from typing import IO

from .addresses import address_of
from .sighting import Sighting


@dataclass(frozen=True, slots=True)
class Key:
    """What of a sighting decides which post it shows, and where it lies."""

    place: int
    length: int
    post_id: int | None
    path: str
    #: For what has neither id nor address: the title and the day.
    words: str


class Store:
    """Sightings in an unnamed temporary file; what is pickled is our own data, written and read by this run alone."""

    def __init__(self) -> None:
        """Open the file (in the folder that TMPDIR names)."""
        self._file: IO[bytes] = tempfile.TemporaryFile(prefix="wpmigrate-")  # noqa: SIM115 - lives as long as the store
        self._size = 0
        self.keys: list[Key] = []

    def add(self, sighting: Sighting) -> None:
        """Keep a sighting; nothing in memory but its key."""
        data = pickle.dumps(sighting, pickle.HIGHEST_PROTOCOL)
        address = address_of(sighting.url)
        post_id = sighting.post_id or address.post_id
        words = "" if post_id or address.key else f"{sighting.title}\0{sighting.body[:200]}"
        self.keys.append(Key(self._size, len(data), post_id, address.key, words))
        self._file.write(data)
        self._size += len(data)

    def seal(self) -> None:
        """Make all that was added readable."""
        self._file.flush()

    def load(self, key: Key) -> Sighting:
        """The sighting of a key."""
        data = os.pread(self._file.fileno(), key.length, key.place)
        sighting: Sighting = pickle.loads(data)  # noqa: S301 - our own bytes, from a file no one else can open
        return sighting

    def close(self) -> None:
        """Give the disk space back."""
        self._file.close()


def grouped(keys: list[Key]) -> list[list[Key]]:
    """The keys of each post, in the order of the first of each: by id, then by address, then by words.

    Keys that have both join the two: a feed knows addresses, a page knows the id as well.
    """
    home: dict[object, int] = {}
    parent = list(range(len(keys)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for number, key in enumerate(keys):
        for name in (key.post_id, key.path or None, key.words or None):
            if name is None:
                continue
            first = root(home.setdefault(name, number))
            here = root(number)
            parent[max(first, here)] = min(first, here)
    groups: dict[int, list[Key]] = {}
    for number, key in enumerate(keys):
        groups.setdefault(root(number), []).append(key)
    return list(groups.values())
