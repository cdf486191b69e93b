"""What earlier runs wrote is known by path and digest."""

import hashlib

import pytest

from wpmigrate.output.ledger import Ledger, journal_lines, read_journal

ONE, TWO, THREE = (hashlib.sha256(text).digest() for text in (b"1", b"2", b"3"))


def test_a_path_may_hold_what_any_run_wrote() -> None:
    """Manifest and journal may name two contents for one path; both are ours, a third is not."""
    ledger = Ledger()
    ledger.add("a", ONE)
    ledger.add("a", TWO)
    ledger.add("a", ONE)
    assert ledger.has("a", ONE)
    assert ledger.has("a", TWO)
    assert not ledger.has("a", THREE)
    assert not ledger.has("a", ONE[16:] + TWO[:16])
    assert not ledger.has("b", ONE)
    assert ledger.latest("a") == TWO
    assert list(ledger) == ["a"]


def test_no_digest_is_refused() -> None:
    """What is not 32 bytes would shift all others."""
    with pytest.raises(ValueError, match="SHA-256"):
        Ledger().add("a", b"x")


def test_other_spelling() -> None:
    """A path is found by what a folding system takes it for, also after another was added."""
    ledger = Ledger()
    ledger.add("Posts/Å.md", ONE)
    assert ledger.other_spelling("posts/a\u030a.md") == "Posts/Å.md"
    assert ledger.other_spelling("b") is None
    ledger.add("B", ONE)
    assert ledger.other_spelling("b") == "B"


def test_journal_survives_a_torn_line() -> None:
    """A line that a kill cut short harms neither those before nor those after."""
    first, second = journal_lines([("a", ONE), ("å\n", TWO)]), journal_lines([("c", THREE)])
    for cut in range(len(first)):
        found = list(read_journal((first[:cut] + second).splitlines()))
        assert found[-1] == ("c", THREE)
        assert found[:-1] == [("a", ONE), ("å\n", TWO)][: len(found) - 1]
    assert list(read_journal((first + second).splitlines())) == [("a", ONE), ("å\n", TWO), ("c", THREE)]


@pytest.mark.parametrize(
    "line", [b"null", b"[]", b'{"path": 1, "sha256": "' + b"00" * 32 + b'"}', b'{"path": "a", "sha256": "00"}', b"\xff"]
)
def test_journal_passes_over_what_is_no_row(line: bytes) -> None:
    """Garbage names no file of ours."""
    assert list(read_journal([line])) == []
