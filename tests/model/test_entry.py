"""What an entry says about itself."""

import pytest

from wpmigrate.model import Entry, SiteIndex


@pytest.mark.parametrize(
    ("status", "has_password", "skipped", "is_hidden"),
    [
        ("publish", False, None, False),
        ("private", False, None, False),
        ("publish", False, "not chosen", False),
        ("inherit", False, "attachment", False),
        ("publish", True, "protected", True),
        ("private", False, "private", True),
        ("future", False, "not chosen", True),
    ],
)
def test_what_was_not_public_and_is_left_out_is_hidden(
    status: str, has_password: bool, skipped: str | None, is_hidden: bool
) -> None:
    """What is written was asked for; what everybody could see may be told."""
    entry = Entry(number=0, id="1", post_id=1, type="post", status=status, has_password=has_password, skipped=skipped)
    SiteIndex().entries.take(entry)
    assert entry.is_hidden is is_hidden
