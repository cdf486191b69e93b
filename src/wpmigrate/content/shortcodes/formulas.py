r"""Formulas of plugins: `[latex]…[/latex]`, `$latex …$`, `\( … \)`, `\[ … \]` and, where a page says so, `$$ … $$`.

They are taken out before paragraphs are made: `<`, `_` and line ends mean something else in them.
"""

import re
from collections.abc import Set as AbstractSet

from wpmigrate.content import html_pieces as pieces
from wpmigrate.content.code_ranges import CodeRanges
from wpmigrate.content.scene import Scene
from wpmigrate.html import unescape

from .grammar import Shortcode, replace_shortcodes

NAMES = frozenset({"latex", "tex", "katex", "math", "mathjax", "latexpage", "equation"})
"""Shortcodes that hold a formula; `latexpage` and `mathjax` alone say that the page has some in dollars."""

_JETPACK = re.compile(r"\$latex(?=[\s{=\\!])=?\s*([^$]*?)(?<!\\)\$")
_ROUND = re.compile(r"\\\(((?:[^\\]|\\[^()])+)\\\)")
_SQUARE = re.compile(r"\\\[((?:[^\\]|\\[^\[\]])+)\\\]")
_DOLLARS = re.compile(r"\$\$([^$]+)\$\$")
_JETPACK_SIZE = re.compile(r"&(?:amp;|#038;)?(?:bg|fg|s)=[\w.-]+")
_BREAK = re.compile(r"<br\s*/?>|</?p>")
_TEX = re.compile(r"[\\^_=+<>{}]|\w\s*[-/*]\s*\w|^\s*[A-Za-z]\s*$")


def hold_formulas(text: str, met: AbstractSet[str], scene: Scene) -> str:
    """The text with its formulas replaced by stand-ins that `release` resolves; `met` are its `bracket_names`."""
    dollars = "$" in text and ("[latexpage" in text or "[mathjax" in text)
    if not NAMES.isdisjoint(met):
        code = CodeRanges(text)
        text = replace_shortcodes(
            text,
            NAMES - scene.rules.keys(),
            lambda found: None if code.holds(found.start) else _shortcode(found, scene),
        )
    for sign, pattern, is_block in (
        ("$latex", _JETPACK, False),
        ("\\(", _ROUND, False),
        ("\\[", _SQUARE, True),
        ("$$" if dollars else "\\begin{$$", _DOLLARS, True),
    ):
        if sign[0] in text and sign in text:
            text = _hold(text, pattern, scene, is_block=is_block, is_certain=sign == "$latex")
    return text


def _shortcode(found: Shortcode, scene: Scene) -> str | None:
    if found.content is None:
        return "" if found.name in {"latexpage", "mathjax"} else None
    is_block = "\\begin" in found.content or "\\[" in found.content
    return scene.hold(pieces.math(_tex(found.content), is_block=is_block), is_block=is_block)


def _hold(text: str, pattern: re.Pattern[str], scene: Scene, *, is_block: bool, is_certain: bool) -> str:
    """The text without its formulas; what is not certain to be one must look like one."""
    code = CodeRanges(text)

    def formula(found: re.Match[str]) -> str:
        tex = _tex(found[1])
        if code.holds(found.start()) or not ((tex and is_certain) or _TEX.search(tex)) or "<!--" in tex:
            return found[0]
        return scene.hold(pieces.math(tex, is_block=is_block), is_block=is_block)

    return pattern.sub(formula, text)


def _tex(source: str) -> str:
    """The TeX without the line breaks of the editor and the size that Jetpack takes."""
    return unescape(_BREAK.sub("\n", _JETPACK_SIZE.sub("", source))).strip()
