"""A reader in another language takes both JSON forms."""

import shutil
import subprocess
from pathlib import Path

import pytest

from wpmigrate import ConvertOptions, convert

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed: see https://nodejs.org")
def test_node_reads_both_forms(tmp_path: Path) -> None:
    """Thirty lines of Node read site.json and items.jsonl and find the same items."""
    export = FIXTURES / "demo" / "export.xml"
    for target in ("json", "jsonl"):
        convert([export], tmp_path / target, ConvertOptions(to=target))
    script = FIXTURES / "read-json.mjs"
    command = ["node", str(script), str(tmp_path / "json/site.json"), str(tmp_path / "jsonl/items.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.stderr == ""
    assert done.stdout.endswith("media\n")
