"""`.wpmigrate/`: what is read, what is refused, what is left alone."""

import os
from pathlib import Path

import pytest

from wpmigrate.errors import OutputError
from wpmigrate.output import Manifest, ManifestRow, OutputFolder


def _run(root: Path, files: dict[str, bytes], *, force: bool = False) -> None:
    with OutputFolder(root, force=force) as folder:
        written = folder.write_batch(list(files.items()))
        folder.sweep(files)
        rows = [
            ManifestRow(id=file.path, type="post", status="publish", path=file.path, sha256=file.sha256)
            for file in written
        ]
        folder.finish(Manifest(rows), {"report.json": [b"{", b"}"]})


def test_a_finished_run_leaves_manifest_and_reports(tmp_path: Path) -> None:
    """No lock, no journal, no temporary file."""
    _run(tmp_path / "out", {"a.md": b"a"})
    names = sorted(path.name for path in (tmp_path / "out/.wpmigrate").iterdir())
    assert names == ["manifest.json", "report.json"]


def test_an_unfinished_run_leaves_its_journal(tmp_path: Path) -> None:
    """A run that ends before `finish` keeps what the next one must know, and frees the folder."""
    with OutputFolder(tmp_path) as folder:
        folder.write("a.md", b"a")
    assert [path.name for path in (tmp_path / ".wpmigrate").iterdir()] == ["journal.jsonl"]
    _run(tmp_path, {"a.md": b"b"})
    assert (tmp_path / "a.md").read_bytes() == b"b"


def test_strays_go_foreign_files_stay(tmp_path: Path) -> None:
    """Temporary files of a killed run are removed from the folders that it wrote to; look-alikes are not."""
    with OutputFolder(tmp_path) as folder:
        folder.write("posts/deep/a.md", b"a")
    strays = [tmp_path / "posts/deep/.wpm-1-1", tmp_path / ".wpmigrate/.wpm-23-456", tmp_path / ".wpm-5-0"]
    others = [tmp_path / "posts/deep/.wpm-notes", tmp_path / "posts/.wpmx", tmp_path / "other/.wpm-1-1"]
    (tmp_path / "other").mkdir()
    for path in strays + others:
        path.write_bytes(b"x")
    (tmp_path / "posts/deep/.wpm-2-2").symlink_to("a.md")
    _run(tmp_path, {"posts/deep/a.md": b"a"})
    assert not any(path.exists() for path in strays)
    assert all(path.exists() for path in others)


@pytest.mark.parametrize("force", [False, True])
def test_newer_manifest_is_refused(tmp_path: Path, force: bool) -> None:
    """Not even force writes over the work of a newer version; nothing is changed and the lock is free."""
    own = tmp_path / ".wpmigrate"
    own.mkdir()
    (own / "manifest.json").write_text('{"version": 7, "items": []}')
    with pytest.raises(OutputError, match="another version"):
        OutputFolder(tmp_path, force=force).open()
    assert [path.name for path in own.iterdir()] == ["manifest.json"]


def test_damaged_manifest_needs_force(tmp_path: Path) -> None:
    """Without it we cannot tell our files from others."""
    _run(tmp_path, {"a.md": b"a"})
    (tmp_path / ".wpmigrate/manifest.json").write_bytes(b"{")
    with pytest.raises(OutputError, match="damaged") as caught:
        _run(tmp_path, {"a.md": b"b"})
    assert caught.value.exit_status == 2
    _run(tmp_path, {"a.md": b"b"}, force=True)
    assert (tmp_path / "a.md").read_bytes() == b"b"


@pytest.mark.parametrize("dry_run", [False, True])
def test_root_that_is_no_folder(tmp_path: Path, dry_run: bool) -> None:
    """One sentence, exit status 2: a file, a path through a file, a `.wpmigrate` that is a file or leads elsewhere."""
    (tmp_path / "file").write_bytes(b"keep")
    (tmp_path / "one").mkdir()
    (tmp_path / "one/.wpmigrate").write_bytes(b"keep")
    (tmp_path / "two").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "two/.wpmigrate").symlink_to(tmp_path / "elsewhere")
    for name in ("file", "one", "two") if dry_run else ("file", "file/below", "one", "two"):
        with pytest.raises(OutputError) as caught:
            OutputFolder(tmp_path / name, dry_run=dry_run).open()
        assert caught.value.exit_status == 2
        assert "\n" not in str(caught.value)
    assert (tmp_path / "file").read_bytes() == b"keep"
    assert not list((tmp_path / "elsewhere").iterdir())


def test_second_run_at_the_same_time_is_refused(tmp_path: Path) -> None:
    """The first is not disturbed."""
    with OutputFolder(tmp_path) as first:
        first.write("a.md", b"a")
        with pytest.raises(OutputError, match="another run is writing"):
            OutputFolder(tmp_path).open()
        first.finish(Manifest([]))
    _run(tmp_path, {"a.md": b"a"})


def test_manifest_that_names_paths_outside_is_not_believed(tmp_path: Path) -> None:
    """A planted manifest or journal cannot have files removed outside the folder, or behind a link in it."""
    import hashlib
    import json

    digest = hashlib.sha256(b"canary").hexdigest()
    canaries = [tmp_path / "canary", tmp_path / "elsewhere/canary"]
    canaries[1].parent.mkdir()
    root = tmp_path / "out"
    (root / ".wpmigrate").mkdir(parents=True)
    (root / "link").symlink_to(tmp_path / "elsewhere")
    for canary in canaries:
        canary.write_bytes(b"canary")
    paths = ["../canary", str(canaries[0]), "link/canary", "x/../../canary", ".wpmigrate/../../canary"]
    rows = [{"path": path, "sha256": digest} for path in paths]
    (root / ".wpmigrate/manifest.json").write_text(json.dumps({"version": 1, "items": rows}))
    (root / ".wpmigrate/journal.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    _run(root, {"a.md": b"a"})
    assert all(canary.read_bytes() == b"canary" for canary in canaries)


def test_planted_links_in_our_folder_are_not_followed(tmp_path: Path) -> None:
    """Journal, manifest and report that are links: refused or replaced, their targets as they were."""
    target = tmp_path / "target"
    target.write_bytes(b"")
    root = tmp_path / "out"
    (root / ".wpmigrate").mkdir(parents=True)
    (root / ".wpmigrate/report.json").symlink_to(target)
    _run(root, {"a.md": b"a"})
    assert not (root / ".wpmigrate/report.json").is_symlink()
    (root / ".wpmigrate/journal.jsonl").symlink_to(target)
    with pytest.raises(OutputError, match="symbolic link"):
        _run(root, {"a.md": b"b"})
    assert target.read_bytes() == b""


def test_unchanged_manifest_and_report_keep_their_time(tmp_path: Path) -> None:
    """A second run that changes nothing touches neither."""
    _run(tmp_path, {"a.md": b"a"})
    paths = [tmp_path / ".wpmigrate/manifest.json", tmp_path / ".wpmigrate/report.json", tmp_path / "a.md"]
    for path in paths:
        os.utime(path, ns=(1, 1))
    before = [path.stat() for path in paths]
    _run(tmp_path, {"a.md": b"a"})
    assert [(now.st_ino, now.st_mtime_ns) for now in (path.stat() for path in paths)] == [
        (then.st_ino, then.st_mtime_ns) for then in before
    ]
