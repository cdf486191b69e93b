"""The front matter of every post reads back equal, with four independent parsers."""

import json
import os
import tomllib
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from ruamel.yaml import YAML

from wpmigrate import ConvertOptions, convert
from wpmigrate.targets import FieldOptions

FIXTURES = Path(__file__).parents[2] / "fixtures"
CORPUS = os.environ.get("WPMIGRATE_CORPUS")


def head(text: str, fence: str) -> str:
    """The front matter between its fences."""
    assert text.startswith(f"{fence}\n")
    return text[4 : text.index(f"\n{fence}\n", 3) + 1]


def read_ruamel(text: str) -> dict[str, Any]:
    """YAML 1.2."""
    found: dict[str, Any] = YAML(typ="safe", pure=True).load(StringIO(head(text, "---")))
    return found


READERS = {
    "yaml": [lambda text: yaml.safe_load(head(text, "---")), read_ruamel],
    "toml": [lambda text: tomllib.loads(head(text, "+++"))],
    "json": [lambda text: json.JSONDecoder().raw_decode(text)[0]],
}


def moment(value: object) -> object:
    """Dates compare as instants; ruamel gives UTC without an offset, JSON gives text."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def checked(export: Path, out: Path, form: str) -> int:
    """Convert, read every file back, compare with the JSON form; the number of files."""
    (result,) = convert([export], out / "json", ConvertOptions(to="json"))
    if not result.summary.written:
        return 0
    items = {item["id"]: item for item in json.loads((out / "json" / "site.json").read_text("utf-8"))["items"]}
    convert([export], out / form, ConvertOptions(fields=FieldOptions(form=form)))  # type: ignore[arg-type]
    rows = json.loads((out / form / ".wpmigrate/manifest.json").read_text("utf-8"))["items"]
    written = [row for row in rows if row["path"]]
    for row in written:
        item, text = items[row["id"]], (out / form / row["path"]).read_text("utf-8")
        for reader in READERS[form]:
            compare(reader(text), item)
    return len(written)


def compare(found: dict[str, Any], item: dict[str, Any]) -> None:
    """The fields say what the item says."""
    assert found["title"] == item["title"]
    assert str(found["id"]) == item["id"]
    assert found.get("slug", "") == item["slug"]
    assert found.get("permalink") == item["permalink"]
    # Its links and line breaks are those of the target.
    assert bool(found.get("excerpt")) == bool(item["excerpt"])
    assert found["type"] == item["type"]
    assert found.get("draft", False) == item["draft"]
    for field in ("authors", "categories", "tags"):
        assert found.get(field, []) == [pair["name"] or pair.get("slug", pair.get("login")) for pair in item[field]]
    assert found["comment_count"] == item["comment_count"]
    for field in ("date", "modified"):
        if item[field] is None:
            assert field not in found
            continue
        got, want = moment(found[field]), datetime.fromisoformat(item[field])
        assert isinstance(got, datetime)
        assert got == want or got.replace(tzinfo=None) == want.replace(tzinfo=None) - (want.utcoffset() or want - want)


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("name", ["demo/export.xml", "broken/cases/c15-yaml-tags.xml"])
def test_front_matter_reads_back(tmp_path: Path, name: str, form: str) -> None:
    """The demo export and titles that look like YAML."""
    assert checked(FIXTURES / name, tmp_path, form) > 5


@pytest.mark.corpus
@pytest.mark.slow
@pytest.mark.skipif(CORPUS is None, reason="WPMIGRATE_CORPUS names no folder with real exports")
@pytest.mark.parametrize("form", READERS)
def test_front_matter_of_real_exports_reads_back(tmp_path: Path, form: str) -> None:
    """Every third export of the corpus; the posts of all of them are checked when WPMIGRATE_ALL is set."""
    assert CORPUS is not None
    exports = sorted(Path(CORPUS, "corpus").glob("*.xml"))
    if not os.environ.get("WPMIGRATE_ALL"):
        exports = exports[::3]
    readable = [export for export in exports if not export.name.startswith("279-")]  # a web archive, refused
    assert sum(checked(export, tmp_path / export.stem, form) for export in readable) > 1000
