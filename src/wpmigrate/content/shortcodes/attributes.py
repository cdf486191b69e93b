"""The attributes of a shortcode, as WordPress's `shortcode_parse_atts()` reads them."""

import re

_ATTRIBUTE = re.compile(
    r"""
      (?P<name2>[\w-]+)\s*=\s*"(?P<value2>[^"]*)"(?:\s|$)
    | (?P<name1>[\w-]+)\s*=\s*'(?P<value1>[^']*)'(?:\s|$)
    | (?P<name0>[\w-]+)\s*=\s*(?P<value0>[^\s'"]+)(?:\s|$)
    | "(?P<quoted2>[^"]*)"(?:\s|$)
    | '(?P<quoted1>[^']*)'(?:\s|$)
    | (?P<word>\S+)(?:\s|$)
    """,
    re.ASCII | re.VERBOSE,
)
_ODD_BLANKS = re.compile("[\u00a0\u200b]+")
_WHOLE_TAGS = re.compile(r"[^<]*+(?:<[^>]*+>[^<]*+)*+")
_BACKSLASH = re.compile(r"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|(.?))", re.DOTALL)
_C_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "v": "\v", "b": "\b", "f": "\f"}


def parse_attributes(text: str) -> dict[str, str]:
    """Attributes by lower-case name, those without a name by position ("0", "1" …)."""
    found: dict[str, str] = {}
    position = 0
    if "\u00a0" in text or "\u200b" in text:
        text = _ODD_BLANKS.sub(" ", text)
    for match in _ATTRIBUTE.finditer(text):
        kind = str(match.lastgroup)
        value = _plain(match[kind])
        if kind.startswith("value"):
            name = match["name" + kind[-1]].lower()
        else:
            name = str(position)
            position += 1
        found[name] = value
    return found


def _plain(value: str) -> str:
    if "\\" in value:
        value = _BACKSLASH.sub(_unescaped, value)
    if "<" in value and _WHOLE_TAGS.fullmatch(value) is None:
        return ""  # WordPress refuses a value with half a tag in it
    return value


def _unescaped(match: re.Match[str]) -> str:
    """C escapes as PHP's `stripcslashes()` resolves them."""
    if match[1]:
        return chr(int(match[1], 16))
    if match[2]:
        return chr(int(match[2], 8) & 0xFF)
    return _C_ESCAPES.get(match[3], match[3])
