"""Types and statuses as WordPress writes them, and what they hide."""

import re

from wpmigrate.model.entry import PUBLIC_STATUSES

_KEYS = frozenset(
    {"publish", "private", "draft", "pending", "future", "trash", "spam", "inherit", "auto-draft"}
    | {"post", "page", "attachment", "nav_menu_item", "revision", "custom_css", "wp_block"}
)
_NOT_OF_KEYS = re.compile(r"[^a-z0-9_-]")

_SECRET_STATUSES = frozenset({"private", "trash", "spam", "auto-draft"})
SECRET = 2
"""How secret an item is that is left out unless it is asked for."""


def key_of(text: str) -> str:
    """A status or type as WordPress writes it, where that is one of its own in another case or among signs.

    `sanitize_key` makes keys of them: what hides in `Private` or behind an invisible sign must not go out.
    """
    if text in _KEYS:
        return text
    key = _NOT_OF_KEYS.sub("", text.lower())
    return key if key in _KEYS else text


def secrecy_of(status: str) -> int:
    """0 for what everybody could see, `SECRET` for what nobody is to see, 1 for anything else."""
    key = key_of(status)
    return SECRET if key in _SECRET_STATUSES else int(key not in PUBLIC_STATUSES)
