"""The benchmark does what it says: repeatable, well-formed exports of the right size, a floor that reads all."""

import json
import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).parents[2]
WP = "{http://wordpress.org/export/1.2/}"
POSTS = 1_000


def run(module: str, *arguments: str) -> str:
    """The output of a script of the benchmark."""
    command = [sys.executable, "-W", "error", "-m", module, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated export of 1,000 posts."""
    path = tmp_path_factory.mktemp("bench") / "export.xml"
    run("bench.generate", "--posts", str(POSTS), str(path))
    return path


def test_the_export_is_what_its_facts_say(export: Path) -> None:
    """The export is well-formed WXR, about 10 KB a post, with the items that the facts beside it count."""
    facts = json.loads(export.with_name("export.xml.json").read_text(encoding="utf-8"))
    root = etree.parse(str(export), etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    items = root.findall("channel/item")
    assert root.findtext(f"channel/{WP}wxr_version") == "1.2"
    assert facts["items"] == len(items) == facts["written"] + facts["skipped"]
    assert 8_000 * POSTS < facts["bytes"] == export.stat().st_size < 13_000 * POSTS
    types = Counter(item.findtext(f"{WP}post_type") for item in items)
    assert (types["post"] + types["page"], types["attachment"]) == (POSTS, POSTS // 2)
    ids = [item.findtext(f"{WP}post_id") for item in items]
    assert len(set(ids)) == len(ids)
    assert {item.findtext(f"{WP}status") for item in items} == {"publish", "draft", "private", "future", "inherit"}


@pytest.mark.parametrize(
    "part", ["<!-- wp:table", "[gallery ", "[caption ", "<pre>", "[sourcecode ", "日", "å", "/?p="]
)
def test_the_export_has_a_bit_of_everything(export: Path, part: str) -> None:
    """Both editors, media, code, three scripts, links by id."""
    assert part in export.read_text(encoding="utf-8")


def test_the_same_seed_gives_the_same_bytes(export: Path, tmp_path: Path) -> None:
    """Two runs agree, and another seed does not."""
    again, other = tmp_path / "again.xml", tmp_path / "other.xml"
    run("bench.generate", "--posts", str(POSTS), str(again))
    run("bench.generate", "--posts", str(POSTS), "--seed", "2", str(other))
    assert again.read_bytes() == export.read_bytes() != other.read_bytes()


def test_the_floor_writes_a_file_for_each_body(export: Path, tmp_path: Path) -> None:
    """The floor reads every post and page."""
    out = tmp_path / "out"
    assert run("bench.floor", str(export), str(out)) == f"{POSTS}\n"
    assert len(list(out.iterdir())) == POSTS


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="memory is watched on Linux only")
def test_memory_of_children_is_counted(tmp_path: Path) -> None:
    """The peak covers the whole process tree: here 60 MB in a child of a child."""
    child = "import time; held = bytearray(b'x' * 60_000_000); time.sleep(0.5)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    code = (
        "import os, sys; from bench import measure\n"
        f"done = measure.run([sys.executable, '-c', {parent!r}], environment=dict(os.environ), watch_memory=True)\n"
        "print(done.status, done.peak)"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    status, peak = map(int, done.stdout.split())
    assert status == 0
    assert 60_000_000 < peak < 150_000_000


def test_the_makefile_runs_on_the_lowest_releases_that_are_declared() -> None:
    """The constraints of `make test-lowest` hold every runtime dependency at its lower bound."""
    script = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "lowest_constraints.py")], capture_output=True, text=True, check=True
    )
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = [re.split("[<>=]", requirement)[0] for requirement in declared]
    assert [line.partition("==")[0] for line in script.stdout.splitlines()] == names
