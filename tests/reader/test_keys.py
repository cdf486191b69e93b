"""Types and statuses, whatever their form; and what they hide."""

import pytest

from wpmigrate.reader.keys import SECRET, key_of, secrecy_of


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("publish", "publish"),
        ("Private", "private"),
        ("TRASH", "trash"),
        ("private\u200b", "private"),
        ("auto-draft.", "auto-draft"),
        ("Published", "Published"),
        ("Nav_Menu_Item", "nav_menu_item"),
        ("Recipe", "Recipe"),
        ("", ""),
    ],
)
def test_keys(text: str, key: str) -> None:
    """WordPress's own are known in any form; others are a plugin's, and stay as they are."""
    assert key_of(text) == key


@pytest.mark.parametrize(
    ("status", "secrecy"),
    [
        ("publish", 0),
        ("Publish", 0),
        ("inherit", 0),
        ("draft", 1),
        ("of-a-plugin", 1),
        ("", 1),
        ("private", SECRET),
        ("Private", SECRET),
        ("trash\u00ad", SECRET),
        ("spam", SECRET),
        ("auto-draft", SECRET),
    ],
)
def test_how_secret_a_status_is(status: str, secrecy: int) -> None:
    """Public, not public, left out unless asked for."""
    assert secrecy_of(status) == secrecy
