"""Addresses as static servers have them: folders and files of the built site."""

import re
from urllib.parse import unquote

#: Kept encoded: they end a path or a name, or stand for something else in one.
_KEPT = re.compile(r"%(?=25|2[Ff]|3[FfAa]|23|5[Cc]|[01][0-9A-Fa-f]|7[Ff])")
_PAGE = (".html", ".htm")
_INDEX = re.compile(r"/index\.html$", re.IGNORECASE)


def served_path(address: str) -> str:
    """The path of an address, decoded; with a slash at its end unless it names an HTML file. Empty for none.

    A static server answers `/archives/123` with what stands in the folder `archives/123/`, and that with its `index.html`.
    """
    if not address:
        return ""
    path = _INDEX.sub("/", decoded(address))
    return path if path.endswith("/") or path.lower().endswith(_PAGE) else path + "/"


def decoded(path: str) -> str:
    """The path with its percent-encoding resolved, but for what would then mean something else."""
    if "%" not in path:
        return path
    return unquote(_KEPT.sub("%25", path), errors="replace")


def html_file_of(path: str) -> str:
    """The same where all that is written ends in `.html`: `x.htm` is a folder then, to which servers lead on."""
    name = file_of(path)
    return name if name.endswith(".html") else f"{name}/index.html"


def file_of(path: str) -> str:
    """The file below the built site, without a slash before it, that serves `path`."""
    name = path.lstrip("/")
    return name + "index.html" if not name or name.endswith("/") else name
