"""Captures of the Wayback Machine: addresses as they were, the toolbar gone.

A capture writes each address as `https://web.archive.org/web/20101215093000im_/http://…`, puts scripts into the head, a
toolbar into the body and a comment at the end; some downloaders take out all but the addresses. A raw capture (`id_`)
has none of it and is a page like any other.
"""

import re

_HOSTS = r"(?:web|wayback|web-beta|liveweb)\.archive\.org|replay\.waybackmachine\.org"
_STAMP = r"\d{4,14}(?:[a-z]{2}_)?"
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
_IN_PATH = re.compile(r"(?:^|/)(?:web/)?\d{14}(?:id_|if_)?/(?=https?:/|[a-z0-9-]+(?:\.[a-z0-9-]+)+/)", re.IGNORECASE)


def is_capture(text: str) -> bool:
    """Whether the page bears the marks of a rewritten capture, or, where a downloader took these out, its addresses.

    A theme's own `<link>` leads to the site; one that leads into the archive was rewritten, as all the others were.
    """
    if "archive.org" in text and any(mark in text for mark in _MARKS):
        return True
    return "/web/" in text and _REWRITTEN_LINK.search(text) is not None


def unrewritten(text: str) -> tuple[str, str]:
    """(page, its address): addresses as they were before the capture, no toolbar.

    Of an address that the author had led to the archive one layer is taken off, which is the one that the capture put on.
    """
    text = _without_toolbar(text)
    found = _OWN.search(text)
    return _ESCAPED.sub("", _PREFIX.sub("", text)), found[1] if found else ""


def _without_toolbar(text: str) -> str:
    """The page without the toolbar, which stands there once."""
    start = _TOOLBAR_START.search(text)
    end = _TOOLBAR_END.search(text, start.end()) if start else None
    return text[: start.start()] + text[end.end() :] if start and end else text


def address_in_path(path: str) -> str:
    """The address of a file that a downloader put below its stamp: `20101215093000/example.org/2010/…`; empty for others."""
    found = _IN_PATH.search(path)
    if not found:
        return ""
    rest = path[found.end() :]
    return rest if "://" in rest else "http://" + re.sub(r"^https?:/+", "", rest)
