"""Links, by where they lead."""

from collections import Counter
from collections.abc import Iterator

from wpmigrate.verify.addresses import address_key, player_key
from wpmigrate.verify.facts import Link
from wpmigrate.verify.pair import Difference, Pair, says_itself
from wpmigrate.verify.tokens import ENDS_OF_SENTENCES, excerpt, is_address


def links(pair: Pair) -> Iterator[Difference]:
    """Every link leads where it led. One whose text is its address may have become that text, or a player."""
    there = Counter(pair.have_link(link.address) for link in pair.have.links)
    bare = Counter(pair.have_link(token.rstrip(ENDS_OF_SENTENCES)) for token in pair.have.text if is_address(token))
    there += bare - there
    lost = []
    for link in pair.want.links:
        key = pair.want_link(link.address)
        if there[key] > 0:
            there[key] -= 1
        else:
            lost.append(link)
    lost = _beyond_trackers(_not_shown_otherwise(lost, pair), pair.named.trackers) if lost else []
    addresses = pair.beyond_unsafe([link.address for link in lost])
    yield Difference("links", len(addresses), len(pair.want.links), excerpt(addresses))


def _beyond_trackers(lost: list[Link], trackers: int) -> list[Link]:
    """What is lost, without as many links around pictures alone as pictures that count readers were left out."""
    kept = []
    for link in lost:
        if link.is_picture and trackers > 0:
            trackers -= 1
        else:
            kept.append(link)
    return kept


def _not_shown_otherwise(lost: list[Link], pair: Pair) -> list[Link]:
    """What is lost, without links that said their own address where a player or that very text stands now."""
    there = pair.shown_otherwise()
    # Scripts without blanks run on where an address ends.
    shown = [address_key(token) for token in pair.have.text if is_address(token)]
    kept = []
    for link in lost:
        key = player_key(link.address)
        if not says_itself(link):
            kept.append(link)
        elif there[key] > 0:
            there[key] -= 1
        elif not any(other.startswith(address_key(link.address)) for other in shown):
            kept.append(link)
    return kept
