"""The documentation says what is true: generated parts are up to date, examples run, links lead somewhere."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:)([^)\s#]*)(#[^)\s]*)?\)")
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


def name(page: Path) -> str:
    """The path of a page in the project."""
    return page.relative_to(ROOT).as_posix()


def anchors(page: Path) -> set[str]:
    """The anchors that a Markdown reader makes of the headings: lower case, blanks as hyphens, no punctuation."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text)}


def test_generated_parts_are_up_to_date() -> None:
    """Every command, option, code, status, type, target and field is documented as it is: `make docs` is a no-op."""
    command = [sys.executable, str(ROOT / "tools" / "reference_docs.py"), "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    """Links between pages lead to files and headings that exist."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for target, anchor in LINK.findall(text):
        to = (page.parent / target).resolve() if target else page
        assert to.exists(), f"{name(page)}: {target}"
        if anchor:
            assert anchor[1:] in anchors(to), f"{name(page)}: {target}{anchor}"


@pytest.mark.parametrize(
    ("page", "code"),
    [pytest.param(page, code, id=name(page)) for page in PAGES for code in PYTHON.findall(page.read_text("utf-8"))],
)
def test_python_examples_run(page: Path, code: str, tmp_path: Path) -> None:
    """A Python example runs as it stands, beside the demo export; where it ends with `# → text`, that is printed."""
    shutil.copy(ROOT / "fixtures" / "demo" / "export.xml", tmp_path / "export.xml")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-X", "utf8", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, ""), name(page)
    assert done.stdout.splitlines() == re.findall(r"# → (.*)$", code, re.MULTILINE)


def test_every_decision_has_its_parts() -> None:
    """A decision says its status, its context, what was decided and what follows; numbers have no gap."""
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [page.name[:4] for page in pages] == [f"{number:04}" for number in range(1, len(pages) + 1)]
    for page in pages:
        assert {"context", "decision", "consequences"} <= anchors(page), page.name
        assert re.search(r"^Status: (accepted|superseded by \d{4})$", page.read_text("utf-8"), re.MULTILINE), page.name
