"""Addresses of pictures and players: the one that is shown, and the original behind it."""

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from wpmigrate.html import HtmlElement, bare_url

from .hosts import is_host_in
from .options import CleanOptions

#: Attributes in which plugins keep the address of a picture until a script shows it; the original's first.
_LAZY = ("data-orig-file", "data-src", "data-lazy-src", "data-original", "data-lazy", "data-echo", "data-cfsrc",
         "data-actualsrc", "data-real-src", "data-srcset", "data-lazy-srcset", "srcset")  # fmt: skip
_LAZY_NAMES = frozenset(_LAZY)
#: What stands in `src` until then.
_PLACEHOLDER = re.compile(
    r"(?:^|[/_-])(?:blank|placeholder|spacer|lazy\w*|loading|transparent|grey|gray|pixel|1x1|trans|clear|dummy)"
    r"[\w-]*\.(?:gif|png|svg|jpe?g|webp)(?:$|\?)",
    re.IGNORECASE,
)
#: What WordPress puts before the extension of a copy.
_SCALED = "-scaled"
_MARK = re.compile(rf"{_SCALED}|-\d{{1,5}}x\d{{1,5}}")
_COPY = re.compile(rf"(?<!/)(?:{_MARK.pattern})(?=\.[A-Za-z]{{3,4}}$)")
_SIZE = re.compile(r"-\d{1,5}x\d{1,5}(?=\.[A-Za-z]{3,4}$)")
#: So long is the name of a file at most, percent-encoded.
_NAME = 3 * 255
#: So long is it with the extension at most.
_TAIL = 20
#: The class that the editors give a picture, or the figure round it, that they show as it came.
_FULL = "size-full"
_MEDIA_AND_TEXT = "wp-block-media-text__media"
_PHOTON = re.compile(r"(?:https?:)?//i\d\.wp\.com/([^/?#]+\.[^/?#]+)(/[^?#]*)(\?[^#]*)?", re.IGNORECASE)
#: Queries with which WordPress.com and Photon ask for another size.
_RESIZERS = frozenset(
    {"w", "h", "resize", "fit", "crop", "zoom", "quality", "ssl", "strip", "size", "lb", "ulb", "is-pending-load"}
)
_PLAYERS = (
    (re.compile(r"(?:https?:)?//(?:www\.|m\.)?youtube(-nocookie)?\.com/v/([\w-]{6,})", re.IGNORECASE), "https://www.youtube{0}.com/embed/{1}"),
    (re.compile(r"(?:https?:)?//(?:www\.|m\.)?youtube()\.com/watch\?(?:.*&)?v=([\w-]{6,})", re.IGNORECASE), "https://www.youtube{0}.com/embed/{1}"),
    (re.compile(r"(?:https?:)?//(?:www\.)?vimeo()\.com/moogaloop\.swf\?(?:.*&)?clip_id=(\d+)", re.IGNORECASE), "https://player.vimeo{0}.com/video/{1}"),
    (re.compile(r"(?:https?:)?//(?:www\.)?dailymotion()\.com/swf/(?:video/)?(\w+)", re.IGNORECASE), "https://www.dailymotion{0}.com/embed/video/{1}"),
)  # fmt: skip


def host_and_path(address: str) -> tuple[str, str]:
    """The host of an address, lower case and without user and port, and its path; ("", "") for a relative one."""
    _, slashes, rest = address.partition("//")
    if not slashes:
        return "", ""
    host, slash, path = rest.partition("/")
    return _host_name(host), slash + path.partition("?")[0].partition("#")[0] or "/"


@lru_cache(maxsize=1024)
def _host_name(host: str) -> str:
    return host.partition("?")[0].partition("#")[0].rpartition("@")[2].partition(":")[0].lower()


def shown_address(image: HtmlElement) -> str:
    """The address of the picture that a page shows; empty when it has none.

    `src`, unless it only holds the place until a script puts in the address that another attribute keeps.
    """
    source = bare_url(image.get("src"))
    if _LAZY_NAMES.isdisjoint(image.keys()):
        return source
    if source and source[:5].lower() != "data:" and not _PLACEHOLDER.search(source):
        return source
    for name in _LAZY:
        value = image.get(name)
        if value and value.strip():
            address = _largest(value) if name.endswith("srcset") else bare_url(value)
            if address and address[:5].lower() != "data:":
                return address
    return source


