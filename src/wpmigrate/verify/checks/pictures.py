"""Pictures and players, by their addresses."""

from collections.abc import Iterator

from wpmigrate.verify.addresses import picture_key, player_key
from wpmigrate.verify.facts import Facts
from wpmigrate.verify.pair import Difference, Pair
from wpmigrate.verify.tokens import excerpt


def pictures(pair: Pair) -> Iterator[Difference]:
    """Every picture with its text for people who do not see it, and every player, which may have become a link."""
    lost, silent = _lost_pictures(pair.want, pair.have)
    lost = pair.beyond_unsafe(lost)
    trackers = min(pair.named.trackers, len(lost))
    spoken = sum(bool(alt) for _, alt in pair.want.pictures)
    yield Difference("images", len(lost) - trackers, len(pair.want.pictures), excerpt(lost))
    yield Difference("alt texts", len(silent), spoken, excerpt(silent))
    there = {player_key(address) for address in pair.have.addresses} if pair.want.media else set()
    unplayed = [played[0] for played in pair.want.media if not any(player_key(one) in there for one in played)]
    unplayed = pair.beyond_unsafe(unplayed)
    trackers = min(pair.named.trackers - trackers, len(unplayed))
    yield Difference("media", len(unplayed) - trackers, len(pair.want.media), excerpt(unplayed))


def _lost_pictures(want: Facts, have: Facts) -> tuple[list[str], list[str]]:
    """(addresses of lost pictures, texts that are lost although their pictures are there)."""
    there: dict[str, list[str]] = {}
    for addresses, alt in have.pictures:
        there.setdefault(picture_key(addresses[0]), []).append(alt)
    lost: list[str] = []
    silent: list[str] = []
    for addresses, alt in want.pictures:
        alts = next((alts for address in addresses if (alts := there.get(picture_key(address)))), None)
        if alts is None:
            lost.append(addresses[0])
        elif alt in alts:
            alts.remove(alt)
        else:
            alts.pop()
            silent += [alt] if alt else []
    return lost, silent
