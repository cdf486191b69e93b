"""`cycles`: circles of parents."""

from hypothesis import given
from hypothesis import strategies as st

from wpmigrate.rules.cycles import cycles


def test_circles_and_what_hangs_below() -> None:
    """Each circle once; tails and trees are in none."""
    assert cycles({1: 2, 2: 3, 3: 2, 4: 4, 5: 6, 7: 1}) == [[2, 3], [4]]
    assert cycles({}) == []


@given(st.dictionaries(st.integers(0, 8), st.integers(0, 8)))
def test_members_come_back_to_themselves(parent_of: dict[int, int]) -> None:
    """Exactly those keys are found from which the parents lead back."""
    found = {key for circle in cycles(parent_of) for key in circle}
    for start, parent in parent_of.items():
        key = parent
        for _ in range(9):
            if key == start or key not in parent_of:
                break
            key = parent_of[key]
        assert (key == start) == (start in found)
