"""Characters that show nothing or only part words: what means something stays."""

import re

from wpmigrate.html import HtmlElement, plain_text

from .state import count_below

_VERBATIM = frozenset({"pre", "code", "textarea", "kbd", "math"})
#: Zero-width characters and the soft hyphen.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]+")
_JOINERS = "\u200c\u200d"
#: Joiners mean something after letters and signs of scripts that join (Arabic, Indic …), and in emoji sequences.
_LONE_JOINER = re.compile(
    "(?<![\u0590-\u1cff\u200d\u2190-\u2bff\u3030\u303d\ua800-\uabff\ufb50-\ufdff\ufe0f\ufe70-\ufefc\U00010800-\U0001ffff])"
    "[\u200c\u200d]+|[\u200c\u200d]+(?=[\\s.,;:!?]|$)"
)
_SPACED = re.compile("[ \t\n\r\u00a0]*\u00a0[ \t\n\r\u00a0]*")
#: A no-break space stays before these …
_KEPT_BEFORE = frozenset(";:!?»%‰€$£¥°§…–—/")
#: … and after these.
_KEPT_AFTER = frozenset("«§№#–—$£€")
_SPECIAL = "\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"


def settle_blanks(root: HtmlElement) -> None:
    """Remove what shows nothing from text that is not code; no-break spaces stay only where they hold words together.

    That is: a single one between a number and what it counts, in front of French punctuation (`; : ! ? »`), after `«`,
    and beside a word of one or two letters or an abbreviation. Beside other blanks, at the edge of an element and
    between two common words it is a blank.
    """
    text = plain_text(root)
    if text.isascii() or not any(char in text for char in _SPECIAL):
        return
    nodes = list(root.iter())
    position, end = 0, len(nodes)
    while position < end:
        element = nodes[position]
        position += 1
        if element.tag in _VERBATIM or element.get("class") == "math":
            position += count_below(element)
        else:
            text = element.text or ""
            if not text.isascii():
                element.text = _settled(text)
        tail = element.tail
        if tail and not tail.isascii():
            element.tail = _settled(tail)


def _settled(text: str) -> str:
    if "\u00ad" in text or "\u200b" in text or "\ufeff" in text or "\u2060" in text:
        text = _INVISIBLE.sub("", text)
    if "\u200c" in text or "\u200d" in text:
        text = _LONE_JOINER.sub("", text)
    if "\u00a0" in text:
        text = _SPACED.sub(_space, text)
    return text


def _space(match: re.Match[str]) -> str:
    if len(match[0]) > 1:
        return "\n" if "\n" in match[0] else " "
    text, start, end = match.string, match.start(), match.end()
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    if before.isdigit() or after.isdigit() or (before in _KEPT_AFTER and before) or (after in _KEPT_BEFORE and after):
        return "\u00a0"
    if not before or not after:
        return " "
    # The word before: one or two letters, or an abbreviation of a few with its point.
    word = text[max(0, start - 5) : start].split()[-1:] or [""]
    is_whole = start < 5 or any(char.isspace() for char in text[start - 5 : start])
    short = word[0].rstrip(".")
    if is_whole and short.isalpha() and (len(short) <= 2 or word[0].endswith(".")):
        return "\u00a0"
    return " "
