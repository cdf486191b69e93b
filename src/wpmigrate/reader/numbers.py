"""Numbers as exporters write them."""

_LARGEST = 2**63 - 1
"""WordPress runs on PHP, whose numbers have 64 bits."""


def whole_number(text: str) -> int | None:
    """The number that the whole text is, None for anything else or beyond 64 bits; blanks do not count."""
    if len(text) < 19 and text.isascii() and text.isdecimal():
        return int(text)
    text = text.strip()
    digits = text.removeprefix("-")
    if not digits or len(digits) > 19 or not (digits.isascii() and digits.isdecimal()):
        return None
    number = int(text)
    return number if abs(number) <= _LARGEST else None


def number_of_meta(text: str) -> int:
    """A number as WordPress reads it from post meta (PHP's `(int)` ends at 64 bits); 0 for what is no row of digits."""
    if not (text.isascii() and text.isdigit()):
        return 0
    number = whole_number(text.lstrip("0") or "0")
    return _LARGEST if number is None else number
