"""Sequences whose members are made when they are asked for behave as tuples do."""

import pytest

from wpmigrate.model.made import MadeSequence


class Squares(MadeSequence[int]):
    """0, 1, 4, 9, 16."""

    def __len__(self) -> int:
        return 5

    def _made(self, position: int) -> int:
        return position * position


def test_members_are_found_from_both_ends_and_in_slices() -> None:
    """Forwards, backwards, and not beyond."""
    found = Squares()
    assert (found[1], found[-1], found[1:4:2], list(found), list(reversed(found)), 9 in found) == (
        *(1, 16, [1, 9]),
        [0, 1, 4, 9, 16],
        [16, 9, 4, 1, 0],
        True,
    )
    for beyond in (5, -6):
        with pytest.raises(IndexError):
            found[beyond]
