"""Addresses in one spelling, so that what was rewritten or encoded anew is still found.

Two spellings of one picture (its smaller copies, Photon's) and of one player are equal; the rules are those of the
services, written down here once more, so that a wrong rewriting shows.
"""

import re
import unicodedata
from urllib.parse import parse_qs, unquote, urlsplit

_PHOTON = re.compile(r"i\d\.wp\.com/")
_SIZE = re.compile(r"(?:-\d{1,5}x\d{1,5}|-scaled)+(?=\.[A-Za-z]{3,4}$)")
_PICTURE = re.compile(r"\.(?:jpe?g|jpe|png|gif|webp|avif|bmp|svg|ico|tiff?)$", re.IGNORECASE)
_PLAYERS = (
    ("youtube", re.compile(r"(?:youtube(?:-nocookie)?\.com/(?:embed/|v/|watch\?(?:\S*&)?v=)|youtu\.be/)([\w-]{6,})")),
    ("vimeo", re.compile(r"vimeo\.com/(?:video/|moogaloop\.swf\?(?:\S*&)?clip_id=)?(\d+)")),
    ("dailymotion", re.compile(r"(?:dailymotion\.com/(?:embed/video|swf/video|swf|video)/|dai\.ly/)(\w+)")),
)
_LONGEST = 2000
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_NO_WORDS = re.compile("[\x00-\x20\x7f-\xa0]+")
COMMON_SCHEMES = frozenset({"", "http", "https", "mailto", "tel", "ftp"})
"""Schemes that nothing may leave out."""
_RUNS = frozenset({"javascript", "vbscript", "livescript", "mocha", "data"})


def scheme_of(url: str) -> str:
    """The scheme, lower case, read as browsers do: blanks and controls are skipped; empty without one."""
    found = _SCHEME.match(_NO_WORDS.sub("", url[:200]))
    return found[1].lower() if found else ""


def leads_somewhere(url: str) -> bool:
    """Whether following the address shows something and runs nothing."""
    bare = url.strip()
    return bool(bare) and bare != "#" and scheme_of(bare) not in _RUNS


def address_key(url: str) -> str:
    """The address without http or https, percent-encoding and the last slash, its host in lower case."""
    bare = unquote(_unbroken(url)).strip()
    if not bare.isascii():
        bare = unicodedata.normalize("NFC", bare)
    scheme, separator, rest = bare.partition("//")
    if not separator or scheme.lower() not in ("", "http:", "https:"):
        return bare
    host, slash, path = rest.partition("/")
    return (host.lower() + slash + path).rstrip("/")


def picture_key(url: str) -> str:
    """The key of the picture that an address shows a copy of."""
    key = _PHOTON.sub("", address_key(url), count=1)
    path, _, query = key.partition("?")
    path = path.partition("#")[0]
    if _PICTURE.search(path):
        return _SIZE.sub("", path)
    return f"{path}?{query}" if query else path


def player_key(url: str) -> str:
    """The service and number of a film whatever player shows it, else the key of the address."""
    for service, pattern in _PLAYERS:
        found = pattern.search(url, 0, _LONGEST)
        if found:
            return f"{service}:{found[1]}"
    return address_key(url)


def told_addresses(variables: str) -> list[str]:
    """The whole addresses in the variables of a Flash player, or in the query of an address."""
    if "://" not in variables and "%3a" not in variables.lower():
        return []
    try:
        query = urlsplit(variables).query if variables.startswith(("http:", "https:", "//")) else variables
        values = parse_qs(query.replace("&amp;", "&"), max_num_fields=100).values()
    except ValueError:
        return []
    return [value for group in values for value in group if value.startswith(("http://", "https://"))]


def _unbroken(url: str) -> str:
    """The address without the line ends and tabs that browsers skip (URL Standard)."""
    if "\n" in url or "\t" in url or "\r" in url:
        return url.replace("\n", "").replace("\t", "").replace("\r", "")
    return url
