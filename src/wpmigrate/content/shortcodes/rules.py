"""Rules of the user for shortcodes: keep, drop, unwrap, or a template."""

import re
from html import escape

from .grammar import Shortcode

_SLOT = re.compile(r"\{(content|attr:([\w-]+))\}")


def apply(rule: str, code: Shortcode, content: str) -> str | None:
    """HTML by a rule; `content` is what the shortcode encloses, already shown. None: it stays as it stands."""
    if rule == "keep":
        return None
    if rule == "drop":
        return ""
    if rule == "unwrap":
        return content
    attributes = code.attributes

    def slot(found: re.Match[str]) -> str:
        return content if found[1] == "content" else escape(attributes.get(found[2].lower(), ""))

    return _SLOT.sub(slot, rule)
