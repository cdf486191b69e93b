"""Shortcodes inside of tags and comments: WordPress keeps them apart from those of the text.

Source: `do_shortcodes_in_html_tags()`. Comments are never looked into; an attribute takes the result of a shortcode
only where the result is a harmless value.
"""

import re
from collections.abc import Callable

from wpmigrate.content.html_split import elements, in_comments

_MAYBE = re.compile(r"<[^<>\[\]]*+[\[\]]")
_TAG = re.compile(r"(<\s*[a-zA-Z0-9]+\s*)(.*?)(\s*/?\s*>)", re.DOTALL)
_ATTRIBUTE = re.compile(
    r"""(?:[_a-zA-Z][-_a-zA-Z0-9:.]*|\[\[?[^\[\]]+\]\]?)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']+(?:\s|$))|(?:\s|$))?\s*"""
)
_STARTS_WITH_SHORTCODE = re.compile(r"<\s*\[\[?[^\[\]]+\]")
_VALUE = re.compile(r"""([^=]+?)(\s*=\s*)(["'])(.*)\3(\s*)\Z""", re.DOTALL)
_SCHEME = re.compile(r"[^/?#:]*:")
_ADDRESSES = frozenset(["href", "src", "cite", "action", "longdesc", "poster", "background"])
_SCHEMES = frozenset(("http:", "https:", "mailto:", "tel:", "ftp:", "ftps:", "sms:", "feed:", "news:", "irc:"))

Replace = Callable[[str], str]


def hide_brackets(text: str, replace: Replace | None) -> str:
    """The text with the brackets inside of its tags and comments as entities.

    `replace` is applied to the attributes first; None leaves all of them alone.
    """
    if _MAYBE.search(text) is None and not in_comments(text, "[", "]"):
        return text
    pieces: list[str] = []
    at = 0
    for found in elements(text):
        element = found[0]
        if "[" not in element and "]" not in element:
            continue
        if replace is not None and "[" in element and "]" in element and not element.startswith(("<!--", "<![CDATA[")):
            element = _replaced(element, replace)
        pieces += (text[at : found.start()], element.replace("[", "&#91;").replace("]", "&#93;"))
        at = found.end()
    pieces.append(text[at:])
    return "".join(pieces)


def show_brackets(text: str) -> str:
    """The opposite: entities of brackets turned into brackets. Source: `unescape_invalid_shortcodes()`."""
    return text.replace("&#91;", "[").replace("&#93;", "]") if "&" in text and "&#9" in text else text


def _replaced(element: str, replace: Replace) -> str:
    tag = _TAG.fullmatch(element)
    attributes = _attributes(tag[2]) if tag else None
    if tag is None or attributes is None:
        return replace(element) if _STARTS_WITH_SHORTCODE.match(element) else element
    return tag[1] + "".join(_attribute(attribute, replace) for attribute in attributes) + tag[3]


def _attributes(text: str) -> list[str] | None:
    """The attributes with the blanks after each; None where the tag is not well formed."""
    found: list[str] = []
    at = 0
    while at < len(text):
        match = _ATTRIBUTE.match(text, at)
        if match is None or match.end() == at:
            return None
        found.append(match[0])
        at = match.end()
    return found


def _attribute(attribute: str, replace: Replace) -> str:
    if "[" not in attribute or "]" not in attribute:
        return attribute
    parts = _VALUE.match(attribute)
    if parts is None or "[" in parts[1]:
        return replace(attribute)
    name, equals, quote, value, blanks = parts.groups()
    new = replace(value)
    if new == value or name.lower().startswith("on"):
        return attribute
    return name + equals + quote + _harmless(name.lower(), new) + quote + blanks


def _harmless(name: str, value: str) -> str:
    """The value without a scheme that addresses must not have."""
    if name in _ADDRESSES:
        while (scheme := _SCHEME.match(value)) is not None and scheme[0].lower() not in _SCHEMES:
            value = value[scheme.end() :]
    return value
