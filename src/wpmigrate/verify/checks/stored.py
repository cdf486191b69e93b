"""The words of the stored body, read without any of WordPress's rules."""

from collections import Counter
from collections.abc import Iterator

from wpmigrate.verify.pair import Difference, Pair
from wpmigrate.verify.tokens import excerpt, missing, parted


def stored(pair: Pair) -> Iterator[Difference]:
    """Every word of the stored body is in the output; those that the other comparison misses are not counted twice."""
    shown = Counter(pair.want.text) - Counter(pair.have.text)
    lost = missing(pair.stored, parted(pair.have.text) + shown)
    lost = lost[pair.hidden_elsewhere :]
    yield Difference("stored words", len(lost), len(pair.stored), excerpt(lost))
