"""How `convert` handles a block or a shortcode of a name, in the words of the tables of the content."""

from collections.abc import Mapping

from wpmigrate.content.blocks import BY_NAME, OTHER
from wpmigrate.content.shortcodes import BEFORE_PARAGRAPHS, KNOWN

_BY_RULE: Mapping[object, str] = {
    "keep": "stays as text, by your rule",
    "drop": "left out with what it encloses, by your rule",
    "unwrap": "what it encloses stays, by your rule",
}
STAYS_AS_TEXT = "stays as text, and is named"


def handling_of_block(name: str) -> str:
    """What a block becomes."""
    return BY_NAME.get(name, OTHER).summary


def handling_of_shortcode(name: str, rules: Mapping[str, object]) -> str:
    """What a shortcode becomes; `rules` are the user's own: words, templates, functions of a plug-in."""
    if name in rules:
        return _BY_RULE.get(rules[name], "your template" if isinstance(rules[name], str) else "your plug-in")
    handler = KNOWN.by_name.get(name)
    if handler is not None:
        return handler.summary
    for stage in BEFORE_PARAGRAPHS:
        for known in stage.names:
            if name == known or (known.endswith("*") and name.startswith(known[:-1])):
                return stage.summary
    return STAYS_AS_TEXT
