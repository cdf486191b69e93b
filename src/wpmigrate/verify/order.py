"""What is lost, added and moved between two sequences of tokens, in about linear time.

A patience diff: tokens that stand once on both sides are anchors; the longest run of them that is in order holds, and
what lies between two of them is compared in the same way. Where there are no anchors, only numbers and order count.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .tokens import missing

_DEEPEST = 12
"""Rounds of anchors within the gaps of anchors; text needs two or three."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Tokens of the first sequence that the second lacks, has besides, or has in another place; all in text order."""

    lost: list[str]
    added: list[str]
    moved: list[str]


def compare(want: Sequence[str], have: Sequence[str]) -> Moved:
    """How `have` differs from `want`."""
    lost: list[str] = []
    added: list[str] = []
    moved: list[str] = []
    waiting = [(want, have, 0)]
    while waiting:
        left, right, depth = waiting.pop()
        left, right = _without_equal_ends(left, right)
        gaps = _gaps(left, right) if left and right and depth < _DEEPEST else []
        if gaps:
            waiting += [(one, other, depth + 1) for one, other in reversed(gaps)]
        else:
            _compare_numbers(left, right, lost, added, moved)
    elsewhere = Counter(lost) & Counter(added)
    return Moved(
        lost=missing(lost, elsewhere), added=missing(added, elsewhere), moved=[*_only(lost, elsewhere), *moved]
    )


def _without_equal_ends(left: Sequence[str], right: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Both without what they begin and end with alike."""
    shorter = min(len(left), len(right))
    start = 0
    while start < shorter and left[start] == right[start]:
        start += 1
    end = 0
    while end < shorter - start and left[-1 - end] == right[-1 - end]:
        end += 1
    return left[start : len(left) - end], right[start : len(right) - end]


def _gaps(left: Sequence[str], right: Sequence[str]) -> list[tuple[Sequence[str], Sequence[str]]]:
    """What lies between the anchors on both sides; nothing when there are none."""
    places = _single(right)
    anchors = [(position, places[token]) for token, position in _single(left).items() if token in places]
    held = _longest_run(anchors)
    if not held:
        return []
    gaps = []
    before_left = before_right = 0
    for in_left, in_right in held:
        gaps.append((left[before_left:in_left], right[before_right:in_right]))
        before_left, before_right = in_left + 1, in_right + 1
    gaps.append((left[before_left:], right[before_right:]))
    return gaps


def _single(sequence: Sequence[str]) -> dict[str, int]:
    """Where the tokens stand that stand once, in order."""
    counts = Counter(sequence)
    return {token: position for position, token in enumerate(sequence) if counts[token] == 1}


def _longest_run(anchors: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the anchors, ordered by the first side, that is in the order of the second side too."""
    ends: list[int] = []
    best: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(anchors):
        length = bisect_left(ends, place)
        before.append(best[length - 1] if length else -1)
        if length == len(ends):
            ends.append(place)
            best.append(number)
        else:
            ends[length] = place
            best[length] = number
    run: list[tuple[int, int]] = []
    number = best[-1] if best else -1
    while number >= 0:
        run.append(anchors[number])
        number = before[number]
    return run[::-1]


def _compare_numbers(
    left: Sequence[str], right: Sequence[str], lost: list[str], added: list[str], moved: list[str]
) -> None:
    """A stretch without anchors: what stands more often on one side, and what the rest has in another order."""
    if not left or not right:
        lost += left
        added += right
        return
    shared = Counter(left) & Counter(right)
    lost += missing(left, shared)
    added += missing(right, shared)
    one, other = _only(left, shared), _only(right, shared)
    # Which of several equal tokens is the one that is left out is anybody's guess: from either end will do.
    if one != other and _only(left[::-1], shared) != _only(right[::-1], shared):
        moved += [token for token, beside in zip(one, other, strict=True) if token != beside]


def _only(sequence: Sequence[str], wanted: Counter[str]) -> list[str]:
    """The first tokens of the sequence that `wanted` holds, as often as it holds them."""
    left = wanted.copy()
    kept = []
    for token in sequence:
        if left[token] > 0:
            left[token] -= 1
            kept.append(token)
    return kept
