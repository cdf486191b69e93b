"""The address that an item keeps: the path of its old permalink, or one built the way its blog builds them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from urllib.parse import quote, unquote

from wpmigrate.model import ById, Entry, Site, SiteIndex

from .homes import Homes, homes_of
from .permalink_structure import build, structure_of
from .places import path_key, place_of

_PLAIN = re.compile(r"(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?")
_ENCODED = re.compile(r"%[0-9A-F]{2}")
_SAFE = "/-._~!$&'()*+,;=:@"
_INDEX = "/index.html"
_MAX_DEPTH = 100
"""Ancestors that are followed; deeper ones are a circle."""


def permalink_path(entry: Entry, site: Site) -> str:
    """The path of the item's old permalink, from the root of its host; empty when it has none.

    It starts with "/" and ends as the original does, keeps the folder of a blog in a subfolder, and is percent-encoded
    in lower case as WordPress writes it (`utf8_uri_encode`); a character that was cut in half is left out. Addresses
    with a query (`?p=12`), on other hosts, or with segments that no path may have ("..", an encoded slash) have none.
    """
    return _path(entry, Homes(site))


Fit = Callable[[Entry, str], str]
"""Gives an address in place of one that cannot be shown, or that one again."""


def permalink_paths(entries: Sequence[Entry], index: SiteIndex, fit: Fit | None = None) -> list[str]:
    """The paths of `entries`, in their order; unique among them.

    An item without a pretty permalink (a draft, a scheduled post, a blog with `?p=12` addresses) gets one in the
    structure that nine tenths of the pretty ones of its type share, else `/slug/`, for pages below their parents'
    slugs, and `/type-id/` without a slug. Two items with one path: the one whose own permalink it is keeps it, then the
    first in order; others get "-2", "-3" …

    `fit` is asked for each path; an item that gets another one comes after those that keep theirs.
    """
    homes = homes_of(index)
    own = [_path(entry, homes) for entry in entries]
    structures = _structures(entries, own)
    parents = index.by_post_id()
    folder = "/" + homes.main[1] if homes.main[1] else ""
    built = [
        path or _built(entry, structures.get(entry.type, ""), parents, folder)
        for entry, path in zip(entries, own, strict=True)
    ]
    if fit is not None:
        fitted = [fit(entry, path) for entry, path in zip(entries, built, strict=True)]
        own = [path if new == old else "" for path, old, new in zip(own, built, fitted, strict=True)]
        built = fitted
    return _unique(built, own)


def _path(entry: Entry, homes: Homes) -> str:
    """The path of the pretty link of an entry; empty when it has none."""
    place = place_of(entry.link)
    if place is None or place.query or not place.path.startswith("/"):
        return ""
    if place.host and homes.hosts and place.host not in homes.hosts:
        return ""
    path = clean_path(place.path)
    is_home = homes.below(place.host or homes.main[0], path_key(path)) == ""
    return "" if is_home and entry.type != "page" else path


def clean_path(path: str) -> str:
    """A path as a static site can serve it; empty when a segment is none ("..", a control character, a slash)."""
    if _PLAIN.fullmatch(path):
        return path
    if "//" in path:
        path = re.sub("//+", "/", path)
    segments = [unquote(segment, errors="ignore") for segment in path.split("/")]
    if not all(map(_is_segment, segments[1:-1])) or not _is_segment(segments[-1] or "x"):
        return ""
    return "/".join(map(_encoded, segments))


def _is_segment(segment: str) -> bool:
    """Whether a decoded segment is a name: not empty, no dots and blanks alone, nothing that ends a segment or a line."""
    return bool("".join(segment.split()).strip(".")) and not any(
        c in "/\\" or unicodedata.category(c) == "Cc" for c in segment
    )


def encoded_path(path: str) -> str:
    """A decoded path percent-encoded as the paths of items are."""
    return "/".join(map(_encoded, path.split("/")))


def _encoded(segment: str) -> str:
    """A segment percent-encoded in lower case."""
    return _ENCODED.sub(lambda found: found[0].lower(), quote(segment, safe=_SAFE, errors="replace"))


def _structures(entries: Sequence[Entry], own: Sequence[str]) -> dict[str, str]:
    """The permalink structure of each post type that one can be told for."""
    seen: dict[str, Counter[str]] = {}
    for entry, path in zip(entries, own, strict=True):
        if path and entry.type not in ("page", "attachment"):
            seen.setdefault(entry.type, Counter())[structure_of(entry, path)] += 1
    return {
        post_type: structure
        for post_type, counts in seen.items()
        for structure, number in counts.most_common(1)
        if structure and number * 10 >= counts.total() * 9
    }


def _built(entry: Entry, structure: str, parents: ById[Entry], folder: str) -> str:
    """A path for an item that has none of its own."""
    slug = _slug(entry)
    path = build(structure, entry, slug) if structure else ""
    if path:
        return path
    return "/".join([folder, *reversed(_parent_slugs(entry, parents)), slug, ""])


def _slug(entry: Entry) -> str:
    """The slug as one safe segment; the type and the id when it has none."""
    slug = unquote(entry.slug, errors="ignore") if "%" in entry.slug else entry.slug
    if not slug or not _is_segment(slug):
        slug = f"{entry.type}-{entry.id}"
    return _encoded(slug.strip().replace("/", "-").replace("\\", "-"))


def _parent_slugs(entry: Entry, parents: ById[Entry]) -> list[str]:
    """The slugs of the ancestors of the same type, nearest first; none when they go in a circle."""
    slugs: list[str] = []
    current = entry
    while current.parent:
        parent = parents.get(current.parent)
        if parent is None or parent.type != entry.type:
            break
        if parent == entry or len(slugs) >= _MAX_DEPTH:
            return []
        slugs.append(_slug(parent))
        current = parent
    return slugs


def _unique(paths: list[str], own: Sequence[str]) -> list[str]:
    """The paths with numbers behind those that are taken: own permalinks first, folders before their files, then by position."""
    taken: set[str] = set()
    next_number: dict[str, int] = {}
    order = sorted(range(len(paths)), key=lambda position: (not own[position], paths[position].endswith(_INDEX)))
    for position in order:
        path = paths[position]
        first = key = _page_key(path)
        while key in taken:
            number = next_number.get(first, 2)
            next_number[first] = number + 1
            path = _numbered(paths[position], number)
            key = _page_key(path)
        taken.add(key)
        paths[position] = path
    return paths


def _page_key(path: str) -> str:
    """The key of the page that a server shows at a path: a folder shows its `index.html`."""
    folder, _, name = path_key(path).rpartition("/")
    return folder if name == "index.html" else f"{folder}/{name}".lstrip("/")


def _numbered(path: str, number: int) -> str:
    """The path with "-number" behind its last name, before an extension."""
    slash = "/" if path.endswith("/") else ""
    folder, _, name = path.rstrip("/").rpartition("/")
    stem, dot, extension = name.partition(".")
    return f"{folder}/{stem}-{number}{dot}{extension}{slash}" if stem else f"{path}{number}/"
