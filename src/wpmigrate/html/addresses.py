"""Which addresses may stay: the scheme decides, read as a browser reads it."""

import re
from urllib.parse import SplitResult, urljoin, urlsplit

from .references import unescape

#: Schemes that lead somewhere and run nothing.
SAFE_SCHEMES = frozenset({
    "http", "https", "mailto", "tel", "ftp", "ftps", "sftp", "sms", "geo", "irc", "ircs", "xmpp", "magnet", "feed",
    "webcal", "news", "nntp", "skype", "callto", "mms", "rtsp", "rtmp", "ed2k", "git", "svn", "ssh", "telnet", "gopher",
    "bitcoin", "whatsapp", "tg", "itms", "itunes", "spotify", "steam", "aim", "ymsgr", "gtalk", "urn", "doi",
    "chrome", "sip", "sips", "viber", "line", "facetime", "market", "itmss", "itms-apps", "pcast", "podcast", "maps", "mumble",
    "teamspeak", "ts3server", "ipfs", "smb", "afp", "evernote", "nfs",
})  # fmt: skip
#: "htp:", "ttps:", "htttp:", "hhttps:", "thttp:", "httpo:": mistyped, but they can run nothing.
_MISTYPED_HTTP = re.compile(r"h{0,2}[tp]{2,5}s{0,2}|[a-z]{0,2}https?[a-z]{0,2}")
#: Raster images in the address itself; SVG can hold scripts.
_RASTER = re.compile(r"data:image/(?:png|gif|jpe?g|pjpeg|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)[;,]")
#: Browsers skip these in front of and inside of a scheme (URL Standard); the others show nothing.
_SKIPPED = re.compile("[\x00-\x20\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufffd]+")
_BREAKS = dict.fromkeys(map(ord, "\t\n\r"))
_BEFORE_COLON = re.compile(r"([^/?#:]*):")
#: What else stands before a colon ("%22http:", "”http:", "1:") is the start of a relative address (RFC 3986, 3.1).
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*")
_HOST_AND_PORT = re.compile(r"(?:[\w-]+\.)+[\w-]+:\d{1,5}(?:[/?#]|$)|localhost:\d")
_PLAIN_STARTS = ("http://", "https://", "#", "mailto:")


def bare_url(url: str | None) -> str:
    """An address as it stands in an attribute, without what browsers skip: blanks around it, tabs and line ends in it."""
    bare = (url or "").strip()
    # Looking up each letter of an address takes long.
    return bare.translate(_BREAKS) if "\n" in bare or "\t" in bare or "\r" in bare else bare


def split_url(url: str) -> SplitResult:
    """The parts of an address; all of them empty for one that nobody can read, such as `http://[here`."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", "")


def join_url(base: str, url: str) -> str:
    """The address as seen from `base`; as it stands when one of both cannot be read."""
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def scheme_of(url: str) -> str:
    """The scheme as a browser would read it, lower case; empty for a relative address.

    Entities are resolved once more (Markdown resolves them in addresses), controls and blanks are skipped.
    """
    bare = _SKIPPED.sub("", unescape(url) if "&" in url else url)
    match = _BEFORE_COLON.match(bare)
    if match is None or _HOST_AND_PORT.match(bare):
        return ""
    scheme = match[1].lower()
    return scheme if _SCHEME.fullmatch(scheme) else ""


def is_safe_url(url: str) -> bool:
    """Whether an address may stay: relative, a fragment, or of a scheme that runs nothing."""
    if url.startswith(_PLAIN_STARTS):
        return True
    scheme = scheme_of(url)
    return not scheme or scheme in SAFE_SCHEMES or _MISTYPED_HTTP.fullmatch(scheme) is not None


def is_safe_image_url(url: str) -> bool:
    """Whether an address may stay as the source of a picture: as `is_safe_url`, or a raster image in the address."""
    if is_safe_url(url):
        return True
    bare = _SKIPPED.sub("", unescape(url[:64])).lower()
    return _RASTER.match(bare) is not None
