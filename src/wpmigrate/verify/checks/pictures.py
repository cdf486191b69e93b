"""Pictures and players, by their addresses."""

from collections.abc import Iterator

from wpmigrate.links import UPLOADS
from wpmigrate.verify.addresses import picture_key, player_key
from wpmigrate.verify.facts import Picture
from wpmigrate.verify.pair import Difference, LinkKey, Pair
from wpmigrate.verify.tokens import excerpt


def pictures(pair: Pair) -> Iterator[Difference]:
    """Every picture with its text for people who do not see it, and every player, which may have become a link."""
    pictures, silent = _lost_pictures(pair)
    # Points first: they are what is left out by name.
    lost = [picture.addresses[0] for picture in sorted(pictures, key=lambda picture: not picture.is_tiny)]
    lost = pair.beyond_unsafe(lost)
    trackers = min(pair.named.trackers, len(lost))
    spoken = sum(bool(picture.alt) for picture in pair.want.pictures)
    yield Difference("images", len(lost) - trackers, len(pair.want.pictures), excerpt(lost[trackers:]))
    yield Difference("alt texts", len(silent), spoken, excerpt(silent))
    there = {player_key(_moved(pair.have_link, one)) for one in pair.have.addresses} if pair.want.media else set()
    unplayed = [
        played[0]
        for played in pair.want.media
        if not any(player_key(_moved(pair.want_link, one)) in there for one in played)
    ]
    unplayed = pair.beyond_unsafe(unplayed)
    gone = min(pair.named.trackers - trackers + pair.named.players, len(unplayed))
    yield Difference("media", len(unplayed) - gone, len(pair.want.media), excerpt(unplayed[gone:]))


def _moved(link: LinkKey, address: str) -> str:
    """An upload of the site's own by its path below the site, wherever it is served; any other address as it is."""
    key = link(address)
    return key if key.startswith(f"{UPLOADS}/") else address


def _picture(link: LinkKey, address: str) -> str:
    """The key of a picture, the same wherever an upload of the site's own is served."""
    key = picture_key(address)
    bare = f"//{key}" if "//" in address else address  # without the service that shows a copy of it
    moved = _moved(link, bare)
    return key if moved == bare else picture_key(moved)


def _lost_pictures(pair: Pair) -> tuple[list[Picture], list[str]]:
    """(lost pictures, texts that are lost although their pictures are there)."""
    there: dict[str, list[str]] = {}
    for picture in pair.have.pictures:
        there.setdefault(_picture(pair.have_link, picture.addresses[0]), []).append(picture.alt)
    lost: list[Picture] = []
    silent: list[str] = []
    for picture in pair.want.pictures:
        keys = (_picture(pair.want_link, address) for address in picture.addresses)
        alts = next((alts for key in keys if (alts := there.get(key))), None)
        if alts is None:
            lost.append(picture)
        elif picture.alt in alts:
            alts.remove(picture.alt)
        else:
            alts.pop()
            silent += [picture.alt] if picture.alt else []
    return lost, silent
