"""JSON-LD of a page: the article that plugins and themes describe for search engines (schema.org)."""

import json
from collections.abc import Iterator
from typing import Any

_ARTICLES = frozenset({"Article", "BlogPosting", "NewsArticle", "TechArticle", "SocialMediaPosting", "Report"})
_DEEPEST = 12


def article_in(scripts: list[str]) -> dict[str, Any]:
    """The first article of the page's JSON-LD with its author's name as `author`; empty when there is none.

    What is no JSON is passed over: it is a hint beside the page, and browsers ignore it as well.
    """
    nodes = [node for script in scripts for node in _nodes(_loaded(script), 0)]
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    for node in nodes:
        if _ARTICLES & _types(node):
            return {**node, "author": _name(node.get("author"), named)}
    return {}


def _loaded(script: str) -> Any:
    try:
        return json.loads(script.strip(), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects in it, a graph's members included."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for part in value:
            yield from _nodes(part, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "author"):
            if isinstance(value.get(key), dict | list):
                yield from _nodes(value[key], depth + 1)


def _types(node: dict[str, Any]) -> set[str]:
    kind = node.get("@type")
    return {kind} if isinstance(kind, str) else {part for part in kind or () if isinstance(part, str)}


def _name(author: Any, named: dict[str, dict[str, Any]]) -> str:
    """The name of an author: a text, an object, the first of a list, or what an `@id` refers to."""
    if isinstance(author, list):
        author = author[0] if author else ""
    if isinstance(author, dict):
        author = author.get("name") or named.get(str(author.get("@id")), {}).get("name") or ""
    return author.strip() if isinstance(author, str) else ""
