"""`html="keep"`: the body stays as it is, but for what runs code."""

import re

from lxml import etree

from wpmigrate.html import HtmlElement, drop, is_safe_image_url, is_safe_url

from .addresses import original_address, shown_address
from .handlers.noscript import noscript
from .state import IN_LINE, State, count_below

_PROGRAMS = frozenset({
    "script", "object", "embed", "applet", "meta", "base", "link", "template", "svg", "math", "frame", "frameset",
    "xml", "noframes", "plaintext",
})  # fmt: skip
_ADDRESSES = frozenset({
    "href", "src", "action", "formaction", "poster", "background", "cite", "data", "longdesc", "usemap", "xlink:href",
    "ping", "manifest", "classid", "codebase", "profile", "icon", "lowsrc", "dynsrc",
})  # fmt: skip
_NAME = re.compile(r"[a-z_][\w.-]*", re.ASCII)
#: Ways in which old browsers ran code from a style.
_RUNS = re.compile(r"expression|javascript|vbscript|behaviou?r|-moz-binding|@import|\\|/\*", re.IGNORECASE)


def keep_html(state: State) -> None:
    """Take out scripts, programs, handlers and unsafe addresses; all else stays, whatever it looks like."""
    nodes = list(state.root.iterdescendants())
    position = 0
    while position < len(nodes):
        element = nodes[position]
        position += 1
        tag: object = element.tag
        if tag is etree.Comment:
            if (element.text or "").lstrip().startswith("["):
                drop(element)
        elif not isinstance(tag, str):
            drop(element)
        elif tag in _PROGRAMS:
            position += count_below(element)
            if tag == "script":
                state.account.note("WXR510", element.get("src") or "")
            else:
                state.account.note_element(element, element.get("src") or element.get("data") or "")
                state.account.leave_out(element, tag)
            drop(element)
        elif tag == "noscript":
            position += noscript(element, state)
        elif tag == "form":
            element.attrib.clear()
            element.tag = "div"
        else:
            _attributes(element, tag, state)
    etree.strip_tags(state.root, IN_LINE)


def _attributes(element: HtmlElement, tag: str, state: State) -> None:
    if tag == "style" and _RUNS.search(element.text or ""):
        state.account.note("WXR513")
        drop(element)
        return
    if tag == "img":
        address = shown_address(element)
        if address:
            element.set("src", original_address(address, state.options))
            element.attrib.pop("srcset", "")
    for name in map(str, element.keys()):
        if not _may_stay(name, element.get(name) or "", tag):
            state.account.note("WXR511")
            del element.attrib[name]


def _may_stay(name: str, value: str, tag: str) -> bool:
    if name.startswith("on") or name == "srcdoc" or (_NAME.fullmatch(name) is None and ":" not in name):
        return False
    if name in _ADDRESSES:
        return is_safe_image_url(value) if (tag, name) == ("img", "src") else is_safe_url(value)
    if name == "srcset":
        return all(is_safe_image_url(part.strip()) for part in value.split(", "))
    return name != "style" or _RUNS.search(value) is None
