"""`wpmigrate init`: questions with examples on a terminal, defaults elsewhere, and a file that does what it says."""

import os
import pty
import select
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from wpmigrate.cli import main
from wpmigrate.cli.configured import sections
from wpmigrate.cli.questions import QUESTIONS
from wpmigrate.config.file import read

EXPORT = Path(__file__).parents[2] / "fixtures" / "demo" / "export.xml"


def run(*arguments: str) -> int:
    """The exit status of a command."""
    with pytest.raises(SystemExit) as done:
        main(list(arguments))
    assert isinstance(done.value.code, int)
    return done.value.code


def said(path: Path) -> dict[str, Any]:
    """What a written file says to `convert`."""
    return sections(read(path))["convert"]


def test_off_a_terminal_defaults_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is asked; the file is read by the next command, which converts."""
    monkeypatch.chdir(tmp_path)
    assert run("init", str(EXPORT)) == 0
    found = said(tmp_path / "wpmigrate.toml")
    assert found == {"inputs": [str(EXPORT)], "to": "markdown", "comments": True, "out": "blogg.example.org"}
    assert run("convert", "--quiet") == 0
    assert (tmp_path / "blogg.example.org" / "posts" / "rakna-hydrering.md").exists()


def test_options_answer_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is given is written, in a file of any name."""
    monkeypatch.chdir(tmp_path)
    options = ["--to", "hugo", "--comments", "none", "--redirects", "nginx", "--out", "blog", "--file", "my.toml"]
    assert run("init", str(EXPORT), *options) == 0
    found = said(tmp_path / "my.toml")
    assert (found["to"], found["comments"], found["redirects"], found["out"]) == ("hugo", False, ["nginx"], "blog")
    assert tomllib.loads((tmp_path / "my.toml").read_text("utf-8"))["input"] == str(EXPORT)


@pytest.mark.parametrize(
    "options",
    [["--to", "nowhere"], ["--path", "{yaer}"], ["--redirects", "x"], ["--comments", "x"], ["--file", "no/x"]],
)
def test_what_convert_refuses_is_not_written(
    options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong answer ends the command; nothing is written."""
    monkeypatch.chdir(tmp_path)
    assert run("init", str(EXPORT), *options) == 2
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_there_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless --force says otherwise."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wpmigrate.toml").write_text("# mine\n")
    assert run("init", str(EXPORT)) == 2
    assert (tmp_path / "wpmigrate.toml").read_text() == "# mine\n"
    assert run("init", str(EXPORT), "--force") == 0


def test_a_terminal_is_asked(tmp_path: Path) -> None:
    """Every question shows what each answer gives; a number, a value or Enter answers; a wrong value is asked again."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "wpmigrate", "init", str(EXPORT)]
    process = subprocess.Popen(command, cwd=tmp_path, stdin=slave, stdout=slave, stderr=slave, close_fds=True)
    os.close(slave)
    shown = ""

    def answer(question: str, reply: str) -> None:
        nonlocal shown
        deadline = time.monotonic() + 60
        start = len(shown)
        while question not in shown[start:] or not shown.rstrip().endswith("[1]:"):
            assert time.monotonic() < deadline, shown
            if select.select([master], [], [], 1)[0]:
                shown += os.read(master, 65536).decode("utf-8", "replace")
        os.write(master, reply.encode() + b"\n")

    answer("What shall come out?", "markdwn")
    answer("there is no target 'markdwn'", "markdown")
    answer("Where shall each post be?", "2")
    answer("And the comments?", "none")
    answer("Which server", "")
    answer("Into which folder?", "my blog")
    assert process.wait(timeout=60) == 0
    os.close(master)
    assert "posts/" in shown
    assert "post/2025/" in shown
    found = said(tmp_path / "wpmigrate.toml")
    assert (found["to"], found["path"], found["comments"], found["out"]) == (
        "markdown", "{type}/{year}/{slug}.md", False, "my blog",
    )  # fmt: skip


def test_every_question_is_a_key() -> None:
    """Each question has an option of `init` and of `convert`."""
    from wpmigrate.cli.convert import command as convert
    from wpmigrate.cli.init import command as init

    for question in QUESTIONS:
        assert question.key in set(convert.keys())
        assert question.key in {param.name for param in init.params}
