"""Footnotes of plugins: a note in its place in the text, as a shortcode, in double parentheses, or as `[^1]`."""

import re

from wpmigrate.content import html_pieces as pieces
from wpmigrate.content.code_ranges import CodeRanges
from wpmigrate.content.scene import Scene

from .grammar import Shortcode

_IN_PARENTHESES = re.compile(r"[ \u00a0]?\(\((?!\()((?:[^()]|\([^()]*\))+)\)\)(?!\))")
_DEFINITION = re.compile(r"(?:^|(?<=<p>)|(?<=>\n))\[\^([\w-]{1,40})\]:[ \t]*([^\n]+?)(?=\n|</p>|<br|\Z)", re.MULTILINE)
_MARK = re.compile(r"\[\^([\w-]{1,40})\](?!:)")
#: What stands in programs, not in notes.
_OPERATORS = ("==", "&&", "&amp;&amp;", "||", "+=", "{", "}")
_BLOCK_EDGE = re.compile(r"</?(?:p|div|li|ul|ol|h[1-6]|table|blockquote|pre)\b")


def footnote(code: Shortcode, scene: Scene) -> str | None:
    """The mark of a footnote whose text the shortcode encloses."""
    text = (code.content or "").strip()
    return pieces.footnote_mark(scene.add_footnote(scene.expand(text))) if text else None


def place_of_notes(code: Shortcode, scene: Scene) -> str | None:
    """Nothing: the notes come last in every body."""
    return "" if scene.footnotes else None


def notes_in_parentheses(html: str, scene: Scene) -> str:
    """The HTML with `((a note of several words))` as footnotes; sums and jokes in double parentheses stay."""
    if "(" not in html or "((" not in html or "))" not in html:
        return html
    code = CodeRanges(html)

    def note(found: re.Match[str]) -> str:
        text = found[1].strip()
        if code.holds(found.start()) or not _reads_like_a_note(text):
            return found[0]
        return pieces.footnote_mark(scene.add_footnote(text))

    return _IN_PARENTHESES.sub(note, html)


def notes_in_brackets(text: str, scene: Scene) -> str:
    """The text with `[^1]` marks as footnotes where a line `[^1]: note` defines them."""
    if "^" not in text or "[^" not in text or "]:" not in text:
        return text
    code = CodeRanges(text)
    notes = {found[1]: found[2].strip() for found in _DEFINITION.finditer(text) if not code.holds(found.start())}
    marked = {found[1] for found in _MARK.finditer(text) if not code.holds(found.start())}
    keys: dict[str, str] = {}

    def mark(found: re.Match[str]) -> str:
        name = found[1]
        if name not in notes or code.holds(found.start()):
            return found[0]
        if name not in keys:
            keys[name] = scene.add_footnote(notes[name])
        return pieces.footnote_mark(keys[name])

    def definition(found: re.Match[str]) -> str:
        return "" if found[1] in marked and not code.holds(found.start()) else found[0]

    if not notes.keys() & marked:
        return text
    code_and_marks = _MARK.sub(mark, text)
    code = CodeRanges(code_and_marks)
    return _DEFINITION.sub(definition, code_and_marks)


def _reads_like_a_note(text: str) -> bool:
    if any(sign in text for sign in _OPERATORS):
        return False
    return len(text.split()) >= 3 and text[:1].isalnum() | (text[:1] in "<\"“‘'&") and _BLOCK_EDGE.search(text) is None
