"""Characters that show nothing or only part words: what means something stays."""

import re

from wpmigrate.html import BLOCK, HtmlElement, plain_text

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
_BLANKS = " \t\n\r"
_NO_BREAK = re.compile("\u00a0[ \t\n\r\u00a0]*")
#: A no-break space stays before these …
_KEPT_BEFORE = frozenset(";:!?»%‰€$£¥°§…–—/")
#: … and after these.
_KEPT_AFTER = frozenset("«§№#–—$£€")
SPECIAL = "\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""All of these characters."""
_USUAL_REFERENCES = ("&amp;", "&lt;", "&gt;", "&quot;")
_FORMULAS = frozenset({"span", "div"})


def special_in(html: str) -> str:
    """Those of the characters that a tree of the HTML can hold: any where it has references besides the usual ones."""
    at = html.find("&")
    while at >= 0:
        if not html.startswith(_USUAL_REFERENCES, at):
            return SPECIAL
        at = html.find("&", at + 1)
    return "" if html.isascii() else "".join(char for char in SPECIAL if char in html)


def settle_blanks(root: HtmlElement, special: str = SPECIAL) -> None:
    """Remove what shows nothing from text that is not code; no-break spaces stay only where they hold words together.

    That is: a single one between a number and what it counts, in front of French punctuation (`; : ! ? »`), after `«`,
    and beside a word of one or two letters or an abbreviation. Beside other blanks, at the edge of an element and
    between two common words it is a blank. `special` are the characters that the tree can hold.
    """
    if not special:
        return
    whole = plain_text(root)
    found = [] if whole.isascii() else [char for char in special if char in whole]
    if not found:
        return
    sign = found[0] if len(found) == 1 else ""  # which stands in every text
    if root.text:
        root.text = _settled(_text_of(root))
    for child in root:
        if sign in (plain_text(child) if len(child) else child.text or ""):
            _settle_below(child, sign)
        elif child.tail and sign in child.tail:
            child.tail = _settled(_tail_of(child))


def _settle_below(top: HtmlElement, sign: str) -> None:
    """The same for all texts in an element and the one behind it; only those with the sign can need it."""
    nodes = list(top.iter())
    position, end = 0, len(nodes)
    while position < end:
        element = nodes[position]
        position += 1
        tag: object = element.tag
        if tag in _VERBATIM or (tag in _FORMULAS and element.get("class") == "math"):
            position += count_below(element)
        else:
            text = element.text
            if text and sign in text:
                element.text = _settled(_text_of(element))
        tail = element.tail
        if tail and sign in tail:
            element.tail = _settled(_tail_of(element))


def _text_of(element: HtmlElement) -> str:
    """The text at the start of an element; no-break spaces at the edges of its line are blanks."""
    text = element.text or ""
    if text.startswith("\u00a0"):
        text = " " + text[1:]
    return text[:-1] + " " if text.endswith("\u00a0") and _ends_line(element[0] if len(element) else None) else text


def _tail_of(element: HtmlElement) -> str:
    """The text behind an element; a no-break space at the edge of their line is a blank."""
    tail = element.tail or ""
    return tail[:-1] + " " if tail.endswith("\u00a0") and _ends_line(element.getnext()) else tail


def _ends_line(following: HtmlElement | None) -> bool:
    return following is None or following.tag in BLOCK


def _settled(text: str) -> str:
    if "\u00ad" in text or "\u200b" in text or "\ufeff" in text or "\u2060" in text:
        text = _INVISIBLE.sub("", text)
    if "\u200c" in text or "\u200d" in text:
        text = _LONE_JOINER.sub("", text)
    return _spaced(text) if "\u00a0" in text else text


def _spaced(text: str) -> str:
    """The text with one blank for each run of blanks with a no-break space in it."""
    parts: list[str] = []
    at = 0
    for found in _NO_BREAK.finditer(text):
        start, end = found.span()
        before = text[at:start]
        bare = before.rstrip(_BLANKS)
        if end - start > 1 or len(bare) < len(before):
            blank = "\n" if "\n" in found[0] or "\n" in before[len(bare) :] else " "
        else:
            blank = _space(text, start)
        parts += (bare, blank)
        at = end
    parts.append(text[at:])
    return "".join(parts)


def _space(text: str, at: int) -> str:
    """What a no-break space between two characters, or at the edge of an element, is."""
    before = text[at - 1] if at else ""
    after = text[at + 1 : at + 2]
    if before.isdigit() or after.isdigit() or (before in _KEPT_AFTER and before) or (after in _KEPT_BEFORE and after):
        return "\u00a0"
    if not before or not after:
        return " "
    # The word before: one or two letters, or an abbreviation of a few with its point.
    word = text[max(0, at - 5) : at].split()[-1:] or [""]
    is_whole = at < 5 or any(char.isspace() for char in text[at - 5 : at])
    short = word[0].rstrip(".")
    if is_whole and short.isalpha() and (len(short) <= 2 or word[0].endswith(".")):
        return "\u00a0"
    return " "
