"""Shortcodes of services: an address or an id, shown as an embed with the words that stand in the brackets."""

import re
from urllib.parse import quote

from wpmigrate.content.lone_addresses import show_address
from wpmigrate.content.scene import Scene
from wpmigrate.html import unescape

from .grammar import Shortcode

#: The address for an id, by shortcode. Names of Jetpack, Shortcodes Ultimate, Fusion and kin.
SERVICES = {
    "CodePen": "https://codepen.io/pen/{}",
    "archives_org": "https://archive.org/details/{}",
    "archiveorg": "https://archive.org/details/{}",
    "bandcamp": "",
    "bliptv": "http://blip.tv/play/{}",
    "codepen": "https://codepen.io/pen/{}",
    "codepen_embed": "https://codepen.io/pen/{}",
    "crowdsignal": "https://poll.fm/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
    "facebook": "",
    "flickr": "",
    "flickrvideo": "",
    "fusion_vimeo": "https://vimeo.com/{}",
    "fusion_youtube": "https://www.youtube.com/watch?v={}",
    "gist": "https://gist.github.com/{}",
    "github-gist": "https://gist.github.com/{}",
    "googlemaps": "",
    "googlevideo": "",
    "instagram": "https://www.instagram.com/p/{}/",
    "issuu": "",
    "jsfiddle": "https://jsfiddle.net/{}",
    "kickstarter": "",
    "mailchimp_subscriber_popup": "",
    "medium": "",
    "metacafe": "http://www.metacafe.com/watch/{}/",
    "mixcloud": "https://www.mixcloud.com/{}/",
    "pinterest": "",
    "polldaddy": "https://poll.fm/{}",
    "scribd": "https://www.scribd.com/document/{}",
    "slideshare": "https://www.slideshare.net/slideshow/embed_code/{}",
    "soundcloud": "https://soundcloud.com/{}",
    "spotify": "https://open.spotify.com/{}",
    "su_dailymotion": "https://www.dailymotion.com/video/{}",
    "su_vimeo": "https://vimeo.com/{}",
    "su_youtube": "https://www.youtube.com/watch?v={}",
    "su_youtube_advanced": "https://www.youtube.com/watch?v={}",
    "ted": "https://www.ted.com/talks/{}",
    "tiktok": "",
    "tweet": "https://twitter.com/i/status/{}",
    "twitch": "https://www.twitch.tv/{}",
    "twitter": "https://twitter.com/i/status/{}",
    "ustream": "https://www.ustream.tv/recorded/{}",
    "videopress": "https://videopress.com/v/{}",
    "vimeo": "https://vimeo.com/{}",
    "vine": "https://vine.co/v/{}",
    "wpvideo": "https://videopress.com/v/{}",
    "youtube": "https://www.youtube.com/watch?v={}",
    "youtube_sc": "https://www.youtube.com/watch?v={}",
    "youtubeplaylist": "https://www.youtube.com/playlist?list={}",
    "ytp_video": "https://www.youtube.com/watch?v={}",
}
_KEYS = (
    "url",
    "src",
    "href",
    "link",
    "source",
    "id",
    "v",
    "video",
    "video_id",
    "tweet",
    "poll",
    "clip_id",
    "slug_hash",
    "0",
)
_TAG = re.compile(r"<[^<>]*>")
_ID = re.compile(r"[\w.:/-]+")
_QUOTED = re.compile(r"""(?<![\w-])[\w-]++\s*+=\s*(?:"[^"]*"|'[^']*')""")
_SETTING = re.compile(r"[\w-]+\s*=")
_ADDRESS = re.compile(r"(?:[a-z]+=)?(?:https?:)?//", re.IGNORECASE)


def service(code: Shortcode, scene: Scene) -> str | None:
    """An embed of the address, or of the one that the id stands for; None where neither is to be found."""
    target = _target(code)
    if not _named(code) and len(_TAG.sub("", code.content or "").split()) > 1:
        return None  # more than an address: nothing of it may go
    if target.startswith("//"):
        target = "https:" + target
    if "://" not in target:
        template = SERVICES.get(code.name, "")
        found = _ID.match(target)
        if not template or found is None or ("0" in code.attributes and _is_word(found[0])):
            return None
        target = template.format(quote(found[0], safe="/:"))
    rest = scene.expand(code.content or "") if _named(code) else ""
    if f'/{target.rstrip("/").rpartition("/")[2]}"' in rest:
        return f"<div>{rest}</div>"  # it links there itself
    return show_address(target, scene, _label(code)) + rest


def _is_word(text: str) -> bool:
    """Whether it rather is a word in brackets than an id, which has digits, signs or capitals within."""
    return text.isalpha() and text[1:].islower()


def _label(code: Shortcode) -> str:
    """What WordPress shows of `[name words]` without the plugin, but for addresses and quoted settings.

    Empty where the shortcode encloses its target or tells it in an attribute: it has no words of its own.
    """
    text = unescape(code.attribute_text).lstrip()
    if not text or _SETTING.match(text):
        return ""
    words = (word.strip("\"'”") for word in _QUOTED.sub(" ", text.lstrip("=: ")).split())
    return " ".join([code.name, *(word for word in words if word and not _ADDRESS.match(word))])


def _target(code: Shortcode) -> str:
    """What the shortcode names: `[x=target]`, an attribute, the first word, or what it encloses."""
    return (_named(code) or unescape(_TAG.sub("", code.content or "")).strip()).partition(" ")[0]


def _named(code: Shortcode) -> str:
    text = unescape(code.attribute_text).lstrip()
    if text.startswith(("=", ":")):
        return text[1:].strip(" \"'”")
    attributes = code.attributes
    return unescape(next((attributes[key] for key in _KEYS if attributes.get(key)), "")).strip()
