"""The pipeline over whole exports: every item accounted for, the same bytes always, nothing private."""

import hashlib
import json
import os
import pickle
import random
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from wpmigrate import ConvertOptions, InputError, UsageError, convert
from wpmigrate.config import Selection
from wpmigrate.targets import TARGETS
from wpmigrate.targets.schema import SCHEMAS

FIXTURES = Path(__file__).parents[2] / "fixtures"
DEMO = FIXTURES / "demo" / "export.xml"
CLASHES = FIXTURES / "sites" / "clashes" / "export.xml"
ORDERED = [name for name, target in TARGETS.items() if target.layout != "lines"]
"""Targets whose output does not follow the file, line by line."""
CORPUS = os.environ.get("WPMIGRATE_CORPUS")


def tree(folder: Path) -> dict[str, str]:
    """Path and digest of every file, the lock aside."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }


def manifest(folder: Path) -> list[dict[str, str | None]]:
    """The rows of the manifest."""
    rows: list[dict[str, str | None]] = json.loads((folder / ".wpmigrate/manifest.json").read_text("utf-8"))["items"]
    return rows


def items_of(export: str) -> tuple[str, list[str], str]:
    """(head, items, tail) of a clean export."""
    parts = re.split(r"(?=<item>)|(?<=</item>)", export)
    items = [part for part in parts if part.startswith("<item>")]
    return parts[0], items, parts[-1]


def shuffled(export: str, seed: int) -> str:
    """The same export with its items in another order."""
    head, items, tail = items_of(export)
    random.Random(seed).shuffle(items)
    return head + "\n".join(items) + tail


def test_a_result_prints_as_the_command_does(tmp_path: Path) -> None:
    """`print(result)` is the summary; in an interactive session a result does not fill the screen."""
    (result,) = convert(DEMO, tmp_path / "out")
    assert str(result).splitlines() == result.lines()
    assert "diagnostics" not in repr(result)


@pytest.mark.parametrize("to", ["markdown", "html"])
def test_output_within_the_folder_of_inputs(tmp_path: Path, to: str) -> None:
    """A second run over the folder does not read what the first one wrote there; the folder itself is no output."""
    (tmp_path / "export.xml").write_bytes(DEMO.read_bytes())
    first, second = (convert(tmp_path, tmp_path / "site", ConvertOptions(to=to))[0] for _ in range(2))
    assert first.summary.read == second.summary.read
    with pytest.raises(UsageError, match="is an input"):
        convert(tmp_path, tmp_path)


def test_every_item_is_written_or_left_out_with_a_reason(tmp_path: Path) -> None:
    """The manifest has a row for every item; a written one has its file with that digest."""
    (result,) = convert([DEMO], tmp_path / "out")
    rows = manifest(tmp_path / "out")
    assert len(rows) == result.summary.read == DEMO.read_text("utf-8").count("<item>")
    assert result.summary.written + sum(result.summary.skipped.values()) == result.summary.read
    for row in rows:
        assert (row["path"] is None) != (row["skipped"] is None)
        if row["path"]:
            data = (tmp_path / "out" / row["path"]).read_bytes()
            assert hashlib.sha256(data).hexdigest() == row["sha256"]
        else:
            assert set(row) == {"id", "type", "status", "path", "skipped"}


def test_one_path_needs_no_list(tmp_path: Path) -> None:
    """A path alone, as text or as a Path, is one input, not a sequence of characters."""
    given: tuple[str | Path, ...] = (DEMO, str(DEMO))
    for number, path in enumerate(given):
        (result,) = convert(path, tmp_path / str(number))
        assert result.summary.written


@pytest.mark.parametrize("target", ["markdown", "json", "jsonl"])
def test_nothing_private_comes_out(tmp_path: Path, target: str) -> None:
    """No e-mail, IP, password, private or protected text is in any file of any target."""
    convert([DEMO], tmp_path / "out", ConvertOptions(to=target, raw=True))
    export = DEMO.read_text("utf-8")
    secrets = set(re.findall(r"author_email><!\[CDATA\[([^\]]+)\]", export))
    secrets |= set(re.findall(r"<wp:comment_author_IP><!\[CDATA\[([^\]]+)\]", export, re.IGNORECASE))
    secrets |= set(re.findall(r"<wp:post_password><!\[CDATA\[([^\]]+)\]", export))
    hidden = [
        item
        for item in items_of(export)[1]
        if ">private<" in item or "[private]" in item or "post_password><![CDATA[]" not in item
    ]
    secrets |= {title for item in hidden for title in re.findall(r"<title><!\[CDATA\[(.+?)\]\]", item)}
    assert len(secrets) >= 4
    for path in (tmp_path / "out").rglob("*"):
        if path.is_file():
            text = path.read_text("utf-8")
            assert [secret for secret in secrets if secret in text] == []


def test_drafts_are_marked_and_apart(tmp_path: Path) -> None:
    """Drafts, pending and scheduled items lie in drafts/ and say so."""
    convert([DEMO], tmp_path / "out")
    drafts = [row for row in manifest(tmp_path / "out") if row["path"] and row["status"] != "publish"]
    assert drafts
    for row in drafts:
        assert str(row["path"]).startswith("drafts/")
        assert "\ndraft: true\n" in (tmp_path / "out" / str(row["path"])).read_text("utf-8")


def test_included_items_come_as_drafts_without_the_password(tmp_path: Path) -> None:
    """`--include private,protected` brings both, as drafts."""
    selection = Selection(include=frozenset({"private", "protected"}))
    convert([DEMO], tmp_path / "out", ConvertOptions(selection=selection))
    rows = {row["status"]: row for row in manifest(tmp_path / "out") if row["type"] == "post"}
    assert str(rows["private"]["path"]).startswith("drafts/")
    password = re.findall(r"<wp:post_password><!\[CDATA\[([^\]]+)\]", DEMO.read_text("utf-8"))[0]
    assert not [
        path for path in (tmp_path / "out").rglob("*.*") if path.is_file() and password in path.read_text("utf-8")
    ]


def test_a_second_run_touches_nothing(tmp_path: Path) -> None:
    """The same input and options: no byte and no time stamp changes."""
    convert([DEMO], tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*") if path.name != "lock"}
    (result,) = convert([DEMO], tmp_path / "out")
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*") if path.name != "lock"}
    assert {p: t for p, t in after.items() if p.is_file()} == {p: t for p, t in before.items() if p.is_file()}
    assert set(result.summary.files) == {"unchanged"}


@pytest.mark.parametrize("target", ORDERED)
@pytest.mark.parametrize("source", [DEMO, CLASHES], ids=["demo", "clashes"])
def test_the_order_of_items_changes_nothing(tmp_path: Path, source: Path, target: str) -> None:
    """Shuffled items give the same bytes; only lines in the report follow the file."""
    export = source.read_text("utf-8")
    trees = []
    for seed in (None, 1, 2):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / "export.xml").write_text(export if seed is None else shuffled(export, seed), "utf-8")
        out = tmp_path / f"out-{seed}"
        convert([tmp_path / "in" / "export.xml"], out, ConvertOptions(to=target))
        report = out / ".wpmigrate/report.json"
        report.write_text(re.sub(r'"line": \d+', '"line": 0', report.read_text("utf-8")), "utf-8")
        trees.append(tree(out))
    assert trees[0] == trees[1] == trees[2]


@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/Caracas", "PYTHONHASHSEED": "2"},
        {"PYTHONUTF8": "0", "LC_ALL": "POSIX", "TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "3"},
    ],
)
def test_the_surroundings_change_nothing(tmp_path: Path, environment: dict[str, str]) -> None:
    """Locale, time zone and hash seed do not matter."""
    convert([DEMO], tmp_path / "here")
    command = [sys.executable, "-m", "wpmigrate", "convert", str(DEMO), "-o", str(tmp_path / "there"), "--quiet"]
    subprocess.run(command, env={**os.environ, **environment}, check=True)
    assert tree(tmp_path / "here") == tree(tmp_path / "there")


@pytest.mark.parametrize("target", ["markdown", "json", "jsonl"])
def test_the_number_of_workers_changes_nothing(tmp_path: Path, target: str) -> None:
    """One process and three give the same bytes."""
    convert([DEMO], tmp_path / "one", ConvertOptions(to=target, jobs=1))
    convert([DEMO], tmp_path / "three", ConvertOptions(to=target, jobs=3))
    assert tree(tmp_path / "one") == tree(tmp_path / "three")


def test_the_json_document_is_as_its_schema_says(tmp_path: Path) -> None:
    """`site.json` with everything in it validates."""
    selection = Selection(include=frozenset({"private", "protected"}))
    convert([DEMO], tmp_path, ConvertOptions(to="json", raw=True, include_emails=True, selection=selection))
    document = json.loads((tmp_path / "site.json").read_text("utf-8"))
    jsonschema.validate(document, SCHEMAS["json"])
    assert document["media"]
    assert document["menus"]
    assert any(item["comments"] for item in document["items"])


def test_each_line_is_as_its_schema_says(tmp_path: Path) -> None:
    """Every record of `items.jsonl` has its kind and validates; items are in file order."""
    convert([DEMO], tmp_path, ConvertOptions(to="jsonl"))
    records = [json.loads(line) for line in (tmp_path / "items.jsonl").read_bytes().splitlines()]
    validator = jsonschema.Draft202012Validator(SCHEMAS["jsonl"])
    for record in records:
        validator.validate(record)
    assert {record["kind"] for record in records} == {"site", "author", "term", "media", "menu", "item"}
    ids = [record["id"] for record in records if record["kind"] == "item"]
    in_file = re.findall(r"<wp:post_id>(\d+)<", DEMO.read_text("utf-8"))
    assert ids == [post_id for post_id in in_file if post_id in ids]


def test_overlapping_parts_are_one_site(tmp_path: Path) -> None:
    """Two parts that share items give each item once; the later state wins and the other is named."""
    head, items, tail = items_of(DEMO.read_text("utf-8"))
    changed = (
        items[3]
        .replace("</title>", "</title><!-- -->")
        .replace("post_modified_gmt><![CDATA[20", "post_modified_gmt><![CDATA[30")
    )
    changed = changed.replace("<content:encoded><![CDATA[", "<content:encoded><![CDATA[<p>Nytt.</p>")
    (tmp_path / "one.xml").write_text(head + "".join(items[:8]) + tail, "utf-8")
    (tmp_path / "two.xml").write_text(head + changed + "".join(items[4:]) + tail, "utf-8")
    (result,) = convert([tmp_path / "one.xml", tmp_path / "two.xml"], tmp_path / "out")
    assert result.summary.read == len(items) + 5
    rows = manifest(tmp_path / "out")
    written = [row["id"] for row in rows if row["path"]]
    assert len(written) == len(set(written))
    (whole,) = convert([DEMO], tmp_path / "whole")
    assert result.summary.written == whole.summary.written
    assert result.summary.skipped["superseded"] == 1
    assert "WXR439" in result.summary.codes
    first = next(row["path"] for row in rows if row["path"] and f">{row['id']}<" in items[3])
    assert "Nytt." in (tmp_path / "out" / str(first)).read_text("utf-8")


def other_site(export: str) -> str:
    """The same export of another address."""
    host = re.findall(r"<wp:base_blog_url>https?://([^<]+)<", export)[0]
    return export.replace(host, "other.example")


def test_two_sites_are_refused_by_name_unless_each(tmp_path: Path) -> None:
    """Without --each both are named; with it each has its folder."""
    (tmp_path / "other.xml").write_text(other_site(DEMO.read_text("utf-8")), "utf-8")
    with pytest.raises(UsageError, match=r"other\.example") as caught:
        convert([DEMO, tmp_path / "other.xml"], tmp_path / "out")
    assert caught.value.code == "WXR008"
    assert not (tmp_path / "out").exists()
    results = convert([DEMO, tmp_path / "other.xml"], tmp_path / "out", ConvertOptions(each=True))
    assert len(results) == 2
    assert (tmp_path / "out" / "other.example" / ".wpmigrate/manifest.json").exists()
    assert results[0].summary.written == results[1].summary.written > 0


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_results_of_every_target_come_back_from_workers(name: str) -> None:
    """A target holds functions that cannot be pickled; its name can."""
    assert pickle.loads(pickle.dumps(TARGETS[name])) is TARGETS[name]


def test_one_unreadable_input_does_not_stop_the_rest(tmp_path: Path) -> None:
    """It is named with its code, the rest is converted, and the status says 1."""
    (tmp_path / "empty.xml").write_bytes(b"")
    (result,) = convert([tmp_path / "empty.xml", DEMO], tmp_path / "out")
    assert result.summary.written > 0
    assert result.exit_status() == 1
    assert [found.code for found in result.diagnostics if found.file.endswith("empty.xml")] == ["WXR001"]


def test_nothing_readable_writes_nothing(tmp_path: Path) -> None:
    """Refused input leaves no folder behind."""
    (tmp_path / "empty.xml").write_bytes(b"")
    with pytest.raises(InputError) as caught:
        convert([tmp_path / "empty.xml"], tmp_path / "out")
    assert caught.value.code == "WXR001"
    assert not (tmp_path / "out").exists()


def test_an_item_that_became_private_disappears(tmp_path: Path) -> None:
    """Its unedited file goes; an edited one is kept and named."""
    export = DEMO.read_text("utf-8")
    (tmp_path / "export.xml").write_text(export, "utf-8")
    convert([tmp_path / "export.xml"], tmp_path / "out")
    rows = [
        row
        for row in manifest(tmp_path / "out")
        if row["status"] == "publish" and row["type"] == "post" and row["path"]
    ]
    (tmp_path / "export.xml").write_text(
        export.replace("<wp:status><![CDATA[publish]]>", "<wp:status><![CDATA[private]]>"), "utf-8"
    )
    edited = tmp_path / "out" / str(rows[0]["path"])
    edited.write_text(edited.read_text("utf-8") + "mine\n", "utf-8")
    (result,) = convert([tmp_path / "export.xml"], tmp_path / "out")
    assert edited.exists()
    assert "WXR802" in result.summary.codes
    assert not [row for row in rows[1:] if (tmp_path / "out" / str(row["path"])).exists()]


def test_a_size_in_the_name_of_a_file_stays(tmp_path: Path) -> None:
    """Of a copy the address of the original is shown, which may end like that of a copy."""
    item = """<item><title>{0}</title><wp:post_id>{0}</wp:post_id><wp:post_type>{1}</wp:post_type>{2}</item>"""
    picture = "https://example.org/wp-content/uploads/poster-600x900"
    bodies = (
        item.format(1, "attachment", f"<wp:attachment_url>{picture}.jpg</wp:attachment_url>"),
        item.format(2, "post", f'<content:encoded>&lt;img src="{picture}-200x300.jpg"&gt;</content:encoded>'),
        item.format(3, "post", f'<content:encoded>&lt;img src="{picture}.jpg"&gt;</content:encoded>'),
    )
    export = tmp_path / "export.xml"
    export.write_text(
        '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><wp:wxr_version>1.2</wp:wxr_version>{''.join(bodies)}</channel></rss>",
        "utf-8",
    )
    convert(export, tmp_path / "out")
    shown = [re.findall(r"!\[\]\((.*)\)", path.read_text("utf-8")) for path in (tmp_path / "out").rglob("*.md")]
    assert shown == [[f"{picture}.jpg"]] * 2


def test_media_are_counted_as_they_are_listed(tmp_path: Path) -> None:
    """The files of a private post are neither in the list nor in its count."""
    export = DEMO.read_text("utf-8")
    export = export.replace("<wp:status><![CDATA[publish]]>", "<wp:status><![CDATA[private]]>")
    (tmp_path / "export.xml").write_text(export, "utf-8")
    for path, fewer in ((DEMO, False), (tmp_path / "export.xml", True)):
        (result,) = convert(path, tmp_path / path.parent.name, ConvertOptions(to="json"))
        listed = json.loads((tmp_path / path.parent.name / "site.json").read_text("utf-8"))["media"]
        assert result.summary.media == len(listed)
        assert (len(listed) < result.summary.skipped["attachment"]) == fewer


REFUSED = {"279-mateusavila-wordpress-coding-challen.xml": "WXR002"}
"""Files of the corpus that are no exports: a browser's archive of a page that shows the source of one."""


