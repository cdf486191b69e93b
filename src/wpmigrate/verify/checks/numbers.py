"""What is only counted: marks of footnotes, drawings."""

from collections.abc import Iterator

from wpmigrate.verify.pair import Difference, Pair


def numbers(pair: Pair) -> Iterator[Difference]:
    """As many marks of footnotes, and as many drawings but those that were left out by name."""
    marks = max(0, pair.want.note_marks - pair.have.note_marks)
    yield Difference("footnotes", marks, pair.want.note_marks)
    drawings = max(0, pair.want.drawings - pair.have.drawings - pair.named.drawings)
    yield Difference("drawings", drawings, pair.want.drawings)
