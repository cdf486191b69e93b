"""What makes two documents the same to a reader, although their trees differ."""

from dataclasses import fields, is_dataclass
from html import unescape
from typing import Any

from markdown_it.common.normalize_url import normalizeLink

from wpmigrate.markdown.escaping import destination

#: What looks the same in one piece as in two that touch.
_JOINED = {"Text": "text", "Emphasis": "children", "Strong": "children", "Strike": "children"}


def alike(node: object, keys: dict[object, int] | None = None) -> object:
    """A tree to compare: addresses as readers encode them, footnotes numbered, touching marks of one kind as one.

    `keys` are the numbers of the footnotes so far.
    """
    keys = {} if keys is None else keys
    if isinstance(node, list):
        return _joined([alike(each, keys) for each in node])
    if not is_dataclass(node):
        return node
    values: dict[str, object] = {
        each.name: alike(getattr(node, each.name), keys) for each in fields(node) if each.compare
    }
    if "url" in values:
        values["url"] = normalizeLink(unescape(destination(str(values["url"]))))
    if "key" in values:
        values["key"] = keys.setdefault(values["key"], len(keys))
    return _in_order((type(node).__name__, values))


def _in_order(node: tuple[str, dict[str, Any]]) -> tuple[str, dict[str, Any]]:
    """Bold around nothing but italics is italics around bold."""
    name, values = node
    if name == "Strong" and [child[0] for child in values["children"]] == ["Emphasis"]:
        return "Emphasis", {"children": [("Strong", values["children"][0][1])]}
    return node


def _joined(nodes: list[Any]) -> list[Any]:
    """Bold next to bold is bold, and so are other marks."""
    done: list[Any] = []
    for node in nodes:
        last = done[-1] if done else None
        if last and isinstance(node, tuple) and node[0] == last[0] and node[0] in _JOINED:
            name = _JOINED[node[0]]
            joined = last[1][name] + node[1][name]
            done[-1] = (node[0], {name: joined if name == "text" else _joined(joined)})
        else:
            done.append(node)
    return done
