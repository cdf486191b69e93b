"""The console transcripts in README.md, docs/ and tests/transcripts/ are run, and must come out as they stand there.

A transcript is a fenced block marked `console`. A line `$ command` is run by bash; the lines after it are its standard
output, those that begin with `2> ` its standard error, and a last line `=> 3` its exit status (0 when none is given).
`…` stands for any text within a line, and alone on a line for any lines. The blocks of one page run one after the
other in one empty folder, in which `export.xml` is the demo export.

With WPMIGRATE_ACCEPT=1 what comes out is written into the page instead (`make golden`).
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "tests" / "transcripts").rglob("*.md")])
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
STATUS = re.compile(r"=> (\d+)")
ERROR_MARK = "2> "
ACCEPT = bool(os.environ.get("WPMIGRATE_ACCEPT"))


@dataclass(slots=True)
class Step:
    """A command and what is expected of it."""

    command: str
    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)
    status: int = 0

    def lines(self) -> list[str]:
        """The step as it stands in a page."""
        status = [f"=> {self.status}"] if self.status else []
        return [f"$ {self.command}", *self.out, *(f"{ERROR_MARK}{line}".rstrip() for line in self.err), *status]


def steps_of(block: str) -> list[Step]:
    """The steps of a block; raises ValueError for a block that does not begin with a command."""
    steps: list[Step] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            steps.append(Step(line[2:]))
        elif not steps:
            raise ValueError(f"a transcript begins with a command, not with {line!r}")
        elif line.startswith(ERROR_MARK.rstrip()):
            steps[-1].err.append(line[len(ERROR_MARK) :])
        elif match := STATUS.fullmatch(line):
            steps[-1].status = int(match[1])
        else:
            steps[-1].out.append(line)
    return steps


def matches(expected: list[str], found: list[str]) -> bool:
    """Whether lines are the expected ones; `…` stands for any text in a line, and alone for any lines."""
    patterns = [
        r"(?:[^\n]*\n)*?" if line == "…" else re.escape(line).replace("…", r"[^\n]*?") + r"\n" for line in expected
    ]
    return re.fullmatch("".join(patterns), "".join(f"{line}\n" for line in found)) is not None


def run(step: Step, folder: Path) -> Step:
    """What `step` really gives, in `folder`, with nothing of the user's own set."""
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "NO_COLOR": "1",
        "COLUMNS": "80",
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        ["bash", "-c", step.command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return Step(step.command, done.stdout.splitlines(), done.stderr.splitlines(), done.returncode)


def laid_out(folder: Path) -> Path:
    """The folder in which a page runs: the demo export, under its short name and its own."""
    (folder / "fixtures").mkdir()
    shutil.copytree(ROOT / "fixtures" / "demo", folder / "fixtures" / "demo")
    shutil.copy(ROOT / "fixtures" / "demo" / "export.xml", folder / "export.xml")
    return folder


@pytest.mark.parametrize(
    "page", [page for page in PAGES if BLOCK.search(page.read_text("utf-8"))], ids=lambda page: page.stem
)
def test_transcripts_come_out_as_they_stand(page: Path, tmp_path: Path) -> None:
    """Every command of the page gives the output, the messages and the exit status that the page shows."""
    folder = laid_out(tmp_path)
    text = page.read_text(encoding="utf-8")
    for block in BLOCK.findall(text):
        shown = []
        for expected in steps_of(block):
            found = run(expected, folder)
            same = (
                expected.status == found.status
                and matches(expected.out, found.out)
                and matches(expected.err, found.err)
            )
            shown += (expected if same else found).lines()
            if not ACCEPT:
                assert same, "\n".join(["expected:", *expected.lines(), "found:", *found.lines()])
        text = text.replace(f"```console\n{block}```", "```console\n" + "".join(f"{line}\n" for line in shown) + "```")
    if ACCEPT:
        page.write_text(text, encoding="utf-8")


def test_the_readme_and_the_tutorial_have_transcripts() -> None:
    """The pages that a newcomer reads first are run."""
    for name in ("README.md", "docs/tutorial/first-conversion.md"):
        assert BLOCK.search((ROOT / name).read_text(encoding="utf-8")), name


def test_a_wrong_transcript_is_noticed(tmp_path: Path) -> None:
    """Output, messages and exit status all count; the wildcard stands for text, not for everything."""
    (step,) = steps_of("$ printf 'one\\ntwo\\n'; echo three >&2; exit 4\none\ntwo\n2> three\n=> 4\n")
    found = run(step, tmp_path)
    assert (step.out, step.err, step.status) == (found.out, found.err, found.status) == (["one", "two"], ["three"], 4)
    assert matches(["o…", "two"], found.out)
    assert matches(["…"], found.out)
    assert not matches(["one"], found.out)
    assert not matches(["…", "tw"], found.out)
    assert not matches(["one two"], found.out)
