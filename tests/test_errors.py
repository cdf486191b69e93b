"""Errors: one clear sentence with its place, its code and what to do."""

from wpmigrate.errors import InputError, OutputError, UsageError


def test_an_error_reads_as_sentences() -> None:
    """Place, code, message and advice; a full stop stands between the last two."""
    error = InputError("the file is empty", code="WXR001", file="a.xml", line=3, advice="Export again.")
    assert str(error) == "a.xml:3: WXR001 the file is empty. Export again."
    assert str(UsageError("which one?", advice="Name it.")) == "which one? Name it."


def test_what_is_not_known_is_left_out() -> None:
    """A message alone stays as it is."""
    assert str(UsageError("no")) == "no"
    assert str(OutputError("the disk is full", file="out")) == "out: the disk is full"


def test_errors_carry_their_exit_status() -> None:
    """2 for what is refused."""
    assert [error.exit_status for error in (UsageError, InputError, OutputError)] == [2, 2, 2]
