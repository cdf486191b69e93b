"""Hosts: whose players are kept, and who only counts readers."""

from functools import lru_cache

#: Players of these hosts stay as `<iframe>`; a host stands for its subdomains too.
EMBED_HOSTS = frozenset({
    "airtable.com", "anchor.fm", "archive.org", "bandcamp.com", "bilibili.com", "bloomberg.com", "brightcove.net",
    "buzzsprout.com", "calameo.com", "cloudup.com", "codepen.io", "codesandbox.io", "dailymotion.com",
    "datawrapper.de", "datawrapper.dwcdn.net", "deezer.com", "desmos.com", "docs.google.com", "drive.google.com",
    "embed.music.apple.com", "embed.podcasts.apple.com", "embed.ted.com", "facebook.com", "figma.com", "flickr.com",
    "flourish.studio", "funnyordie.com", "geogebra.org", "giphy.com", "glitch.com", "google.com", "hulu.com",
    "imgur.com", "instagram.com", "issuu.com", "jsfiddle.net", "kickstarter.com", "knightlab.com", "libsyn.com",
    "livestream.com", "loom.com", "maps.google.com", "matterport.com", "media.ccc.de", "mixcloud.com",
    "nicovideo.jp", "observablehq.com", "openstreetmap.org", "padlet.com", "pinterest.com", "player.twitch.tv",
    "plotly.com", "podbean.com", "polldaddy.com", "prezi.com", "reddit.com", "redditmedia.com", "reverbnation.com",
    "rumble.com", "rutube.ru", "scratch.mit.edu", "screencast.com", "scribd.com", "shadertoy.com", "simplecast.com",
    "sketchfab.com", "slides.com", "slideshare.net", "smugmug.com", "soundcloud.com", "speakerdeck.com", "spotify.com",
    "spreaker.com", "stackblitz.com", "streamable.com", "ted.com", "tiktok.com", "transistor.fm", "tumblr.com",
    "twitch.tv", "twitter.com", "typeform.com", "umap.openstreetmap.fr", "ustream.tv", "uploads.knightlab.com",
    "viddler.com", "videopress.com", "vimeo.com", "vine.co", "vk.com", "wistia.com", "wistia.net", "wordpress.tv",
    "x.com", "youku.com", "youtu.be", "youtube-nocookie.com", "youtube.com",
})  # fmt: skip

#: Host (and its subdomains) → beginnings of paths that only count readers.
TRACKERS: dict[str, tuple[str, ...]] = {
    "stats.wordpress.com": ("/",),
    "pixel.wp.com": ("/",),
    "feeds.wordpress.com": ("/1.0/",),
    "feeds.feedburner.com": ("/~r/", "/~ff/"),
    "feedproxy.google.com": ("/~r/",),
    "doubleclick.net": ("/activity", "/ddm/activity", "/ddm/trackimp"),
    "googletagmanager.com": ("/ns.html",),
    "google-analytics.com": ("/",),
    "googleadservices.com": ("/pagead/conversion",),
    "facebook.com": ("/tr",),
    "amazon-adsystem.com": ("/e/ir", "/s/noscript"),
    "assoc-amazon.com": ("/e/ir", "/s/noscript"),
    "assoc-amazon.co.uk": ("/e/ir",),
    "assoc-amazon.de": ("/e/ir",),
    "assoc-amazon.fr": ("/e/ir",),
    "assoc-amazon.ca": ("/e/ir",),
    "assoc-amazon.jp": ("/e/ir",),
    "quantserve.com": ("/pixel",),
    "scorecardresearch.com": ("/",),
    "bat.bing.com": ("/",),
    "px.ads.linkedin.com": ("/",),
    "analytics.twitter.com": ("/",),
    "sitemeter.com": ("/",),
    "statcounter.com": ("/",),
    "c.statcounter.com": ("/",),
    "met.vgwort.de": ("/na/",),
    "vgwort.de": ("/na/",),
    "blogger.googleusercontent.com": ("/tracker/",),
    "ftjcfx.com": ("/image-",),
    "lduhtrp.net": ("/image-",),
    "tqlkg.com": ("/image-",),
    "awltovhc.com": ("/image-",),
    "ad.linksynergy.com": ("/fs-bin/show",),
    "pixel.newscred.com": ("/",),
    "mc.yandex.ru": ("/watch",),
    "counter.yadro.ru": ("/",),
    "top-fwz1.mail.ru": ("/",),
    "simpleanalyticscdn.com": ("/",),
}


def is_host_in(host: str, hosts: frozenset[str] | dict[str, tuple[str, ...]]) -> bool:
    """Whether a host, or a domain above it, is in the table."""
    while host:
        if host in hosts:
            return True
        host = host.partition(".")[2]
    return False


def is_tracker(host: str, path: str) -> bool:
    """Whether an address only counts readers."""
    starts = _tracking_paths(host)
    return bool(starts) and path.startswith(starts)


@lru_cache(maxsize=1024)
def _tracking_paths(host: str) -> tuple[str, ...]:
    """The beginnings of paths that count readers, of a host and of the domains above it."""
    found: tuple[str, ...] = ()
    while host:
        found += TRACKERS.get(host, ())
        host = host.partition(".")[2]
    return found
