"""Emphasis marks: which characters can stand where (CommonMark 0.31, "Emphasis and strong emphasis").

A mark opens only if it is left-flanking, closes only if it is right-flanking. What readers disagree about (which characters
are punctuation) is decided so that both readings agree. Where no mark would be read, the tag is written.
"""

from typing import TypeAlias
from unicodedata import category

#: Stands for a mark until it is settled; in flanking it counts as the punctuation that it becomes.
UNSETTLED = "\x01"
#: What beside a mark may ask for another mark; nothing stands for a piece without text.
_NEAR = frozenset(("", "*", "~", UNSETTLED))
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


Characters: TypeAlias = tuple[str, str, str, str]
"""Before a mark, right after it, right before the one that closes, after that."""


class Pair:
    """Two marks around a run: the places of their pieces, filled in when the neighbours are known."""

    __slots__ = ("end", "length", "run", "start", "tag")

    def __init__(self, start: int, tag: str, length: int, run: int = 0) -> None:
        """`length` is 1 for emphasis, 2 for strong; 0 for what is struck with two tildes. `run`: the `id` of what is marked."""
        self.start = start
        self.end = start
        self.tag = tag
        self.length = length
        self.run = run


def _neighbour(out: list[str], at: int, step: int) -> str:
    """The last character before (`step` -1) or the first after (`step` 1) a place."""
    at += step
    while 0 <= at < len(out):
        if out[at]:
            return out[at][-1] if step < 0 else out[at][0]
        at += step
    return ""


def settle(
    out: list[str], pairs: list[Pair], *, may_join: bool, is_greedy: bool = False
) -> tuple[list[str], list[Pair]]:
    """Write the marks of all pairs into `out`, outer ones first.

    Gives the tags that had to stay HTML, and the pairs that find no mark because they touch one of their kind, and would
    find one if both were one: where there are any, `out` is to be thrown away. `is_greedy`: in emphasis, a reader takes a
    mark that faces both ways for one of the outer pair's.
    """
    tags: list[str] = []
    continued: list[Pair] = []
    last: Pair | None = None
    around: list[Pair] = []
    edges: _Edges | None = None
    for number, pair in enumerate(pairs):
        while around and around[-1].end < pair.start:
            around.pop()
        around.append(pair)
        if out[pair.start] != UNSETTLED:
            continue
        if len(around) == 1 and (mark := _plain_mark(out, pair)):
            out[pair.start] = out[pair.end] = mark
            last = pair
            continue
        if _settle_triple(out, pairs, number):
            continue
        could_close = _could_close(out, pair, [outer for outer in around[:-1] if out[outer.start][0] == "*"])
        mark = _mark_of(out, pair, can_be_star=not could_close)
        if not (mark or could_close) and _nests(pair, edges := edges or _edges(pairs)):
            mark = _mark_of(out, pair, may_touch=True)
        if mark and not (is_greedy and len(around) > 1 and _faces_both_ways(out, pair)):
            out[pair.start] = out[pair.end] = mark
        elif (
            not mark
            and may_join
            and last
            and last.tag == pair.tag
            and last.end == pair.start - 1
            and _would_join(out, last, pair)
        ):
            continued.append(pair)
        else:
            out[pair.start], out[pair.end] = f"<{pair.tag}>", f"</{pair.tag}>"
            tags.append(pair.tag)
        last = pair
    return tags, continued


def _plain_mark(out: list[str], pair: Pair) -> str:
    """The mark of a pair in no other that begins and ends with a letter, away from marks; empty for any other pair."""
    start, end = pair.start, pair.end
    if not (out[start + 1][:1].isalnum() and out[end - 1][-1:].isalnum()):
        return ""
    before = out[start - 1][-1:] if start else " "
    after = out[end + 1][:1] if end + 1 < len(out) else " "
    return "" if before in _NEAR or after in _NEAR else "*" * pair.length or "~~"


def _settle_triple(out: list[str], pairs: list[Pair], number: int) -> bool:
    """Write `***` around words that are all of what is emphasized and all of what is strong; gives whether it could."""
    outer = pairs[number]
    inner = pairs[number + 1] if number + 1 < len(pairs) else outer
    if outer.length * inner.length != 2 or (inner.start, inner.end) != (outer.start + 1, outer.end - 1):
        return False
    before, _, _, after = _beside(out, outer)
    _, first, last, _ = _beside(out, inner)
    if _mark(1, (before, first, last, after)) != "*":
        return False
    out[outer.start] = out[outer.end] = "*" * outer.length
    out[inner.start] = out[inner.end] = "*" * inner.length
    return True


