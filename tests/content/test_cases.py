"""Bodies in folders: `input.html` in, `expected.html` out, with the site that `site.json` describes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from wpmigrate.content import Body, ContentOptions, render, to_html
from wpmigrate.model import Attachment

FIXTURES = Path(__file__).parents[2] / "fixtures"
CASES = sorted(path.parent for area in ("shortcodes", "blocks") for path in (FIXTURES / area).glob("*/input.html"))


@dataclass
class FixtureSite:
    """The surroundings that a `site.json` describes."""

    files: Mapping[int, Attachment] = field(default_factory=dict)
    blocks: Mapping[str, str] = field(default_factory=dict)

    def attachment(self, id: int) -> Attachment | None:  # noqa: A002 - the protocol's own word
        """The file."""
        return self.files.get(id)

    def attached(self, post_id: int, kind: str) -> Sequence[int]:
        """The files of the post, in gallery order."""
        found = [file for file in self.files.values() if file.parent == post_id and file.kind == kind]
        return [file.id for file in sorted(found, key=lambda file: (file.menu_order, file.id))]

    def reusable_block(self, id: int) -> str | None:  # noqa: A002 - the protocol's own word
        """The block."""
        return self.blocks.get(str(id))

    def permalink(self, post_id: int) -> str:
        """None."""
        return ""


def read(folder: Path) -> tuple[Body, FixtureSite, ContentOptions, list[str]]:
    """The case in a folder, with the codes that it must give."""
    path = folder / "site.json"
    site: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    files = {row["id"]: Attachment(**row) for row in site.get("attachments", [])}
    body = Body(text=(folder / "input.html").read_text("utf-8"), post_id=site.get("post_id"), meta=site.get("meta", {}))
    options = ContentOptions(
        shortcodes=tuple((name, rule) for name, rule in site.get("shortcodes", [])),
        block_data=site.get("block_data", "name"),
    )
    return body, FixtureSite(files, site.get("blocks", {})), options, site.get("diagnostics", [])


@pytest.mark.parametrize("folder", CASES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_html(folder: Path) -> None:
    """The HTML before cleaning is what the case expects."""
    body, site, options, _ = read(folder)
    assert to_html(body, site, options) == (folder / "expected.html").read_text("utf-8")


#: Findings about shortcodes and blocks whose codes stand among those about HTML.
_OTHERS = ("WXR523", "WXR526")


@pytest.mark.parametrize("folder", CASES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_findings(folder: Path) -> None:
    """The case gives the content codes that it names, one a name, and nothing else of shortcodes and blocks."""
    body, site, options, codes = read(folder)
    found = [row.code for row in render(body, site, options).diagnostics if row.code < "WXR510" or row.code in _OTHERS]
    assert found == codes
