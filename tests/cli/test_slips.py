"""The whole command line as a user meets it where things are not as usual: slips, closed and full streams, odd names."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from wpmigrate.cli.configured import configured_commands
from wpmigrate.cli.values import PathName

DEMO = Path(__file__).parents[2] / "fixtures" / "demo" / "export.xml"


def run(folder: Path, *arguments: str, shell: str = "") -> subprocess.CompletedProcess[str]:
    """`wpmigrate ARGUMENTS` in `folder`; `shell` are redirections."""
    command = 'exec "$0" -m wpmigrate "$@" ' + shell
    return subprocess.run(
        ["/bin/sh", "-c", command, sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["convret", str(DEMO)], "Did you mean convert?"),
        (["help"], "Did you mean --help?"),
        (["version"], "Did you mean --version?"),
        ([str(DEMO), "site"], "where to write is named with --out"),
        (["hugo", str(DEMO)], "where to write is named with --out"),
        ([""], "is empty"),
        ([str(DEMO), "-o", ""], "the path of --out is empty"),
        (["x" * 300], "No such file"),
        ([str(DEMO), "--report", "xml:report.xml"], "the formats are json, text, csv"),
        (["inspect", str(DEMO), "--html", "."], "a folder stands where a file should be"),
        (["show", "113", str(DEMO)], "the export comes first. Write: wpmigrate show EXPORT"),
        (
            ["verify", ".", str(DEMO)],
            "is a file, not the folder that the conversion wrote. Write: wpmigrate verify EXPORT OUT",
        ),
        (["repair", str(DEMO), "-o", "parts/"], "parts/ is a folder. Give a file, such as -o parts/export.xml."),
        (["show", str(DEMO), "113", "--stage", "evidence"], "Evidence is there for saved pages"),
    ],
)
def test_slips(tmp_path: Path, arguments: list[str], message: str) -> None:
    """A slip is one sentence that says what to do; nothing is written."""
    done = run(tmp_path, *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no /dev/full")  # noqa: PTH110
@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["rules"],
        ["inspect", str(DEMO)],
        [str(DEMO), "-o", "-", "--to", "json"],
        ["repair", str(DEMO), "-o", "-"],
    ],
)
def test_a_full_disk_behind_standard_output(tmp_path: Path, arguments: list[str]) -> None:
    """One sentence, and status 2."""
    done = run(tmp_path, *arguments, shell=">/dev/full")
    assert done.returncode == 2
    assert "Error: standard output: No space left on device" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "shell", "status", "message"),
    [
        (["-"], "<&-", 2, "standard input is closed"),
        ([], "<&- >&-", 0, ""),
        ([str(DEMO), "-o", "site"], ">&-", 0, ""),
        ([str(DEMO), "-o", "site"], "2>&-", 0, ""),
        ([str(DEMO), "-o", "-", "--to", "json"], ">&-", 2, "standard output is closed"),
        (["repair", str(DEMO), "-o", "-"], ">&-", 2, "standard output is closed"),
        (["absent.xml"], "2>&-", 2, ""),
    ],
)
def test_closed_streams(tmp_path: Path, arguments: list[str], shell: str, status: int, message: str) -> None:
    """A stream that is closed is not used, or said to be closed where it is needed."""
    done = run(tmp_path, *arguments, shell=shell)
    assert (done.returncode, message in done.stderr) == (status, True)
    assert "Traceback" not in done.stderr


def test_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--out=~/site` and a path in a file mean the home folder, which no shell puts there."""
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "export.xml").write_bytes(DEMO.read_bytes())
    (tmp_path / "wpmigrate.toml").write_text('input = "~/export.xml"\nout = "~/site"\n', "utf-8")
    assert run(tmp_path, "convert", "--quiet").returncode == 0
    assert run(tmp_path, "inspect", "export.xml", "--html=~/page.html").returncode == 0
    assert {path.name for path in tmp_path.iterdir()} == {"export.xml", "wpmigrate.toml", "site", "page.html"}


def test_every_option_for_a_path_is_one() -> None:
    """Each option that names a file or a folder, in any command, refuses an empty path and knows `~`."""
    commands = configured_commands().values()
    options = [param for command in commands for param in command.params if isinstance(param, click.Option)]
    paths = [option for option in options if option.metavar in ("FILE", "FOLDER") and option.name != "config"]
    assert paths
    assert all(isinstance(option.type, PathName) for option in paths)
