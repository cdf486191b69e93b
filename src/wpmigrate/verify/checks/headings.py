"""Headings, by level and text."""

from collections import Counter
from collections.abc import Iterator

from wpmigrate.verify.pair import Difference, Pair
from wpmigrate.verify.tokens import excerpt


def headings(pair: Pair) -> Iterator[Difference]:
    """Every heading is one of the same level; their order is that of their words."""
    lost = list((Counter(pair.want.headings) - Counter(pair.have.headings)).elements())
    sample = excerpt(f"{'#' * level} {text}" for level, text in lost)
    yield Difference("headings", len(lost), len(pair.want.headings), sample)