_Edges: TypeAlias = tuple[set[int], set[int]]
"""Where the pairs of a line start, and where they end."""


def _edges(pairs: list[Pair]) -> _Edges:
    return {pair.start for pair in pairs}, {pair.end for pair in pairs}


def _nests(pair: Pair, edges: _Edges) -> bool:
    """Whether a pair begins or ends, not both, where the one around it does: `**a *b***` is read as it should."""
    starts, ends = edges
    opens, closes = pair.start - 1 in starts, pair.end + 1 in ends
    return opens != closes and pair.start - 1 not in ends and pair.end + 1 not in starts


def _beside(out: list[str], pair: Pair) -> Characters:
    """What stands beside the marks of a pair."""
    start, end = pair.start, pair.end
    return _neighbour(out, start, -1), _neighbour(out, start, 1), _neighbour(out, end, -1), _neighbour(out, end, 1)


def _could_close(out: list[str], pair: Pair, open_: list[Pair]) -> bool:
    """Whether the first mark of a pair would close one of those that are open, because it faces both ways.

    With punctuation on both sides it does; between letters the rule of three keeps most marks from it, by the length of
    the whole run of asterisks in which the other one stands (CommonMark 0.31, rules 9 and 10).
    """
    if not open_:
        return False
    before, first, _, _ = _beside(out, pair)
    if kind_of(before) == kind_of(first) == LETTER:
        return any((_run_length(out, outer.start) + pair.length) % 3 for outer in open_)
    return kind_of(before) == MARK and kind_of(first) != LETTER


def _run_length(out: list[str], at: int) -> int:
    """How many asterisks stand in the run that a settled mark is part of."""
    start = end = at
    while start and not out[start - 1].strip("*"):
        start -= 1
    while end + 1 < len(out) and not out[end + 1].strip("*"):
        end += 1
    return sum(map(len, out[start : end + 1]))


def _faces_both_ways(out: list[str], pair: Pair) -> bool:
    """Whether the mark that closes a pair could open one as well: between letters, or with punctuation on both sides."""
    _, _, last, after = _beside(out, pair)
    return after != "*" and (kind_of(after) == LETTER or kind_of(last) == kind_of(after) == MARK)


def _mark_of(out: list[str], pair: Pair, *, may_touch: bool = False, can_be_star: bool = True) -> str:
    """The mark that a pair can have where it stands; empty when there is none."""
    beside = _beside(out, pair)
    return _mark(pair.length, beside, can_be_star=can_be_star) or (_touching(pair.length, beside) if may_touch else "")


def _would_join(out: list[str], left: Pair, right: Pair) -> bool:
    """Whether two pairs that touch would find a mark as one."""
    if out[left.end - 1][-1:] == out[right.start + 1][:1] == "`":
        return False
    kept = out[left.end], out[right.start]
    out[left.end] = out[right.start] = ""
    whole = Pair(left.start, left.tag, left.length)
    whole.end = right.end
    mark = _mark_of(out, whole)
    out[left.end], out[right.start] = kept
    return bool(mark)


def _mark(length: int, beside: Characters, *, can_be_star: bool = True) -> str:
    """The mark that is read between these characters; empty when there is none."""
    before, first, last, after = beside
    left, right = kind_of(before), kind_of(after)
    if not (_flanks(kind_of(first), left) and _flanks(kind_of(last), right)):
        return ""
    if not length:
        return "" if "~" in beside else "~~"
    if can_be_star and "*" not in (before, after):
        return "*" * length
    if "_" not in (before, after) and left in (BLANK, MARK) and right in (BLANK, MARK):
        return "_" * length
    return ""


def _touching(length: int, beside: Characters) -> str:
    """Asterisks although they touch others."""
    before, first, last, after = beside
    faces = _flanks(kind_of(first), kind_of(before)) and _flanks(kind_of(last), kind_of(after))
    return "*" * length if faces and length else ""
