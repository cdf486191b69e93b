"""Text that is safe to print: nothing that a terminal or a spreadsheet would execute."""

import unicodedata

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make a spreadsheet read a cell as a formula."""


def printable(text: str) -> str:
    """`text` with control, format and surrogate characters escaped by their code; a newline becomes a blank."""
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    """One character, escaped unless it is harmless."""
    if character.isprintable():
        return character
    if character in "\n\t\r":
        return " "
    # Other blanks (no-break, thin …) are not "printable" for Python but do no harm.
    if unicodedata.category(character) == "Zs":
        return " "
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def cut(text: str, width: int) -> str:
    """`text` in at most `width` characters; an ellipsis where something is cut off."""
    return text if len(text) <= width else text[: width - 1] + "…"


def cell(text: str) -> str:
    """`text` as a spreadsheet cell that is no formula."""
    text = printable(text)
    return f"'{text}" if text.startswith(_FORMULA) else text
