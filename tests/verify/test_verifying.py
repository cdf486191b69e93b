"""Verify finds what an output lost, and nothing where nothing is lost."""

from pathlib import Path

import pytest

from wpmigrate import convert
from wpmigrate.errors import EXIT_DONE, EXIT_FINDINGS
from wpmigrate.verify import Verification, verify

DEMO = Path(__file__).parents[2] / "fixtures" / "demo" / "export.xml"
POST = "posts/rye-bread-a-table-of-times.md"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The demo export, converted."""
    convert([DEMO], tmp_path / "out")
    return tmp_path / "out"


def damaged(out: Path, before: str, after: str) -> Verification:
    """The verification of an output in which one text was changed."""
    file = out / POST
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")
    return verify([DEMO], out)


def test_a_conversion_of_ours_loses_nothing(out: Path) -> None:
    """Every item is compared and none differs."""
    found = verify([DEMO], out)
    assert found.checked == len([*out.glob("posts/*.md"), *out.glob("pages/**/*.md"), *out.glob("drafts/*.md")])
    assert (found.with_loss, found.exit_status()) == (0, EXIT_DONE)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Rye wants time, not work.", "Rye wants time.", "words"),
        ("(surdeg-for-otaliga.md)", "(elsewhere.md)", "links"),
        ("/2025/10/limpa.jpg", "/2025/10/other.jpg", "images"),
        ("| Dough | 4 |", "| 4 | Dough |", "tables"),
        ("## What you need", "### What you need", "headings"),
        ("500 g rye flour", "flour rye g 500", "order"),
    ],
)
def test_each_kind_of_damage_is_found(out: Path, before: str, after: str, kind: str) -> None:
    """A dropped word, a lost link or picture, swapped cells, another heading, words in another order."""
    found = damaged(out, before, after)
    assert [verdict.path for verdict in found.verdicts] == [POST]
    assert kind in {difference.kind for difference in found.verdicts[0].differences}


def test_a_missing_file_is_a_loss(out: Path) -> None:
    """It is named, and the status is 1."""
    (out / POST).unlink()
    found = verify([DEMO], out)
    assert (found.with_loss, found.exit_status()) == (1, EXIT_FINDINGS)
