"""Rules of the user for shortcodes: keep, drop, unwrap, a template, or a function of a plug-in."""

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import TypeAlias

from wpmigrate.content.scene import Scene

from .grammar import Shortcode

ShortcodeFunction: TypeAlias = Callable[[Mapping[str, str], str], str | None]
"""From the attributes (positional ones are "0", "1" …) and what is enclosed, already shown, to HTML; None: as it stands."""

_SLOT = re.compile(r"\{(content|attr:([\w-]+))\}")


def apply(rule: str | ShortcodeFunction, code: Shortcode, content: str, scene: Scene) -> str | None:
    """HTML by a rule; `content` is what the shortcode encloses, already shown. None: it stays as it stands."""
    if not isinstance(rule, str):
        return _called(rule, code, content, scene)
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


def _called(function: ShortcodeFunction, code: Shortcode, content: str, scene: Scene) -> str | None:
    """What a function of a plug-in gives. Whatever goes wrong in it is named and costs one shortcode, not the post."""
    try:
        html = function(dict(code.attributes), content)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - the code of others
        scene.gather("WXR524", f"{type(error).__name__}: {error}", name=code.name, near=f"[{code.name}")
        return None
    given: object = html
    if given is not None and not isinstance(given, str):
        scene.gather("WXR524", f"it gave {type(given).__name__}, not text", name=code.name, near=f"[{code.name}")
        return None
    return html
