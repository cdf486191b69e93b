"""`convert --verify`: converted and compared in one run."""

from pathlib import Path

import pytest

from wpmigrate.cli import main

DEMO = str(Path(__file__).parents[2] / "fixtures" / "demo" / "export.xml")


def status_of(*words: str) -> int:
    """The exit status of a command line."""
    with pytest.raises(SystemExit) as ended:
        main(list(words))
    assert isinstance(ended.value.code, int)
    return ended.value.code


def test_what_was_written_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The verdict follows the summary, and nothing lost is exit status 0."""
    assert status_of(DEMO, "-o", str(tmp_path / "out"), "--verify") == 0
    assert "items checked, nothing is lost" in capsys.readouterr().out


def test_a_loss_is_exit_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that was edited since is kept, and what it lacks is a loss."""
    status_of(DEMO, "-o", str(tmp_path / "out"), "--quiet")
    edited = next(iter(sorted((tmp_path / "out" / "posts").glob("rye*.md"))))
    edited.write_text(edited.read_text("utf-8").replace("Rye wants time", "Rye wants"), encoding="utf-8")
    assert status_of(DEMO, "-o", str(tmp_path / "out"), "--verify") == 1
    assert "lost: time" in capsys.readouterr().out


@pytest.mark.parametrize("more", [["-o", "-", "--to", "json"], ["--dry-run"], ["--each"], ["--to", "wxr"]])
def test_what_leaves_no_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    """There is nothing to compare, which is said before anything is written."""
    monkeypatch.chdir(tmp_path)
    assert status_of(DEMO, "--verify", *more) == 2
    assert "--verify compares a folder" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
