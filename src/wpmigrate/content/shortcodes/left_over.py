"""Shortcodes that no table knows: they stay as text, as in WordPress without the plugin, and are counted."""

import re
from collections.abc import Container, Iterator
from collections.abc import Set as AbstractSet

from wpmigrate.content.code_ranges import CodeRanges
from wpmigrate.content.scene import Scene

#: Patterns begin with their bracket, and look behind it after that: only so are they fast.
_OPENING = re.compile(r"\[(?<!\[\[)([a-zA-Z][a-zA-Z0-9_-]+)(\s[^\[\]]*|/|)\](?!\()")
_CLOSING = re.compile(r"\[/([a-zA-Z][\w-]*)\]")
_PAIR = re.compile(r"\b[\w-]+\s*=\s*(?:[\"'”“″]|&quot;|&#\d+;|[\w#./-])")
_TAG = re.compile(r"<[^<>]*>")
_JOINED = re.compile(r"[a-zA-Z]{2,}[_-][a-zA-Z]")


def count_left_over(html: str, met: AbstractSet[str], known: Container[str], scene: Scene) -> None:
    """Count what looks like a shortcode and is none of the known ones; `met` are the `bracket_names` of the HTML."""
    for name in left_over(html, met, known):
        scene.count("WXR501", name)


def left_over(html: str, met: AbstractSet[str], known: Container[str]) -> Iterator[str]:
    """The name of each that looks like a shortcode: it has attributes or a closing tag, or its name has several parts.

    A lone word in brackets is mostly just a word, and so is anything in code; a link in brackets has attributes of its own.
    """
    unknown = [name for name in met if len(name) > 1 and name[0] != "/" and name not in known]
    if not unknown:
        return
    closed = set(_CLOSING.findall(html)) if any(f"/{name}" in met for name in unknown) else set()
    code: CodeRanges | None = None
    for found in _OPENING.finditer(html):
        name, attributes = found[1], found[2]
        if name in known:
            continue
        if attributes and "<" in attributes:
            attributes = _TAG.sub("", attributes)
        if (attributes and _PAIR.search(attributes)) or name in closed or _JOINED.match(name):
            code = code or CodeRanges(html)
            if not code.holds(found.start()):
                yield name
