"""A built site as a static server shows it: which paths it serves, and which of its pages only lead on."""

import os
import re
import unicodedata
from pathlib import Path
from urllib.parse import unquote

from wpmigrate.errors import InputError
from wpmigrate.html import join_url, split_url

_REFRESH = re.compile(rb"""<meta[^>]+http-equiv=["']?refresh["']?[^>]*?url=["']?([^"'>\s]+)""", re.IGNORECASE)
_ALIAS_BYTES = 5000
"""Pages that only lead on are smaller."""


class BuiltSite:
    """The files of a folder, by the paths at which a server has them."""

    def __init__(self, folder: Path) -> None:
        """Raises InputError when there is no such folder, or no page in it."""
        if not folder.is_dir():
            raise InputError(f"there is no folder {folder}", advice="Give the folder that the generator built.")
        self._files: dict[str, Path] = {}
        for root, _, names in os.walk(folder):
            for name in names:
                path = Path(root, name)
                self._files[unicodedata.normalize("NFC", path.relative_to(folder).as_posix())] = path
        if not any(name.endswith((".html", ".htm")) for name in self._files):
            raise InputError(f"{folder} holds no page", advice="Build the site first; give the folder that it is in.")

    def file_at(self, path: str) -> Path | None:
        """What a server shows at a decoded path; None for nothing."""
        name = unicodedata.normalize("NFC", path).strip("/")
        inside = f"{name}/" if name else ""
        candidates = [f"{inside}index.html", f"{inside}index.htm"]
        if name:
            candidates += [f"{name}.html", name] if not path.endswith("/") else [f"{name}.html"]
        return next((self._files[one] for one in candidates if one in self._files), None)

    def leads_to(self, file: Path, path: str) -> str:
        """Where a page that only leads on goes, as an address; empty for a page with something of its own."""
        if file.suffix not in (".html", ".htm") or file.stat().st_size > _ALIAS_BYTES:
            return ""
        found = _REFRESH.search(file.read_bytes())
        return join_url(path, found[1].decode("utf-8", "replace")) if found else ""


def place_in(address: str, hosts: frozenset[str]) -> tuple[str, str] | None:
    """(decoded path, query) of an address of the site; None for one that lies elsewhere."""
    parts = split_url(address)
    if parts.netloc and parts.netloc.lower().removeprefix("www.") not in hosts:
        return None
    return unquote(parts.path) or "/", parts.query
