"""Links that hold neither words nor a picture: an icon, drawn by a font or a style, stood in them, or nothing did.

Without the icon no reader finds them. Their label is said instead (HTML-AAM 1.0, 4.1.3: what browsers call them); without
one, the address.
"""

from collections.abc import Iterable

from wpmigrate.html import BLOCK, HtmlElement

from .addresses import host_and_path
from .hosts import is_host_in

#: What shows something though it holds no text.
_SHOWN = frozenset({"img", "picture", "iframe", "video", "audio", "object", "embed", "input", "canvas", "pre", "hr"})


def say_label(link: HtmlElement) -> None:
    """Give a link around an icon, or around nothing but with a label for that, the words of its label."""
    label = _one_line(link.get("aria-label")) or (_one_line(link.get("title")) if len(link) else "")
    if label and not _shows(link):
        link.text = label
        link.attrib.pop("title", "")


def say_words(silent: Iterable[HtmlElement], root: HtmlElement, own_hosts: frozenset[str]) -> None:
    """Give the links of `silent` their title for words, or their address if they lead to other sites or write to somebody.

    Those that stand beside words say nothing and meant nothing: an editor left them. Nor do those do whose address
    another link of the body has.
    """
    told = {link.get("href") for link in root.iter("a") if _shows(link)}
    is_telling: dict[HtmlElement, bool] = {}
    for link in silent:
        words = _words(link, own_hosts)
        if not words or link.get("href") in told:
            continue
        line = _line_of(link, root)
        if line not in is_telling:
            is_telling[line] = _shows(line)
        if not is_telling[line]:
            link.text = words
            link.attrib.pop("title", "")


def _words(link: HtmlElement, own_hosts: frozenset[str]) -> str:
    if title := _one_line(link.get("title")):
        return title
    address = link.get("href") or ""
    scheme, _, rest = address.partition(":")
    if scheme.lower() in ("mailto", "tel"):
        return rest.partition("?")[0]
    host, _ = host_and_path(address)
    return address if host and scheme.lower() in ("http", "https") and not is_host_in(host, own_hosts) else ""


def _one_line(label: str | None) -> str:
    return " ".join((label or "").split())


def _line_of(link: HtmlElement, root: HtmlElement) -> HtmlElement:
    node = link
    while (parent := node.getparent()) is not None and node is not root:
        node = parent
        if node.tag in BLOCK:
            break
    return node


def _shows(element: HtmlElement) -> bool:
    return any(text.strip() for text in element.itertext()) or next(element.iter(*_SHOWN), None) is not None
