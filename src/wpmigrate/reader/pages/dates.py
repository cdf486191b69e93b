"""When it was published, as machines are told: `<time>`, microformats, JSON-LD, `article:published_time`."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from .head import Head, moment_of_iso
from .regions import Apart
from .tree import HtmlElement, Tree, tokens_of

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HOUR = re.compile(r"\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?", re.IGNORECASE)
_UPDATED = frozenset({"updated", "dt-updated", "modified", "date-modified", "wp-block-post-date__modified-date"})
_PUBLISHED = frozenset({"published", "entry-date", "dt-published"})
_MICRO = ("published", "dt-published", "entry-date", "date")


def dates_of(tree: Tree, scopes: Iterable[HtmlElement], apart: Apart) -> list[tuple[datetime, str]]:
    """The moments of the first scope that names any, in order: `<time>`, then microformats and microdata."""
    for scope in scopes:
        found = [
            (moment, evidence)
            for element, evidence in _marked(tree, scope)
            if not apart.holds(element) and (moment := _moment(element)) is not None
        ]
        if found:
            return found
    return []


def _marked(tree: Tree, scope: HtmlElement) -> Iterable[tuple[HtmlElement, str]]:
    times = [node for node in tree.tagged(("time",), scope) if not _is_update(node)]
    first = [node for node in times if tokens_of(node) & _PUBLISHED or node.get("pubdate") is not None]
    for node in first or times:
        yield node, "time"
    for node in tree.classed(_MICRO, scope):
        if node.tag in ("abbr", "span") and node.get("title"):
            yield node, "microformat"
    for node in tree.tagged(("meta", "span", "div", "abbr"), scope):
        if node.get("itemprop") == "datePublished":
            yield node, "microdata"


def _is_update(node: HtmlElement) -> bool:
    """A time of the last change that is not the date of publication as well (themes give it both classes then)."""
    tokens = set(tokens_of(node))
    parent = node.getparent()
    if parent is not None:
        tokens |= tokens_of(parent)
    return bool(tokens & _UPDATED) and not tokens & _PUBLISHED


def _moment(node: HtmlElement) -> datetime | None:
    value = node.get("datetime") or node.get("content") or node.get("title") or ""
    found = moment_of_iso(value.replace(" +", "+"))
    if found is None and _DAY.fullmatch(value.strip()):
        return datetime.fromisoformat(value.strip())  # a day: midnight without an offset
    return found


def modified_of(tree: Tree, scope: HtmlElement, head: Head) -> datetime | None:
    """The moment of the last change."""
    told = head.article.get("dateModified")
    moment = moment_of_iso(told) if isinstance(told, str) else None
    if moment or (moment := head.moment("article:modified_time", "og:updated_time")):
        return moment
    changed = [node for node in tree.tagged(("time",), scope) if tokens_of(node) & _UPDATED]
    return next((moment for node in changed if (moment := _moment(node))), None)


def head_dates(head: Head) -> list[tuple[datetime, str]]:
    """What the head says for machines."""
    found: list[tuple[datetime, str]] = []
    told = head.article.get("datePublished")
    if isinstance(told, str) and (moment := moment_of_iso(told)):
        found.append((moment, "JSON-LD"))
    if moment := head.moment("article:published_time", "og:published_time"):
        found.append((moment, "article:published_time"))
    return found


def hour_beside(tree: Tree, scope: HtmlElement) -> str:
    """The hour that Twenty Ten and its kin put into the title of the permalink around the date."""
    for link in tree.tagged(("a",), scope):
        title = link.get("title", "").strip()
        if title and len(title) < 12 and "bookmark" in link.get("rel", "") and _HOUR.fullmatch(title):
            return title
    return ""


def best_date(dates: list[tuple[datetime, str]]) -> tuple[datetime, str] | None:
    """The first, told by the clock of the blog where another of them names the same moment with an offset."""
    if not dates:
        return None
    first, evidence = dates[0]
    if first.tzinfo is not None and first.utcoffset() == timedelta(0):
        for other, source in dates[1:]:
            if other.tzinfo is not None and other == first and other.utcoffset():
                return other, source
    return first, evidence
