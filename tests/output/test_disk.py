"""Files are written over nobody's work, inside the folder, and removed when their item is gone."""

import hashlib
import multiprocessing
import os
import pickle
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from wpmigrate.errors import OutputError
from wpmigrate.output import FileRow, Manifest, ManifestRow, Outcome, OutputFolder, Swept, Written

FILES = {"posts/a.md": b"a1", "posts/deep/b.md": b"b1", "c.md": b"c1"}


def _run(
    root: Path, files: Mapping[str, bytes], *, force: bool = False, dry_run: bool = False
) -> tuple[dict[str, Outcome], Swept]:
    with OutputFolder(root, force=force, dry_run=dry_run) as folder:
        written = folder.write_batch(list(files.items()))
        swept = folder.sweep(files)
        rows = [
            ManifestRow(id=file.path, type="post", status="publish", path=file.path, sha256=file.sha256)
            for file in written
            if file.path != "c.md"
        ]
        folder.finish(Manifest(rows, [FileRow(file.path, file.sha256) for file in written if file.path == "c.md"]))
    return {file.path: file.outcome for file in written}, swept


def _tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".wpmigrate" not in path.parts
    }


def _identity(root: Path) -> dict[str, tuple[int, int]]:
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in root.rglob("*") if path.is_file()}


def test_write(tmp_path: Path) -> None:
    """All files are there, whole, with the digests that the manifest needs."""
    with OutputFolder(tmp_path / "new/folder", durable=True) as folder:
        written = folder.write_batch(list(FILES.items()))
        assert folder.write("d.md", b"d") is Outcome.WRITTEN
    assert written == [Written(path, Outcome.WRITTEN, hashlib.sha256(data).hexdigest()) for path, data in FILES.items()]
    assert _tree(tmp_path / "new/folder") == {**FILES, "d.md": b"d"}


def test_a_folder_is_fresh_when_all_in_it_is_ours(tmp_path: Path) -> None:
    """What an earlier run wrote there, for another target say, is no site of somebody else."""
    _run(tmp_path, {"posts/one.md": b"one"})
    with OutputFolder(tmp_path) as folder:
        assert folder.is_fresh("hugo.toml")
    (tmp_path / "layouts").mkdir()
    with OutputFolder(tmp_path) as folder:
        assert not folder.is_fresh("hugo.toml")


def test_second_run_writes_nothing(tmp_path: Path) -> None:
    """Not one file is touched: same inode, same time, manifest included."""
    _run(tmp_path, FILES)
    before = _identity(tmp_path)
    outcomes, swept = _run(tmp_path, FILES)
    assert set(outcomes.values()) == {Outcome.UNCHANGED}
    assert swept == Swept([], [])
    assert _identity(tmp_path) == before


def test_changed_item_is_written_again(tmp_path: Path) -> None:
    """Only the file whose bytes changed; equal length is no excuse."""
    _run(tmp_path, FILES)
    outcomes, _ = _run(tmp_path, {**FILES, "posts/a.md": b"a2"})
    assert outcomes == {
        "posts/a.md": Outcome.WRITTEN,
        "posts/deep/b.md": Outcome.UNCHANGED,
        "c.md": Outcome.UNCHANGED,
    }


def test_edited_file_is_kept_run_after_run(tmp_path: Path) -> None:
    """The next run, and the one after, see the edit still; undone, the file is ours again; force overwrites it."""
    _run(tmp_path, FILES)
    (tmp_path / "posts/a.md").write_bytes(b"my own words")
    for version in (b"a1", b"a2", b"a3"):
        outcomes, _ = _run(tmp_path, {**FILES, "posts/a.md": version})
        assert outcomes["posts/a.md"] is Outcome.KEPT_EDITED
        assert (tmp_path / "posts/a.md").read_bytes() == b"my own words"
    (tmp_path / "posts/a.md").write_bytes(b"a1")
    assert _run(tmp_path, {**FILES, "posts/a.md": b"a4"})[0]["posts/a.md"] is Outcome.WRITTEN
    (tmp_path / "posts/a.md").write_bytes(b"my own words")
    assert _run(tmp_path, FILES, force=True)[0]["posts/a.md"] is Outcome.WRITTEN
    assert _tree(tmp_path) == FILES


