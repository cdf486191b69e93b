"""Numbers as exporters write them."""


def whole_number(text: str) -> int | None:
    """The number that the whole text is, None for anything else; blanks do not count, 18 digits are the limit."""
    text = text.strip()
    digits = text.removeprefix("-")
    if not digits or len(digits) > 18 or not (digits.isascii() and digits.isdecimal()):
        return None
    return int(text)
