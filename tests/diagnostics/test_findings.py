"""Findings packed: a list of them, sorted."""

from random import Random

import pytest

from wpmigrate.diagnostics import Diagnostic, Findings, Severity

SORTED = [
    Diagnostic("WXR711", "about the site", Severity.INFO),
    Diagnostic("WXR522", "a", Severity.INFO, "a.xml", 3, None, "9" * 5_000),
    Diagnostic("WXR522", "a", Severity.INFO, "a.xml", 3, None, "hem"),
    Diagnostic("WXR501", "b", Severity.WARNING, "a.xml", 3, 1, "9"),
    Diagnostic("WXR522", "\ud800", Severity.INFO, "a.xml", None, 70_000, "9"),
    Diagnostic("WXR522", "å", Severity.ERROR, "a.xml", 1 << 40, 7, "10"),
    Diagnostic("WXR101", "å", Severity.ERROR, "b.xml"),
]


def test_findings_are_a_sequence() -> None:
    """What was put in comes out."""
    found = Findings(SORTED[:2])
    found.extend(SORTED[2:])
    assert (list(found), len(found), found[-1], found[1:3]) == (SORTED, len(SORTED), SORTED[-1], SORTED[1:3])
    with pytest.raises(IndexError):
        found[len(SORTED)]


def test_their_order_does_not_depend_on_that_of_the_items() -> None:
    """By file, number, name, code and message."""
    for seed in range(10):
        shuffled = SORTED.copy()
        Random(seed).shuffle(shuffled)
        found = Findings(shuffled)
        found.sort()
        found.extend(SORTED[:1])
        assert list(found) == [*SORTED, SORTED[0]]
