"""Captures of the Wayback Machine: addresses as they were, the toolbar gone, the time of the capture.

A capture writes each address as `https://web.archive.org/web/20101215093000im_/http://…`, puts scripts into the head, a
toolbar into the body and a comment at the end; some downloaders take out all but the addresses. A raw capture (`id_`)
has none of it and is a page like any other.
"""

import re
from datetime import UTC, datetime

_HOSTS = r"(?:web|wayback|web-beta|liveweb)\.archive\.org|replay\.waybackmachine\.org"
_STAMP = r"(\d{4,14})(?:[a-z]{2}_)?"
_PREFIX = re.compile(
    rf"(?:(?:https?:)?//(?:{_HOSTS}))?/web/{_STAMP}/(?=https?:|mailto:|javascript:|//|ftp:|data:)", re.IGNORECASE
)
_ESCAPED = re.compile(rf"(?:https?:)?\\/\\/(?:{_HOSTS})\\/web\\/{_STAMP}\\/(?=https?:)", re.IGNORECASE)
_REWRITTEN_LINK = re.compile(
    rf"""<link\b[^>]{{0,400}}?\bhref\s*=\s*["']?(?:(?:https?:)?//(?:{_HOSTS}))?/web/{_STAMP}/https?:""", re.IGNORECASE
)
_MARKS = (
    "BEGIN WAYBACK TOOLBAR INSERT",
    "FILE ARCHIVED ON",
    "_static/js/wombat",
    "_static/css/banner-styles",
    "__wm.init",
    "wm-ipp",
)
_TOOLBAR_START = re.compile(r"<!--\s*BEGIN WAYBACK TOOLBAR INSERT\s*-->")
_TOOLBAR_END = re.compile(r"<!--\s*END WAYBACK TOOLBAR INSERT\s*-->")
_OWN = re.compile(r'__wm\.wombat\(\s*"(https?:[^"]+)"')
_ARCHIVED_ON = re.compile(r"FILE ARCHIVED ON (\d{1,2}:\d\d:\d\d \w{3} \d{1,2}, \d{4})")
_IN_PATH = re.compile(r"(?:^|/)(?:web/)?(\d{14})(?:id_|if_)?/(?=https?:/|[a-z0-9-]+(?:\.[a-z0-9-]+)+/)", re.IGNORECASE)


def is_capture(text: str) -> bool:
    """Whether the page bears the marks of a rewritten capture, or, where a downloader took these out, its addresses.

    A theme's own `<link>` leads to the site; one that leads into the archive was rewritten, as all the others were.
    """
    if "archive.org" in text and any(mark in text for mark in _MARKS):
        return True
    return "/web/" in text and _REWRITTEN_LINK.search(text) is not None


def unrewritten(text: str) -> tuple[str, datetime | None, str]:
    """(page, time of the capture, address of the page): addresses as they were before the capture, no toolbar.

    Of an address that the author had led to the archive one layer is taken off, which is the one that the capture put on.
    """
    captured = _time_of(text)
    text = _without_toolbar(text)
    found = _OWN.search(text)
    address = found[1] if found else ""
    text = _ESCAPED.sub("", _PREFIX.sub("", text))
    return text, captured, address


def _without_toolbar(text: str) -> str:
    """The page without the toolbar, which stands there once."""
    start = _TOOLBAR_START.search(text)
    end = _TOOLBAR_END.search(text, start.end()) if start else None
    return text[: start.start()] + text[end.end() :] if start and end else text


def _time_of(text: str) -> datetime | None:
    """From the comment at the end; else the stamp that most addresses bear."""
    found = _ARCHIVED_ON.search(text)
    if found:
        try:
            return datetime.strptime(found[1], "%H:%M:%S %b %d, %Y").replace(tzinfo=UTC)
        except ValueError:
            return None
    first = _PREFIX.search(text)
    return stamp_time(first[1]) if first else None


def stamp_time(stamp: str) -> datetime | None:
    """The moment that a stamp of 14 digits (or its beginning) names."""
    padded = (stamp + "00000101000000"[len(stamp) :])[:14]
    try:
        return datetime.strptime(padded, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def capture_in_path(path: str) -> tuple[datetime | None, str]:
    """(time, address) of a file that a downloader put below its stamp: `20101215093000/example.org/2010/…`."""
    found = _IN_PATH.search(path)
    if not found:
        return None, ""
    rest = path[found.end() :]
    address = rest if "://" in rest else "http://" + re.sub(r"^https?:/+", "", rest)
    return stamp_time(found[1]), address
