"""Emphasis marks: which characters can stand where (CommonMark 0.31, "Emphasis and strong emphasis").

A mark opens only if it is left-flanking, closes only if it is right-flanking. What readers disagree about (which characters
are punctuation) is decided so that both readings agree. Where no mark would be read, the tag is written.
"""

from unicodedata import category

_ASCII_MARKS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")

#: Kinds of characters: blank (or the edge of a line), surely punctuation, surely none, or either.
BLANK, MARK, LETTER, EITHER = range(4)


def kind_of(char: str) -> int:
    """The kind of a character; an empty string is the edge of a line."""
    if not char or char.isspace():
        return BLANK
    if char in _ASCII_MARKS:
        return MARK
    if char.isalnum():
        return LETTER
    first = category(char)[0]
    if first == "P":
        return MARK
    return EITHER if first == "S" else LETTER


def _flanks(inside: int, outside: int) -> bool:
    """Whether a mark between `outside` and `inside` faces inwards."""
    if inside == BLANK:
        return False
    return inside == LETTER or outside in (BLANK, MARK)


class Pair:
    """Two marks around a run: the places of their pieces, filled in when the neighbours are known."""

    __slots__ = ("end", "length", "start", "tag")

    def __init__(self, start: int, tag: str, length: int) -> None:
        """`length` is 1 for emphasis, 2 for strong; 0 for what is struck with two tildes."""
        self.start = start
        self.end = start
        self.tag = tag
        self.length = length


def _neighbour(out: list[str], at: int, step: int) -> str:
    """The last character before (`step` -1) or the first after (`step` 1) a place."""
    at += step
    while 0 <= at < len(out):
        if out[at]:
            return out[at][-1] if step < 0 else out[at][0]
        at += step
    return ""


def settle(out: list[str], pairs: list[Pair]) -> list[str]:
    """Write the marks of all pairs into `out`, outer ones first; gives the tags that had to stay HTML."""
    tags: list[str] = []
    for pair in pairs:
        before, first = _neighbour(out, pair.start, -1), _neighbour(out, pair.start, 1)
        last, after = _neighbour(out, pair.end, -1), _neighbour(out, pair.end, 1)
        mark = _mark(pair.length, before, first, last, after)
        if mark:
            out[pair.start] = out[pair.end] = mark
        else:
            out[pair.start], out[pair.end] = f"<{pair.tag}>", f"</{pair.tag}>"
            tags.append(pair.tag)
    return tags


def _mark(length: int, before: str, first: str, last: str, after: str) -> str:
    """The mark that is read between these characters; empty when there is none."""
    left, right = kind_of(before), kind_of(after)
    if not (_flanks(kind_of(first), left) and _flanks(kind_of(last), right)):
        return ""
    if not length:
        return "" if "~" in (before, first, last, after) else "~~"
    if "*" not in (before, after):
        return "*" * length
    if "_" not in (before, after) and left in (BLANK, MARK) and right in (BLANK, MARK):
        return "_" * length
    return ""
