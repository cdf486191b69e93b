"""The words of the public comments."""

from collections.abc import Iterator

from wpmigrate.verify.pair import Difference, Pair
from wpmigrate.verify.tokens import excerpt, missing, parted


def comments(pair: Pair) -> Iterator[Difference]:
    """Every word of the stored comments is in the output, but for as many as were left out by name."""
    if pair.have_comments is not None:
        lost = missing(pair.want_comments, parted(pair.have_comments))[pair.named.comment_words :]
        yield Difference("comments", len(lost), len(pair.want_comments), excerpt(lost))
