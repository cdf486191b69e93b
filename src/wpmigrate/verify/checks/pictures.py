"""Pictures and players, by their addresses."""

from collections.abc import Iterator

from wpmigrate.verify.addresses import picture_key, player_key
from wpmigrate.verify.facts import Facts, Picture
from wpmigrate.verify.pair import Difference, Pair
from wpmigrate.verify.tokens import excerpt


def pictures(pair: Pair) -> Iterator[Difference]:
    """Every picture with its text for people who do not see it, and every player, which may have become a link."""
    pictures, silent = _lost_pictures(pair.want, pair.have)
    # Points first: they are what is left out by name.
    lost = [picture.addresses[0] for picture in sorted(pictures, key=lambda picture: not picture.is_tiny)]
    lost = pair.beyond_unsafe(lost)
    trackers = min(pair.named.trackers, len(lost))
    spoken = sum(bool(picture.alt) for picture in pair.want.pictures)
    yield Difference("images", len(lost) - trackers, len(pair.want.pictures), excerpt(lost[trackers:]))
    yield Difference("alt texts", len(silent), spoken, excerpt(silent))
    there = {player_key(address) for address in pair.have.addresses} if pair.want.media else set()
    unplayed = [played[0] for played in pair.want.media if not any(player_key(one) in there for one in played)]
    unplayed = pair.beyond_unsafe(unplayed)
    gone = min(pair.named.trackers - trackers + pair.named.players, len(unplayed))
    yield Difference("media", len(unplayed) - gone, len(pair.want.media), excerpt(unplayed[gone:]))


def _lost_pictures(want: Facts, have: Facts) -> tuple[list[Picture], list[str]]:
    """(lost pictures, texts that are lost although their pictures are there)."""
    there: dict[str, list[str]] = {}
    for picture in have.pictures:
        there.setdefault(picture_key(picture.addresses[0]), []).append(picture.alt)
    lost: list[Picture] = []
    silent: list[str] = []
    for picture in want.pictures:
        alts = next((alts for address in picture.addresses if (alts := there.get(picture_key(address)))), None)
        if alts is None:
            lost.append(picture)
        elif picture.alt in alts:
            alts.remove(picture.alt)
        else:
            alts.pop()
            silent += [picture.alt] if picture.alt else []
    return lost, silent
