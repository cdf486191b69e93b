"""One way to read bytes in the tests of this room."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.errors import InputError
from wpmigrate.model import Item
from wpmigrate.reader import ReaderOptions, Source, read

Reading = tuple[list[Item], list[tuple[str, int | None]]]


@pytest.fixture
def read_bytes() -> Callable[..., Reading]:
    """Bytes → items, and code and line of every diagnostic; a refusal is a code too."""

    def reading(data: bytes, options: ReaderOptions | None = None) -> Reading:
        items: list[Item] = []
        codes: list[tuple[str, int | None]] = []
        try:
            for event in read(Source("export.xml", mapped=data), options):
                if isinstance(event, Item):
                    items.append(event)
                elif isinstance(event, Diagnostic):
                    codes.append((event.code, event.line))
        except InputError as error:
            codes.append((error.code, error.line))
        return items, codes

    return reading


@pytest.fixture
def clean() -> bytes:
    """A correct export of three posts."""
    return (Path(__file__).parents[2] / "fixtures" / "broken" / "cases" / "000-clean.xml").read_bytes()
