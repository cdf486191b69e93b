"""Every export of the corpus is read; a well-formed one is never mended."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.errors import InputError
from wpmigrate.model import Item
from wpmigrate.reader import open_sources, read

CORPUS = os.environ.get("WPMIGRATE_CORPUS", "")

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not CORPUS, reason="WPMIGRATE_CORPUS names no folder")]

STRAY_TEXT = {
    "061-wptt-themeunittestdata.wordpress.xml": {"WXR240"},
    "049-wordpress-namespace-edge-cases.xml": {"WXR231"},
}
"""Files that are well-formed and yet hold what no exporter wrote: a lone quote between two fields."""

REFUSED = {"279-mateusavila-wordpress-coding-challen.xml": "WXR002"}


def _index() -> list[dict[str, Any]]:
    path = Path(CORPUS, "corpus", "index.json")
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8")) if CORPUS else []
    return rows


@pytest.mark.parametrize("row", _index(), ids=lambda row: str(row["file"])[:40])
def test_every_item_is_read(row: dict[str, Any]) -> None:
    """As many items as the file has start tags; mends only where strict XML fails."""
    name = row["file"]
    path = Path(CORPUS, "corpus", name)
    if name in REFUSED:
        with pytest.raises(InputError) as raised:
            list(read(open_sources([path])[0][0]))
        assert raised.value.code == REFUSED[name]
        return
    events = list(read(open_sources([path])[0][0]))
    items = [event for event in events if isinstance(event, Item)]
    assert len(items) == len(re.findall(rb"<item(?: xmlns[^>]*)?>", path.read_bytes()))
    assert not any(item.is_damaged for item in items)
    if row["wellformed"]:
        codes = {event.code for event in events if isinstance(event, Diagnostic)}
        mends = {code for code in codes if code.startswith("WXR2") and code not in ("WXR203", "WXR204", "WXR205")}
        assert mends == STRAY_TEXT.get(name, set())
