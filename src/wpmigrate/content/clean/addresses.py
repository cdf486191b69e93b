"""Addresses of pictures and players: the one that is shown, and the original behind it."""

import re
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
#: What WordPress puts before the extension of a copy: one size, behind that of a picture it scaled when it came. Another
#: size before them is part of the name that the author gave it.
_COPY = re.compile(r"(?<!/)(?:-scaled(?:-\d{1,5}x\d{1,5})?|-\d{1,5}x\d{1,5})(?=\.[A-Za-z]{3,4}$)")
#: So long are these with the extension at most.
_TAIL = 30
#: The class that the editors give a picture, or the figure round it, that they show as it came.
_FULL = "size-full"
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


def is_original(image: HtmlElement) -> bool:
    """Whether the editor says that the picture is shown in its full size: no copy, whatever its name looks like."""
    box = image.getparent()
    box = box.getparent() if box is not None and box.tag == "a" else box
    return any(
        element is not None and _FULL in (element.get("class") or "").split()
        for element in (image, box if box is not None and box.tag == "figure" else None)
    )


def original_address(address: str, options: CleanOptions, *, is_full: bool = False) -> str:
    """The address of the original of a resized picture of the site; any other address as it is.

    `is_full`: a size in the name is no mark of a copy. Nor is it in the names of files of the library.
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
            return _without_mark(address, options, is_full=is_full)
    return _without_size(address, options, is_full=is_full)


def _without_size(address: str, options: CleanOptions, *, is_full: bool) -> str:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return address
    is_upload = "/wp-content/uploads/" in parts.path or host.endswith(".files.wordpress.com")
    if not is_upload and host and not is_host_in(host, options.site_hosts):
        return address
    path = _without_mark(parts.path, options, is_full=is_full)
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


def _without_mark(path: str, options: CleanOptions, *, is_full: bool) -> str:
    """A path without what marks a copy (`-scaled-300x225`), unless it is a name of its own."""
    mark = _copy(path)
    if mark is None or unquote(path.rpartition("/")[2]) in options.sized_names or (is_full and mark[0] != "-scaled"):
        return path
    return path[: mark.start()] + path[mark.end() :]


def player_address(address: str) -> str:
    """The address of a player in a frame, for the addresses that Flash players and watch pages had."""
    for pattern, form in _PLAYERS:
        match = pattern.match(address)
        if match is not None:
            return form.format(match[1] or "", match[2])
    return address
