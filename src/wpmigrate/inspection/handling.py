"""How `convert` handles a block or a shortcode of a name, in the words of the tables of the content."""

from wpmigrate.content.blocks import BY_NAME, OTHER
from wpmigrate.content.shortcodes import BEFORE_PARAGRAPHS, KNOWN

STAYS_AS_TEXT = "stays as text, and is named"


def handling_of_block(name: str) -> str:
    """What a block becomes."""
    return BY_NAME.get(name, OTHER).summary


def handling_of_shortcode(name: str) -> str:
    """What a shortcode becomes."""
    handler = KNOWN.by_name.get(name)
    if handler is not None:
        return handler.summary
    for stage in BEFORE_PARAGRAPHS:
        for known in stage.names:
            if name == known or (known.endswith("*") and name.startswith(known[:-1])):
                return stage.summary
    return STAYS_AS_TEXT
