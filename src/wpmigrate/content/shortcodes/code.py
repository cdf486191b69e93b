"""Shortcodes that hold code, taken out before anything else is read: what they hold is neither HTML nor text."""

import re
from collections.abc import Set as AbstractSet

from wpmigrate.content import html_pieces as pieces
from wpmigrate.content.languages import language_name
from wpmigrate.content.scene import Scene
from wpmigrate.html import unescape

from .grammar import Shortcode, replace_shortcodes

#: Names that say nothing of the language: SyntaxHighlighter, Crayon, CodeColorer, Enlighter, GeSHi, WP-Syntax and kin.
_GENERAL = frozenset(
    """
    code sourcecode source cc cci ccb ccn ccl crayon highlight enlighter EnlighterJS codesyntax geshi prettify hcb
    syntax codeblock snippet code_block code_snippet pastacode dm_code_snippet cce cb prism wpcode highlight-code
    """.split()  # noqa: SIM905 - a list of names reads better as a text
)
#: Names that are languages.
_LANGUAGES = frozenset(
    """
    actionscript3 as3 bash shell coldfusion cf clojure clj cpp c c-sharp csharp css delphi pas pascal diff patch erl
    erlang fsharp go golang groovy haskell java javafx jfx javascript jscript js matlab matlabkey objc obj-c perl pl
    php plain text powershell posh ps py python r rails rb ror ruby scala sql swift vb vbnet xml xhtml xslt html
    yaml yml json typescript
    """.split()  # noqa: SIM905 - a list of names reads better as a text
)
NAMES = _GENERAL | _LANGUAGES
"""All names; a shortcode counts only if it is closed."""

_CODECOLORER = re.compile(r"\[(cc[ib]?[lLnNweEWsSbB]*_([A-Za-z0-9+#-]+))(?=[\s\]])")
#: Of CodeColorer's letters, the one by which its author said that the code stands as entities: `[cce_php]`, `[ccnLe_php]`.
_CODECOLORER_ESCAPED = re.compile(r"cc[ib]?[a-df-zA-Z]*+e[a-zA-Z]*+(?:_|$)")
_KEYS = ("language", "lang", "type", "syntax", "brush", "class")
_BLOCK_COMMENT = re.compile(r"\s*<!--\s+/?wp:[^<>]*?-->\s*")
_EDITOR_LINE = re.compile(r"<(?:br\s*/?|/?(?:p|div)(?:\s[^<>]*)?)>\n?", re.IGNORECASE)
_EDITOR_SPAN = re.compile(r"</?span(?:\s[^<>]*)?>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[a-zA-Z/!?%]")
_IN_PRE = re.compile(r'<pre\b[^<>]*>\s*(<pre data-held="\d+"></pre>)\s*</pre>')
_MARKUP = frozenset({"html", "xml", "php", "javascript", "xsl", "coldfusion"})


def hold_code(text: str, met: AbstractSet[str], scene: Scene) -> str:
    """The text with closed code shortcodes replaced by stand-ins that `release` resolves; `met` are its `bracket_names`."""
    if (NAMES.isdisjoint(met) and not any(name.startswith("cc") for name in met)) or "[/" not in text:
        return text
    names = NAMES | {found[1] for found in _CODECOLORER.finditer(text)} if "[cc" in text else NAMES
    names -= scene.rules.keys()
    held = replace_shortcodes(text, names, lambda code: _held(code, text, scene))
    return _IN_PRE.sub(r"\1", held) if "<pre" in text else held


def _held(code: Shortcode, text: str, scene: Scene) -> str | None:
    if code.content is None:
        return None
    language = _language(code)
    exact = exact_code(code.content, language, is_escaped=_is_escaped(code))
    if "\n" in code.content or _is_alone(code, text):
        return scene.hold(pieces.code_block(exact, language), is_block=True)
    return scene.hold(pieces.code_span(exact), is_block=False)


def _is_escaped(code: Shortcode) -> bool:
    """Whether the shortcode itself says that its code stands as entities."""
    return _CODECOLORER_ESCAPED.match(code.name) is not None or code.attributes.get("escaped", "").lower() == "true"


def _is_alone(code: Shortcode, text: str) -> bool:
    """Whether the shortcode has its line, or its paragraph, for itself."""
    before = text[max(0, code.start - 80) : code.start].rstrip(" \t")
    after = text[code.end : code.end + 80].lstrip(" \t")
    return (not before or before[-1] in "\n>") and (not after or after[0] in "\n<")


def _language(code: Shortcode) -> str:
    attributes = code.attributes
    for key in _KEYS:
        if value := attributes.get(key, ""):
            return language_name(value.rpartition("brush:")[2].partition(";")[0])
    if code.name in _LANGUAGES:
        return language_name(code.name)
    if code.name.startswith("cc") and "_" in code.name:
        return language_name(code.name.partition("_")[2])
    bare = attributes.get("0", "") or code.attribute_text.lstrip(" =:").partition(" ")[0]
    return language_name(bare.strip("\"'=:"))


def exact_code(content: str, language: str, *, is_escaped: bool = False) -> str:
    """The code as it was shown: one editor stored `<` as it is, the other as an entity, with its own line breaks.

    `is_escaped` where the author said that it stands as entities.
    """
    if "<!--" in content and "wp:" in content:
        content = _BLOCK_COMMENT.sub("\n", content)
    if "&amp;lt;" in content or "&amp;gt;" in content:  # stored by one editor, and again by the other
        content = unescape(content)
    bare = _EDITOR_LINE.sub("\n", _EDITOR_SPAN.sub("", content))
    encoded = "&lt;" in content or "&gt;" in content
    if (encoded or is_escaped) and _ANY_TAG.search(bare) is None:
        content = unescape(bare)
    elif is_escaped or "<" not in content or (language not in _MARKUP and _ANY_TAG.search(content) is None):
        content = unescape(content)
    elif _only_breaks(content, bare, language):
        content = unescape(bare)
    return content.strip("\n").rstrip()


def _only_breaks(content: str, bare: str, language: str) -> bool:
    """Whether the only tags are those that an editor puts in, in code that has no tags of its own."""
    return content != bare and language not in _MARKUP and _ANY_TAG.search(bare) is None