@pytest.mark.corpus
@pytest.mark.skipif(CORPUS is None, reason="WPMIGRATE_CORPUS names no folder with real exports")
@pytest.mark.parametrize("target", ["markdown", "json", "jsonl"])
def test_every_real_export_converts(tmp_path: Path, target: str) -> None:
    """All exports of the corpus: no traceback, every item accounted for, JSON as its schema says."""
    assert CORPUS is not None
    exports = sorted([*Path(CORPUS, "corpus").glob("*.xml"), *Path(CORPUS, "wordpress-truth").rglob("*.xml")])
    assert len(exports) >= 142
    well_formed = {
        row["file"]: row["wellformed"] for row in json.loads(Path(CORPUS, "corpus/index.json").read_text("utf-8"))
    }
    failed = []
    for export in exports:
        out = tmp_path / export.stem
        if export.name in REFUSED:
            with pytest.raises(InputError, match=REFUSED[export.name]):
                convert([export], out, ConvertOptions(to=target))
            continue
        (result,) = convert([export], out, ConvertOptions(to=target))
        summary = result.summary
        assert summary.written + sum(summary.skipped.values()) == summary.read, export.name
        assert "WXR531" not in summary.codes, export.name
        if result.exit_status() and well_formed.get(export.name, True):
            failed.append(export.name)
        if target == "json":
            jsonschema.validate(json.loads((out / "site.json").read_text("utf-8")), SCHEMAS["json"])
        if target == "jsonl":
            assert (out / "items.jsonl").read_bytes().count(b'{"kind":"item"') == summary.written
    assert len(failed) <= 0.05 * sum(well_formed.values()), failed
