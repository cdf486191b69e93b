"""Bare `wpmigrate`: two questions on a terminal, none elsewhere."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

FIXTURES = Path(__file__).parents[2] / "fixtures"


def answer(master: int, question: str, reply: str) -> str:
    """Wait for a question on the terminal, then type the reply; what was shown until then."""
    shown = ""
    deadline = time.monotonic() + 60
    while question not in shown:
        assert time.monotonic() < deadline, shown
        if select.select([master], [], [], 1)[0]:
            shown += os.read(master, 4096).decode("utf-8", "replace")
    os.write(master, reply.encode() + b"\n")
    return shown


def test_a_terminal_is_asked_for_file_and_form(tmp_path: Path) -> None:
    """A name that is no file is asked for again; every form is shown with an example path."""
    master, slave = pty.openpty()
    export = FIXTURES / "demo" / "export.xml"
    command = [sys.executable, "-m", "wpmigrate"]
    run = subprocess.Popen(command, cwd=tmp_path, stdin=slave, stdout=slave, stderr=slave, close_fds=True)
    os.close(slave)
    answer(master, "Which export?", "nothing.xml")
    answer(master, "there is no file nothing.xml", str(export))
    shown = answer(master, "[markdown]", "json")
    assert "posts/my-first-post.md" in shown
    answer(master, "holds the whole site", "")
    assert run.wait(timeout=60) == 0
    os.close(master)
    assert (tmp_path / "blogg.example.org" / "site.json").exists()


def test_nobody_is_asked_off_a_terminal(tmp_path: Path) -> None:
    """Without a terminal the help is printed."""
    command = [sys.executable, "-m", "wpmigrate"]
    done = subprocess.run(command, cwd=tmp_path, input="", capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: wpmigrate")
    assert not list(tmp_path.iterdir())
