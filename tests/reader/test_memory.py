"""Memory is bounded by the largest item, not by the file."""

import tracemalloc
from pathlib import Path

import pytest

from wpmigrate.model import Item
from wpmigrate.reader import open_sources, read


def _peak(path: Path) -> tuple[int, int]:
    """Items, and the peak of what Python allocated while reading them."""
    sources, _ = open_sources([path])
    tracemalloc.start()
    items = sum(isinstance(event, Item) for event in read(sources[0]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return items, peak


@pytest.mark.slow
@pytest.mark.parametrize(
    ("fault", "size", "share"),
    [(b"", 50_000_000, 10), (b"\x08", 12_000_000, 2)],
    ids=["well-formed", "each item broken"],
)
def test_large_exports(tmp_path: Path, clean: bytes, fault: bytes, size: int, share: int) -> None:
    """A large export takes a small share of its size, and one that breaks in each item no more."""
    head, item, _ = clean.replace(b"<p>", b"<p>" + b"long text " * 1000 + fault, 1).split(b"<item>", 2)
    number = size // len(item)
    path = tmp_path / "large.xml"
    with path.open("wb") as file:
        file.write(head)
        for _ in range(number):
            file.write(b"<item>" + item)
        file.write(b"</channel></rss>")
    items, peak = _peak(path)
    assert items == number
    assert peak < path.stat().st_size / share
