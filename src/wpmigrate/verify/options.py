"""What the caller may choose about verifying."""

from dataclasses import dataclass
from typing import Literal

from wpmigrate.content import ShortcodeFunction


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyOptions:
    """How an output is judged. What changes the content must be as it was when the output was made."""

    #: How the file of an item is found: by wpmigrate's manifest, or by its slug (the output of other tools).
    map: Literal["manifest", "slug"] = "manifest"
    #: The user's rules for shortcodes, (name, rule), and mending of text that was encoded twice.
    shortcodes: tuple[tuple[str, str | ShortcodeFunction], ...] = ()
    fix_mojibake: bool = False
    #: Worker processes; None: as many as cores, none for small exports.
    jobs: int | None = None
