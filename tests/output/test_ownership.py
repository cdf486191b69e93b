"""Whose a file is."""

from pathlib import Path

import pytest

from wpmigrate.output.ownership import Outcome, Ownership, digest_of_file, is_same_file
from wpmigrate.output.state import RunState


@pytest.fixture
def state(tmp_path: Path) -> RunState:
    """The state of a folder in which nothing was written yet."""
    return RunState(tmp_path, force=False, dry_run=True)


@pytest.mark.parametrize("force", [False, True])
def test_a_file_is_ours_by_its_content(tmp_path: Path, state: RunState, force: bool) -> None:
    """Known content is ours, other content at a known path is an edit, at an unknown path it is foreign."""
    ownership = Ownership(str(tmp_path), state, force=force)

    def outcome() -> Outcome:
        return ownership.outcome("a.md", 3, lambda full: Path(full).read_bytes() == b"new")

    assert outcome() is Outcome.WRITTEN
    (tmp_path / "a.md").write_bytes(b"new")
    assert outcome() is Outcome.UNCHANGED
    (tmp_path / "a.md").write_bytes(b"old")
    assert outcome() is (Outcome.WRITTEN if force else Outcome.KEPT_FOREIGN)
    state.ledger.add("a.md", digest_of_file(str(tmp_path / "a.md")))
    assert outcome() is Outcome.WRITTEN
    assert ownership.is_ours("a.md")
    (tmp_path / "a.md").write_bytes(b"edited")
    assert outcome() is (Outcome.WRITTEN if force else Outcome.KEPT_EDITED)
    assert not ownership.is_ours("a.md")


def test_orphans(tmp_path: Path, state: RunState) -> None:
    """Only what is there, not behind a link, and not the planned file under another name."""
    ownership = Ownership(str(tmp_path), state, force=False)
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/a.md").write_bytes(b"a")
    (tmp_path / "posts/A.md").hardlink_to(tmp_path / "posts/a.md")
    (tmp_path / "link").symlink_to("posts")
    assert ownership.is_orphan("posts/a.md", None)
    assert ownership.is_orphan("posts/a.md", "posts/gone.md")
    assert not ownership.is_orphan("posts/a.md", "posts/A.md")
    assert not ownership.is_orphan("link/a.md", None)
    assert not ownership.is_orphan("posts/gone.md", None)


def test_same_file(tmp_path: Path) -> None:
    """A path that leads nowhere is no file."""
    assert is_same_file(str(tmp_path), str(tmp_path))
    assert not is_same_file(str(tmp_path), str(tmp_path / "gone"))