def _largest(srcset: str) -> str:
    """The address of the widest picture of a `srcset`."""
    best, width = "", -1.0
    for candidate in srcset.split(", "):
        address, _, size = candidate.strip().strip(",").partition(" ")
        try:
            value = float(size.strip()[:-1] or 0)
        except ValueError:
            value = 0.0
        if address and value > width:
            best, width = address, value
    return best


def original_names(root: HtmlElement) -> frozenset[str]:
    """Names of pictures of a body that end like those of copies, and are originals.

    WordPress writes one size: another before it (`poster-600x900-200x300.jpg`) is part of the name that the author gave
    the picture. So is the size of a picture that the editor says is shown as it came.
    """
    found = set()
    for image in root.iter("img"):
        address = shown_address(image).partition("?")[0]
        if _copy(address) is None:
            continue
        name = _name_of(address)
        if not _is_shown_in_full(image):
            name = _SIZE.sub("", name, count=1)
        name = name.replace(f"{_SCALED}.", ".")
        if _SIZE.search(name) is not None:
            found.add(name)
    return frozenset(found)


def _is_shown_in_full(image: HtmlElement) -> bool:
    """Whether the editor says so. A block of media and text says it of the large copy that it shows."""
    box = image.getparent()
    box = box.getparent() if box is not None and box.tag == "a" else box
    of_box = (box.get("class") or "").split() if box is not None and box.tag == "figure" else []
    return _MEDIA_AND_TEXT not in of_box and (_FULL in of_box or _FULL in (image.get("class") or "").split())


def original_address(address: str, options: CleanOptions) -> str:
    """The address of the original of a resized picture of the site; any other address as it is.

    Photon (`i0.wp.com/HOST/PATH?resize=…`) serves copies of pictures of other hosts; WordPress writes the size it made
    before the extension (`-300x225`, from 5.3 on `-scaled`); WordPress.com takes sizes in the query.
    """
    if not options.original_images or address[:5].lower() == "data:":
        return address
    photon = _PHOTON.match(address) if "wp.com/" in address else None
    if photon is not None:
        scheme = "https" if "ssl=1" in (photon[3] or "") else "http"
        address = f"{scheme}://{photon[1]}{photon[2]}"
    if "?" not in address:
        if "-" not in address or _copy(address) is None:
            return address
        if "/wp-content/uploads/" in address:
            return _without_marks(address, options.sized_names)
    return _without_size(address, options)


def _without_size(address: str, options: CleanOptions) -> str:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return address
    is_upload = "/wp-content/uploads/" in parts.path or host.endswith(".files.wordpress.com")
    if not is_upload and host and not is_host_in(host, options.site_hosts):
        return address
    path = _without_marks(parts.path, options.sized_names)
    query = parts.query
    if query:
        pairs = parse_qsl(query, keep_blank_values=True)
        if all(name in _RESIZERS for name, _ in pairs):
            query = ""
        elif any(name in _RESIZERS for name, _ in pairs):
            query = urlencode([pair for pair in pairs if pair[0] not in _RESIZERS], quote_via=quote)
    return urlunsplit((parts.scheme, parts.netloc, path, query, parts.fragment))


def _copy(path: str) -> re.Match[str] | None:
    return _COPY.search(path, max(0, len(path) - _TAIL))


def _without_marks(path: str, originals: AbstractSet[str]) -> str:
    """A path without what marks a copy, of which there may be several (`-scaled-300x225`), down to a known original."""
    if _copy(path) is None:
        return path
    slash, dot = path.rfind("/"), path.rfind(".")
    extension, end = path[dot:], dot
    while (dash := path.rfind("-", slash + 2, end)) >= 0 and _MARK.fullmatch(path, dash, end) is not None:
        if originals and end - slash <= _NAME and unquote(path[slash + 1 : end] + extension) in originals:
            break
        end = dash
    return path[:end] + extension


def _name_of(path: str) -> str:
    return unquote(path.rpartition("/")[2])


def player_address(address: str) -> str:
    """The address of a player in a frame, for the addresses that Flash players and watch pages had."""
    for pattern, form in _PLAYERS:
        match = pattern.match(address)
        if match is not None:
            return form.format(match[1] or "", match[2])
    return address
