"""Code blocks of WordPress and of plugins, with the language that the plugin noted."""

import re

from wpmigrate.content import html_pieces as pieces
from wpmigrate.content.languages import language_name
from wpmigrate.content.scene import Scene
from wpmigrate.html import unescape

from .grammar import Block

#: Source code that `hold_source` took out stays as it is.
_PRE = re.compile(r"<(pre|textarea)\b(?! data-held=)[^<>]*>")
_CODE = re.compile(r"\s*<code\b([^<>]*)>")
_BREAK = re.compile(r"<br\s*/?>\n?")
#: What the editor and what colours code put into it; any other tag is code that nobody encoded.
_MARKUP = re.compile(
    r"</?(?:a|abbr|b|bdo|br|cite|code|del|div|em|figcaption|figure|font|h[1-6]|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|span"
    r"|strike|strong|sub|sup|table|tbody|td|tr|tt|u|ul|var)\b[^<>]*>",
    re.IGNORECASE,
)
_CLASS = re.compile(r"\b(?:language|lang|brush)[-:]\s*([\w+#.-]+)")
#: What a code block cannot hold: the tree keeps it.
_KEPT = re.compile(r"<(?:a\s|img\b)")
_KEYS = ("language", "lang", "codeLanguage", "mode", "syntax", "mime")


def code(block: Block, inner: str, scene: Scene) -> str:
    """The code exactly as shown, out of reach of shortcodes and of marks."""
    attributes = block.attributes
    found = _PRE.search(inner)
    end = inner.rfind(f"</{found[1]}>") if found else -1
    source = attributes.get("code") or attributes.get("content")
    if found is not None and end > 0 and not isinstance(attributes.get("code"), str):
        markup = inner[found.end() : end]
        if _KEPT.search(markup):
            return inner
        opening = _CODE.match(markup)
        if opening is not None:
            markup = markup[opening.end() :]
            markup = markup[: markup.rfind("</code>")] if "</code>" in markup else markup
        text = unescape(_MARKUP.sub("", _BREAK.sub("\n", markup)))
        classes = inner[: found.end()] + (opening[1] if opening else "")
    elif isinstance(source, str):
        text, classes = source, inner[:500]
    else:
        return inner
    return f"\n{scene.hold(pieces.code_block(text, _language(attributes, classes)), is_block=True)}\n"


def _language(attributes: dict[str, object], classes: str) -> str:
    for key in _KEYS:
        value = attributes.get(key)
        if isinstance(value, str) and value:
            return language_name(value)
    named = _CLASS.search(f"{attributes.get('className') or ''} {classes}")
    return language_name(named[1]) if named else ""
