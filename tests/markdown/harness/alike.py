"""What makes two documents the same to a reader, although their trees differ.

A line is compared as it looks: each character with the marks it stands in. So bold next to bold is bold, bold in italics is
italics in bold, and two pieces of code that touch are one. Of points nobody can see whether they are bold.
"""

from dataclasses import fields, is_dataclass
from html import unescape
from typing import Any, get_args

from markdown_it.common.normalize_url import normalizeLink

from wpmigrate.markdown.ast import CodeSpan, Emphasis, Inline, Strike, Strong, Text
from wpmigrate.markdown.escaping import destination

_INLINES = get_args(Inline)
#: What stands outside of marks next to a letter, whether it stood in them or not.
_POINTS = ".,;:、。，；："


def alike(node: object, keys: dict[object, int] | None = None, marks: frozenset[str] = frozenset()) -> object:
    """A tree to compare: lines as they look, addresses as readers encode them, footnotes numbered.

    `keys` are the numbers of the footnotes so far, `marks` those that a part of a line stands in.
    """
    keys = {} if keys is None else keys
    if isinstance(node, list):
        return [each for part in node for each in _parts(part, keys, marks)]
    if not is_dataclass(node):
        return node
    values: dict[str, object] = {
        each.name: alike(getattr(node, each.name), keys, marks) for each in fields(node) if each.compare
    }
    if "url" in values:
        values["url"] = normalizeLink(unescape(destination(str(values["url"]))))
    if "key" in values:
        values["key"] = keys.setdefault(values["key"], len(keys))
    return (type(node).__name__, values)


def _parts(node: object, keys: dict[object, int], marks: frozenset[str]) -> list[Any]:
    """What a part of a list is compared by: the characters of a text, the parts of a mark, the node itself."""
    if isinstance(node, Text):
        return [(char, frozenset() if char in _POINTS else marks) for char in node.text]
    if isinstance(node, CodeSpan):
        return [(char, marks | {"CodeSpan"}) for char in node.text]
    if isinstance(node, (Emphasis, Strong, Strike)):
        return [each for child in node.children for each in _parts(child, keys, marks | {type(node).__name__})]
    done = alike(node, keys, marks)
    return [(done, marks)] if isinstance(node, _INLINES) else [done]
