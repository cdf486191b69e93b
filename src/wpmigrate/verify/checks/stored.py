"""The words of the stored body, read without any of WordPress's rules."""

from collections import Counter
from collections.abc import Iterator

from wpmigrate.verify.pair import Difference, Pair
from wpmigrate.verify.tokens import excerpt, is_address, tokens


def stored(pair: Pair) -> Iterator[Difference]:
    """Every word of the stored body is in the output; those that the other comparison misses are not counted twice."""
    left = Counter(pair.have.text)
    left += Counter(pair.want.text) - left
    # Taken for a shortcode there, a bracket parts an address into words.
    for token in pair.have.text:
        if "[" in token and is_address(token):
            left.update(tokens(token.replace("://", " ")))
    lost = []
    for word in pair.stored:
        if left[word] > 0:
            left[word] -= 1
        else:
            lost.append(word)
    lost = lost[pair.hidden_elsewhere :]
    yield Difference("stored words", len(lost), len(pair.stored), excerpt(lost))
