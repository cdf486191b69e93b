"""Source code between the tags of `<pre>`, stored as it was typed: `<pre lang="php"><?php …`.

WP-Syntax and its kin showed it; browsers would run the scripts in it, and hide the rest. Such an element is held until the tree
is whole, and shows its text to the character.
"""

import re

from wpmigrate.html import unescape

from . import html_pieces as pieces
from .languages import language_name
from .scene import Scene
from .shortcodes import exact_code

_TAG = re.compile(r"<pre\b([^<>]*)>|</pre\s*>", re.IGNORECASE)
#: What nobody puts between these tags as HTML: its last row is a tag that a program joins of texts, `<img src=' + url + '>`.
#: Word wrote `<?xml:namespace …>` anywhere.
_SOURCE = re.compile(
    r"""<(?:\?(?!xml:)|!doctype\b|%|(?:script|style|link|meta|html|head|body|title)\b
      |[a-z][a-z0-9]*\s[^<>]*['"]\s*[+.]\s*[$\w]+(?:\(\))?\s*[+.]\s*['"])""",
    re.IGNORECASE | re.VERBOSE,
)
_CODE = re.compile(r"\s*<code\b([^<>]*)>(.*)</code>\s*", re.IGNORECASE | re.DOTALL)
_LANGUAGE = re.compile(r"""\b(?:lang|language|data-lang|data-language)\s*=\s*["']?([\w+#.-]+)""", re.IGNORECASE)
_CLASS = re.compile(r"\b(?:language|lang|brush)[-:]\s*([\w+#.-]+)", re.IGNORECASE)
_SPAN = re.compile(r"</?span\b[^<>]*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ESCAPED = re.compile(r"""\bescaped\s*=\s*["']?true""", re.IGNORECASE)


def hold_source(text: str, scene: Scene) -> str:
    """The text with each `<pre>` that holds source code replaced by a stand-in that `release` resolves."""
    parts: list[str] = []
    at = 0
    opening: re.Match[str] | None = None
    for tag in _TAG.finditer(text):
        if tag[1] is not None:
            opening = opening or tag
        elif opening is not None:
            code = _code(opening[1], text[opening.end() : tag.start()])
            if code is not None:
                parts += (text[at : opening.start()], scene.hold(code, is_block=True))
                at = tag.end()
            opening = None
    return "".join([*parts, text[at:]]) if parts else text


def _code(attributes: str, content: str) -> str | None:
    """A code block for what stands between the tags; None where that is HTML."""
    if _SOURCE.search(content) is None or _ESCAPED.search(attributes):
        return None
    if inner := _CODE.fullmatch(content):
        attributes, content = attributes + inner[1], inner[2]
    # Coloured by an editor that stored the code's own `<` as it is, or typed in the one of blocks.
    if "</span><span" in content or "wp-block-code" in attributes:
        content = _BREAK.sub("\n", _SPAN.sub("", content))
    named = _LANGUAGE.search(attributes) or _CLASS.search(attributes)
    language = language_name(named[1]) if named else ""
    code = exact_code(content, language)
    if named is None and "&lt;" in code and "&amp;" not in content:  # no plug-in showed it: an entity is one
        code = unescape(code)
    return pieces.code_block(code, language)
