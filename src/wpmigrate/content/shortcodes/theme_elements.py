"""Elements that a theme adds to a page builder, under names of its own: `[kvarn_icon_box title="…"]`.

In a body that a builder made, every shortcode is an element of it, or stands in for what the site makes anew (a form, the
latest posts). Those that only frame what they enclose, and those whose attributes can be shown whole, are opened.
"""

import re
from collections.abc import Container, Mapping
from collections.abc import Set as AbstractSet

from wpmigrate.content.code_ranges import CodeRanges
from wpmigrate.content.scene import Scene

from .grammar import Shortcode
from .layout import FAMILIES, PAIRED
from .layout_parts import shown_whole

#: A body of these builders holds nothing but elements.
_BUILDERS = ("vc_row", "vc_section", "et_pb_section", "fusion_builder_container")
_TAG = re.compile(r"\[(?<!\[\[)(/?)([a-z][a-z0-9]*(?:[_-][a-z0-9]+)*)(\s[^\[\]]*|/)?\](?!\])")
#: What an element is called that shows what its attributes say, and what one that the site makes anew.
_ELEMENT = re.compile(
    r"heading|title|text|icon|list|member|person|team|testimonial|quote|button|btn|image|img|photo|picture|logo|banner|box"
    r"|price|pricing|toggle|accordion|tab|feature|service|client|partner|step|callout|cta|message|alert|item|slide$"
)
_DYNAMIC = re.compile(
    r"form|post|portfolio|product|blog|news|event|map|menu|search|login|cart|checkout|recent|latest|categor|tweet|feed"
    r"|subscribe|archive|related|slider|shop|course"
)

_IN_LINE = re.compile(r"highlight|dropcap|tooltip|popover|text_link|abbr")
#: What ends a paragraph when it is shown.
_BLOCK = re.compile(r"<(?:p|h[1-6]|hr|figure|ul)\b")
#: `layout` opens these, whatever they say.
_FAMILIES = tuple(f"{family}_" for family in FAMILIES)


def open_theme_elements(
    text: str, met: AbstractSet[str], known: Container[str], keep: Mapping[str, object], scene: Scene
) -> str:
    """The text with such elements replaced by what they show. `met` are its `bracket_names`."""
    if not any(name in met for name in _BUILDERS):
        return text
    names = {
        name
        for name in met
        if name not in known
        and name not in keep
        and not name.startswith(("/", *_FAMILIES))
        and not (name in PAIRED and f"/{name}" in met)
    }
    if not names:
        return text
    code = CodeRanges(text)
    #: Of each name, innermost last: what follows the element, or None for one that stays.
    open_: dict[str, list[str | None]] = {}

    def tag(found: re.Match[str]) -> str:
        name, attributes = found[2], (found[3] or "").rstrip("/")
        if name not in names or code.holds(found.start()):
            return found[0]
        if found[1]:
            behind = open_[name].pop() if open_.get(name) else None
            return found[0] if behind is None else _apart(name, behind)
        encloses = f"/{name}" in met
        if not encloses and (_ELEMENT.search(name) is None or _DYNAMIC.search(name) is not None):
            return found[0]
        shown = shown_whole(Shortcode(name, attributes, "" if encloses else None, 0, 0), scene)
        if encloses:
            open_.setdefault(name, []).append(shown[1] if shown else None)
        if shown is None:
            return found[0]
        return _apart(name, shown[0]) if encloses or _BLOCK.search(shown[0]) else f" {shown[0]} "

    return _TAG.sub(tag, text)


def _apart(name: str, shown: str) -> str:
    """What an element shows at one of its ends, in paragraphs of its own."""
    return shown if _IN_LINE.search(name) else f"\n\n{shown}\n\n"
