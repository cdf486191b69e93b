"""What a finding says of its place."""

import pytest

from wpmigrate.diagnostics import diagnose, in_part, part_of


@pytest.mark.parametrize("part", ["excerpt", "comment 12", "comment -1"])
def test_a_message_says_which_part_of_an_item_it_is_about(part: str) -> None:
    """And is read back; a message about the body names none."""
    found = diagnose("WXR518", number=1)
    assert part_of(in_part(found, part).message) == part
    assert part_of(found.message) == ""
