"""Passages: a correct export comes back byte for byte, a broken one as strict XML that reads alike."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.errors import InputError
from wpmigrate.model import Item
from wpmigrate.reader import Passage, Source, read_passages

ROOT = Path(__file__).parents[2]
EXPORTS = [ROOT / "fixtures/demo/export.xml", *sorted((ROOT / "fixtures/broken/cases").glob("*.xml"))]
DECLARATION = re.compile(rb"\s*<\?xml[^>]*\?>\s*")
NAMESPACES = {"WXR230", "WXR231"}
"""Faults of the root's start tag, which passages leave to their reader."""


def corpus() -> Iterator[Path]:
    """The exports of the corpus, none without one."""
    return Path(os.environ.get("WPMIGRATE_CORPUS", ROOT / "none"), "corpus").glob("*.xml")


def check(path: Path) -> None:
    """The passages of one export against its bytes and its items."""
    data = path.read_bytes()
    try:
        events = list(read_passages(Source(path.name, mapped=data)))
    except InputError:
        return
    passages = [event for event in events if isinstance(event, Passage)]
    faults = {event.code for event in events if isinstance(event, Diagnostic) and event.code[3] in "12"}
    if not any(passage.is_mended for passage in passages):
        joined = b"".join(passage.xml for passage in passages)
        assert joined == data.removeprefix(b"\xef\xbb\xbf") or b"encoding" in data[:200]
        assert faults <= NAMESPACES | {"WXR121", "WXR124", "WXR203", "WXR204", "WXR205"}
    for passage in passages:
        assert (passage.element is None) == (passage.kind != "entry")
    items = [passage for passage in passages if passage.element and passage.element.key == "item"]
    assert len(items) == sum(isinstance(event, Item) for event in events)
    if not faults & NAMESPACES:
        # The declaration may name the encoding that the file had.
        prolog = DECLARATION.sub(b"", passages[0].xml)
        text = prolog + b"".join(passage.xml for passage in passages if passage.kind != "prolog")
        etree.fromstring(text, etree.XMLParser(huge_tree=True, resolve_entities=False))


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.stem)
def test_exports(path: Path) -> None:
    """Passages of an export that is not mended are its bytes; those of any export are strict XML, one an item."""
    check(path)


@pytest.mark.corpus
@pytest.mark.parametrize("path", sorted(corpus()), ids=lambda path: path.stem)
def test_corpus(path: Path) -> None:
    """The same for real exports."""
    check(path)
