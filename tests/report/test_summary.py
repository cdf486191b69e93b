"""The lines that end a run."""

from collections import Counter

import pytest

from wpmigrate.diagnostics import Diagnostic, Severity
from wpmigrate.report import Summary, summary_lines


@pytest.mark.parametrize(("drafts", "said"), [(1, "1 of them as a draft,"), (2, "2 of them as drafts,")])
def test_drafts_are_counted_in_words_that_fit(drafts: int, said: str) -> None:
    """One is a draft, more are drafts."""
    lines = summary_lines(Summary(read=3, written=3, drafts=drafts), [], how_to_look="")
    assert lines[1].strip().startswith(said)


@pytest.mark.parametrize(
    ("number", "said"), [(0, "(2 pages)"), (1, "(2 pages) with 1 comment"), (9, "with 9 comments")]
)
def test_comments_that_came_along_are_counted(number: int, said: str) -> None:
    """In the line of what was written."""
    summary = Summary(read=3, written=2, types=Counter(page=2), comments=number)
    assert summary_lines(summary, [], how_to_look="")[0].endswith(said)


def test_an_example_is_cut_where_it_would_fill_the_screen() -> None:
    """A message that lists every id keeps its place and loses its end, which the report has."""
    long = "the gallery names " + ", ".join(str(one) for one in range(400))
    found = Diagnostic("WXR506", long, Severity.WARNING, "a.xml", 7)
    (line,) = (
        line for line in summary_lines(Summary(codes=Counter(WXR506=1)), [found], how_to_look="") if "WXR506" in line
    )
    assert len(line) < 220
    assert line.endswith("… (a.xml:7)")
