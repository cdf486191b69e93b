"""The services whose lone addresses WordPress turns into players (its oEmbed providers), by host."""

import re
from urllib.parse import parse_qs

from wpmigrate.html import split_url

#: From the list of `WP_oEmbed` through WordPress 7.1, with services that it knew before and that Jetpack adds.
_HOSTS = frozenset(
    """
    youtube.com youtube-nocookie.com youtu.be vimeo.com dailymotion.com dai.ly flickr.com flic.kr smugmug.com
    scribd.com wordpress.tv polldaddy.com poll.fm crowdsignal.com survey.fm crowdsignal.net twitter.com x.com
    soundcloud.com slideshare.net spotify.com imgur.com issuu.com mixcloud.com ted.com animoto.com video214.com
    tumblr.com kickstarter.com kck.st cloudup.com reverbnation.com videopress.com reddit.com speakerdeck.com
    screencast.com amazon.com amazon.co.uk amzn.to amzn.eu a.co z.cn someecards.com some.ly tiktok.com pinterest.com
    wolframcloud.com pca.st anghami.com bsky.app canva.com facebook.com instagram.com viddler.com qik.com
    revision3.com funnyordie.com vine.co photobucket.com hulu.com meetup.com blip.tv collegehumor.com mixcloud.com
    rdio.com gist.github.com codepen.io ustream.tv twitch.tv loom.com gfycat.com giphy.com
    datawrapper.de descript.com eventbrite.com goodreads.com kuula.co smartframe.io podbean.com simplecast.com
    whimsical.com figma.com miro.com airtable.com
    """.split()  # noqa: SIM905 - a list of hosts reads better as a text
)
_FILE = re.compile(r"\.(mp3|ogg|oga|flac|m4a|wav|mp4|m4v|webm|ogv|mov)(?:\?[^#]*)?(?:#.*)?$", re.IGNORECASE)
_SOUND = frozenset(["mp3", "ogg", "oga", "flac", "m4a", "wav"])
_YOUTUBE_ID = re.compile(r"[\w-]{6,}")


def is_embeddable(url: str) -> bool:
    """Whether the address is one of a service that WordPress shows as a player."""
    labels = _host(url).split(".")
    return any(".".join(labels[number:]) in _HOSTS for number in range(len(labels) - 1))


def file_kind(url: str) -> str:
    """What plays the file of an address: "audio" or "video", or nothing. Source: `wp_maybe_load_embeds()`."""
    found = _FILE.search(url)
    if found is None:
        return ""
    return "audio" if found[1].lower() in _SOUND else "video"


def player_address(url: str) -> str:
    """The address of the player for the address of a video; empty for services where it does not follow from that."""
    host, parts = _host(url), split_url(url)
    if host.endswith(("youtube.com", "youtu.be")):
        wanted = parse_qs(parts.query).get("v", [parts.path.rpartition("/")[2]])[0]
        return f"https://www.youtube.com/embed/{wanted}" if _YOUTUBE_ID.fullmatch(wanted) else ""
    if host == "vimeo.com" and (number := parts.path.strip("/")).isdigit():
        return f"https://player.vimeo.com/video/{number}"
    return ""


def _host(url: str) -> str:
    return (split_url(url).hostname or "").lower().removeprefix("www.")
