"""Emphasis marks: which characters can stand where (CommonMark 0.31, "Emphasis and strong emphasis").

A mark opens only if it is left-flanking, closes only if it is right-flanking. What readers disagree about (which characters
are punctuation) is decided so that both readings agree. Where no mark would be read, the tag is written.
"""

from unicodedata import category

#: Stands for a mark until it is settled; in flanking it counts as the punctuation that it becomes.
UNSETTLED = "\x01"
_ASCII_MARKS = frozenset("\x01!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")

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
    last: Pair | None = None
    starts, ends = {pair.start for pair in pairs}, {pair.end for pair in pairs}
    for number, pair in enumerate(pairs):
        if out[pair.start] != UNSETTLED or _settle_triple(out, pairs, number):
            continue
        mark = _mark_of(out, pair)
        if not mark and _nests(pair, starts, ends):
            mark = _mark_of(out, pair, may_touch=True)
        if mark:
            out[pair.start] = out[pair.end] = mark
        elif not (last and last.tag == pair.tag and last.end == pair.start - 1 and _join(out, last, pair)):
            out[pair.start], out[pair.end] = f"<{pair.tag}>", f"</{pair.tag}>"
            tags.append(pair.tag)
        last = pair
    return tags


def _settle_triple(out: list[str], pairs: list[Pair], number: int) -> bool:
    """Write `***` around strong words that are all that is emphasized; gives whether it could."""
    outer = pairs[number]
    inner = pairs[number + 1] if number + 1 < len(pairs) else outer
    if (outer.length, inner.length) != (1, 2) or (inner.start, inner.end) != (outer.start + 1, outer.end - 1):
        return False
    before, first = _neighbour(out, outer.start, -1), _neighbour(out, inner.start, 1)
    last, after = _neighbour(out, inner.end, -1), _neighbour(out, outer.end, 1)
    if _mark(1, before, first, last, after) != "*":
        return False
    out[outer.start] = out[outer.end] = "*"
    out[inner.start] = out[inner.end] = "**"
    return True


def _nests(pair: Pair, starts: set[int], ends: set[int]) -> bool:
    """Whether a pair begins or ends, not both, where the one around it does: `**a *b***` is read as it should."""
    opens, closes = pair.start - 1 in starts, pair.end + 1 in ends
    return opens != closes and pair.start - 1 not in ends and pair.end + 1 not in starts


def _mark_of(out: list[str], pair: Pair, *, may_touch: bool = False) -> str:
    """The mark that a pair can have where it stands; empty when there is none."""
    before, first = _neighbour(out, pair.start, -1), _neighbour(out, pair.start, 1)
    last, after = _neighbour(out, pair.end, -1), _neighbour(out, pair.end, 1)
    return _mark(pair.length, before, first, last, after) or (
        _touching(pair.length, before, first, last, after) if may_touch else ""
    )


def _join(out: list[str], left: Pair, right: Pair) -> bool:
    """Make one pair of two that touch, where the second finds no mark of its own."""
    if out[left.end - 1][-1:] == out[right.start + 1][:1] == "`":
        return False
    kept = out[left.end], out[right.start]
    out[left.end] = out[right.start] = ""
    right.start = left.start
    if mark := _mark_of(out, right):
        out[right.start] = out[right.end] = mark
        return True
    right.start, (out[left.end], out[right.start]) = left.end + 1, kept
    return False


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


def _touching(length: int, before: str, first: str, last: str, after: str) -> str:
    """Asterisks although they touch others."""
    faces = _flanks(kind_of(first), kind_of(before)) and _flanks(kind_of(last), kind_of(after))
    return "*" * length if faces and length else ""
