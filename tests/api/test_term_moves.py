"""Rules for terms: cases are folders of fixtures/terms with an export, a configuration and what must come out."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from wpmigrate.cli import main

CASES = sorted((Path(__file__).parents[2] / "fixtures" / "terms").iterdir())


def converted(case: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What a run says of terms: those of the site, of its first item, of its menus, the counts and the warnings."""
    shutil.copytree(case, folder, dirs_exist_ok=True)
    monkeypatch.chdir(folder)
    with pytest.raises(SystemExit) as done:
        main(["convert", "export.xml", "--to", "json", "--out", "site", "--quiet"])
    assert done.value.code == 0
    site = json.loads((folder / "site" / "site.json").read_text("utf-8"))
    report = json.loads((folder / "site" / ".wpmigrate" / "report.json").read_text("utf-8"))
    item = site["items"][0]
    return {
        "terms": [[t["taxonomy"], t["slug"], t["name"], t["parent"]] for t in site["terms"]],
        "categories": [[t["slug"], t["name"]] for t in item["categories"]],
        "tags": [[t["slug"], t["name"]] for t in item["tags"]],
        "others": {name: [t["slug"] for t in terms] for name, terms in item["terms"].items()},
        "menus": [[i["title"], i["object"], i["object_id"]] for menu in site["menus"] for i in menu["items"]],
        "counts": report["counts"]["terms"],
        "warnings": [row["message"] for row in report["diagnostics"] if row["severity"] == "warning"],
        "links": [row["message"] for row in report["diagnostics"] if row["code"] == "WXR601"],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_terms_come_out_as_the_rules_say(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the list, the hierarchy, the items and the menus; old addresses of terms are still known; all is counted."""
    found = converted(case, tmp_path, monkeypatch)
    expected = case / "expected.json"
    if os.environ.get("WPMIGRATE_ACCEPT"):
        expected.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert found == json.loads(expected.read_text("utf-8"))