def test_edit_that_equals_the_new_state_is_no_edit(tmp_path: Path) -> None:
    """Whoever made the change by hand already is not bothered."""
    _run(tmp_path, FILES)
    (tmp_path / "posts/a.md").write_bytes(b"a2")
    assert _run(tmp_path, {**FILES, "posts/a.md": b"a2"})[0]["posts/a.md"] is Outcome.UNCHANGED
    assert _run(tmp_path, {**FILES, "posts/a.md": b"a3"})[0]["posts/a.md"] is Outcome.WRITTEN


def test_foreign_file_is_kept_run_after_run(tmp_path: Path) -> None:
    """A file we never wrote is never taken for ours later, not even to be swept; force overwrites it."""
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/a.md").write_bytes(b"foreign")
    for _ in range(2):
        outcomes, _ = _run(tmp_path, FILES)
        assert outcomes["posts/a.md"] is Outcome.KEPT_FOREIGN
    assert _run(tmp_path, {})[1] == Swept(["c.md", "posts/deep/b.md"], [])
    assert _tree(tmp_path) == {"posts/a.md": b"foreign"}
    assert _run(tmp_path, FILES, force=True)[0]["posts/a.md"] is Outcome.WRITTEN


def test_what_is_no_file_is_kept(tmp_path: Path) -> None:
    """A folder is never removed for a file, whatever is asked; a pipe is not read (that would never end)."""
    (tmp_path / "c.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    files = {"c.md": b"c1", "pipe.md": b"x"}
    assert set(_run(tmp_path, files)[0].values()) == {Outcome.KEPT_FOREIGN}
    outcomes, _ = _run(tmp_path, files, force=True)
    assert outcomes == {"c.md": Outcome.KEPT_FOREIGN, "pipe.md": Outcome.WRITTEN}


def test_vanished_and_renamed_items_are_swept(tmp_path: Path) -> None:
    """Their files go, and the folders that this empties; those that hold something else stay."""
    (tmp_path / "posts/deep").mkdir(parents=True)
    (tmp_path / "posts/mine.txt").write_bytes(b"mine")
    _run(tmp_path, FILES)
    outcomes, swept = _run(tmp_path, {"posts/renamed.md": b"a1", "c.md": b"c1"})
    assert swept == Swept(["posts/a.md", "posts/deep/b.md"], [])
    assert outcomes["posts/renamed.md"] is Outcome.WRITTEN
    assert _tree(tmp_path) == {"posts/renamed.md": b"a1", "posts/mine.txt": b"mine", "c.md": b"c1"}
    assert not (tmp_path / "posts/deep").exists()


@pytest.mark.parametrize("force", [False, True])
def test_edited_orphan_is_kept_and_named(tmp_path: Path, force: bool) -> None:
    """Force overwrites, it does not delete somebody's work; what became a folder or a link is kept too."""
    files = {**FILES, "d.md": b"d", "e.md": b"e", "gone.md": b"x"}
    _run(tmp_path, files)
    (tmp_path / "posts/a.md").write_bytes(b"edited")
    for name in ("d.md", "e.md", "gone.md"):
        (tmp_path / name).unlink()
    (tmp_path / "d.md").mkdir()
    (tmp_path / "e.md").symlink_to("c.md")
    _, swept = _run(tmp_path, {"c.md": b"c1"}, force=force)
    assert swept == Swept(["posts/deep/b.md"], ["d.md", "e.md", "posts/a.md"])
    assert (tmp_path / "posts/a.md").read_bytes() == b"edited"
    assert (tmp_path / "e.md").is_symlink()


def test_two_spellings_of_one_file(tmp_path: Path) -> None:
    """Where the system folds case, a renamed file is recognized as ours and not swept away under its old name.

    Hard links stand in for such a system: two names, one file.
    """
    _run(tmp_path, {"posts/Nyheter.md": b"1", "posts/other.md": b"x"})
    os.link(tmp_path / "posts/Nyheter.md", tmp_path / "posts/nyheter.md")
    with OutputFolder(tmp_path) as folder:
        (file,) = folder.write_batch([("posts/nyheter.md", b"1")])
        assert file.outcome is Outcome.UNCHANGED
        assert folder.sweep(["posts/nyheter.md"]) == Swept(["posts/other.md"], [])
        (tmp_path / "posts/nyheter.md").write_bytes(b"edited")
        assert folder.write("posts/nyheter.md", b"2") is Outcome.KEPT_EDITED
        (tmp_path / "posts/nyheter.md").write_bytes(b"1")
        assert folder.write("posts/nyheter.md", b"2") is Outcome.WRITTEN


def test_dry_run_touches_nothing(tmp_path: Path) -> None:
    """Not even the folder is made; in an existing one everything is decided and nothing done."""
    outcomes, _ = _run(tmp_path / "new", FILES, dry_run=True)
    assert set(outcomes.values()) == {Outcome.WOULD_WRITE}
    assert not (tmp_path / "new").exists()

    root = tmp_path / "old"
    _run(root, {**FILES, "gone.md": b"x", "gone-edited.md": b"x"})
    (root / "posts/a.md").write_bytes(b"edited")
    (root / "gone-edited.md").write_bytes(b"edited")
    (root / "foreign.md").write_bytes(b"foreign")
    (root / ".wpmigrate/.wpm-1-1").write_bytes(b"stray")
    before = _identity(tmp_path)
    folders = {path: path.stat().st_mtime_ns for path in (root, root / ".wpmigrate", root / "posts")}
    files = {"posts/a.md": b"a2", "posts/deep/b.md": b"b1", "c.md": b"c2", "foreign.md": b"x", "new/x.md": b"x"}
    outcomes, swept = _run(root, files, dry_run=True)
    assert list(outcomes.values()) == [
        Outcome.KEPT_EDITED,
        Outcome.UNCHANGED,
        Outcome.WOULD_WRITE,
        Outcome.KEPT_FOREIGN,
        Outcome.WOULD_WRITE,
    ]
    assert swept == Swept(["gone.md"], ["gone-edited.md"])
    assert _identity(tmp_path) == before
    assert {path: path.stat().st_mtime_ns for path in folders} == folders


@pytest.mark.parametrize("dry_run", [False, True])
@pytest.mark.parametrize("inside", [False, True], ids=["outside", "inside"])
def test_symlinked_folder_is_refused(tmp_path: Path, inside: bool, dry_run: bool) -> None:
    """Nothing is written through it, wherever it leads and however deep; one sentence, exit status 2."""
    root = tmp_path / "out"
    target = root / "real" if inside else tmp_path / "elsewhere"
    target.mkdir(parents=True)
    (root / "deep").mkdir(parents=True)
    (root / "posts").symlink_to(target)
    (root / "deep/link").symlink_to(target)
    (root / "dangling").symlink_to(tmp_path / "nowhere")
    (root / "file").write_bytes(b"x")
    for path in ("posts/a.md", "deep/link/a.md", "posts/new/a.md", "dangling/a.md", "file/a.md"):
        with OutputFolder(root, force=True, dry_run=dry_run) as folder, pytest.raises(OutputError) as caught:
            folder.write(path, b"x")
        assert caught.value.exit_status == 2
        assert "nothing is written through it" in str(caught.value)
    assert not list(target.iterdir())
    assert not (tmp_path / "nowhere").exists()


def test_symlinked_file_is_replaced(tmp_path: Path) -> None:
    """The link goes, what it leads to stays: outside, inside, dangling, in a circle."""
    root = tmp_path / "out"
    root.mkdir()
    (tmp_path / "canary").write_bytes(b"canary")
    (root / "inside.txt").write_bytes(b"inside")
    links: dict[str, str | Path] = {
        "a.md": tmp_path / "canary",
        "b.md": "inside.txt",
        "c.md": tmp_path / "nowhere",
        "d.md": "d.md",
    }
    for name, target in links.items():
        (root / name).symlink_to(target)
    outcomes, _ = _run(root, dict.fromkeys(links, b"new"))
    assert set(outcomes.values()) == {Outcome.WRITTEN}
    assert (tmp_path / "canary").read_bytes() == b"canary"
    assert not (tmp_path / "nowhere").exists()
    assert _tree(root) == {**dict.fromkeys(links, b"new"), "inside.txt": b"inside"}
    assert not any((root / name).is_symlink() for name in links)


def test_root_may_be_a_link(tmp_path: Path) -> None:
    """The user's own choice of folder is followed; it is resolved once."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    _run(tmp_path / "link", FILES)
    assert _tree(tmp_path / "real") == FILES


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "", ".wpmigrate/manifest.json", "a\0b", ".wpm-1-1"])
def test_paths_outside_are_refused(tmp_path: Path, path: str) -> None:
    """Whoever planned them; nothing of the batch is written."""
    with OutputFolder(tmp_path / "out") as folder, pytest.raises(OutputError):
        folder.write_batch([("good.md", b"x"), (path, b"x")])
    assert _tree(tmp_path) == {}


def _work(folder: OutputFolder, number: int) -> list[Written]:
    return folder.write_batch([(f"p{number}/{name}.md", f"{number} {name}".encode()) for name in range(50)])


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")  # threads of the test runner
def test_forked_workers(tmp_path: Path) -> None:
    """Workers write, the parent finishes; the tree is that of one process, and the next run finds nothing to do."""
    for expected in (Outcome.WRITTEN, Outcome.UNCHANGED):
        with OutputFolder(tmp_path / "many") as folder:
            context = multiprocessing.get_context("fork")
            with context.Pool(3) as pool:
                written = [file for files in pool.starmap(_work, [(folder, n) for n in range(12)]) for file in files]
            assert {file.outcome for file in written} == {expected}
            with pytest.raises(OutputError, match="another run"):
                OutputFolder(tmp_path / "many").open()
            assert folder.sweep([file.path for file in written]) == Swept([], [])
            folder.finish(Manifest([], [FileRow(file.path, file.sha256) for file in written]))
    with OutputFolder(tmp_path / "one") as folder:
        for number in range(12):
            _work(folder, number)
    assert _tree(tmp_path / "many") == _tree(tmp_path / "one")


def test_work_of_a_dead_worker_is_known(tmp_path: Path) -> None:
    """What another worker journaled after `open` is ours, also when its items now convert to other bytes."""
    with OutputFolder(tmp_path) as folder:
        worker = pickle.loads(pickle.dumps(folder))
        worker.write("a.md", b"from the worker")
        assert folder.write("a.md", b"from the parent") is Outcome.WRITTEN
        (tmp_path / "a.md").write_bytes(b"edited")
        assert folder.write("a.md", b"again") is Outcome.KEPT_EDITED


def test_folder_removed_behind_our_back(tmp_path: Path) -> None:
    """It is an error with path and reason, not a traceback."""
    with OutputFolder(tmp_path) as folder:
        folder.write("posts/a.md", b"x")
        shutil.rmtree(tmp_path / "posts")
        with pytest.raises(OutputError, match=r"posts/b\.md cannot be written: no such file"):
            folder.write("posts/b.md", b"x")


def test_stream(tmp_path: Path) -> None:
    """A file that comes piece by piece is judged like any other, wherever it stands."""
    path = "deep/site.json"

    def run(text: str, *, force: bool = False, dry_run: bool = False) -> Outcome:
        with OutputFolder(tmp_path, force=force, dry_run=dry_run) as folder:
            file = folder.write_stream(path, (character.encode() for character in text))
            assert folder.sweep([path]) == Swept([], [])
            folder.finish(Manifest([], [FileRow(file.path, file.sha256)] if file.sha256 else []))
        return file.outcome

    (tmp_path / "deep").mkdir()
    (tmp_path / path).write_bytes(b"")
    assert run("one") is Outcome.KEPT_FOREIGN
    (tmp_path / path).unlink()
    assert run("one", dry_run=True) is Outcome.WOULD_WRITE
    assert not (tmp_path / path).exists()
    assert run("one") is Outcome.WRITTEN
    before = _identity(tmp_path)
    assert run("one") is Outcome.UNCHANGED
    assert _identity(tmp_path) == before
    assert run("two") is Outcome.WRITTEN
    (tmp_path / path).write_bytes(b"")
    assert run("two") is Outcome.KEPT_EDITED
    assert run("one") is Outcome.KEPT_EDITED
    assert run("one", force=True) is Outcome.WRITTEN
    assert _tree(tmp_path) == {path: b"one"}
    assert not list(tmp_path.rglob(".wpm-*"))


def test_interrupted_stream_leaves_the_old_file(tmp_path: Path) -> None:
    """What fails while the pieces are made leaves nothing half-written, and the next run completes."""

    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    with OutputFolder(tmp_path) as folder:
        folder.write_stream("site.json", [b"whole"])
        with pytest.raises(KeyboardInterrupt):
            folder.write_stream("site.json", pieces())
        assert _tree(tmp_path) == {"site.json": b"whole"}
        assert not list(tmp_path.rglob(".wpm-*"))
        assert folder.write_stream("site.json", [b"other"]).outcome is Outcome.WRITTEN
