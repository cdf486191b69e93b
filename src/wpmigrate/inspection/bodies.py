"""What a body is made of: names of blocks, shortcodes, elements and styles, and where its addresses lead.

Read with a few patterns and not as HTML: each character is looked at a fixed number of times.
"""

import re
from collections import Counter
from collections.abc import Iterator

from wpmigrate.content.shortcodes import BEFORE_PARAGRAPHS, KNOWN, bracket_names, left_over
from wpmigrate.html import split_url

_BLOCK = re.compile(r"<!--\s+wp:(?:core/)?([a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)[\s/]")
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]*)\b([^<>]*)>")
_ATTRIBUTE = re.compile(r"\b(href|src|style)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_PROPERTY = re.compile(r"(?:^|;)\s*(-?[a-zA-Z][a-zA-Z-]*)\s*:")
_SHORTCODE = re.compile(r"\[([A-Za-z][\w-]*)(?=[\s/\]])")
_STAGED = frozenset(name for stage in BEFORE_PARAGRAPHS for name in stage.names if not name.endswith("*"))
_FAMILIES = tuple(name.removesuffix("*") for stage in BEFORE_PARAGRAPHS for name in stage.names if name.endswith("*"))
_ADDRESSES = frozenset({"a", "area"})


def blocks_of(text: str) -> Counter[str]:
    """Names of blocks; core blocks go without their `core/`."""
    return Counter(_BLOCK.findall(text)) if "<!-- wp:" in text else Counter()


def shortcodes_of(text: str) -> Counter[str]:
    """Names of shortcodes that are known, and of what looks like one (see `left_over`)."""
    if "[" not in text:
        return Counter()
    found = Counter(name for name in _SHORTCODE.findall(text) if is_known(name))
    found.update(left_over(text, bracket_names(text), found.keys() | KNOWN.by_name.keys()))
    return found


def is_known(name: str) -> bool:
    """Whether a table says what is done with a shortcode."""
    return name in KNOWN.by_name or name in _STAGED or name.startswith(_FAMILIES)


class Markup:
    """The elements of a body: `tags` by name, `styles` by property, `links` and `pictures` as addresses."""

    __slots__ = ("links", "pictures", "styles", "tags")

    def __init__(self, text: str) -> None:
        """Read `text`."""
        self.tags: Counter[str] = Counter()
        self.styles: Counter[str] = Counter()
        self.links: list[str] = []
        self.pictures: list[str] = []
        for found in _TAG.finditer(text) if "<" in text else ():
            name = found[1].lower()
            self.tags[name] += 1
            if "=" in found[2]:
                self._take_attributes(name, found[2])

    def _take_attributes(self, tag: str, text: str) -> None:
        for name, double, single in _ATTRIBUTE.findall(text):
            value, key = (double or single).strip(), name.lower()
            if key == "style":
                self.styles.update(found.lower() for found in _PROPERTY.findall(value))
            elif key == "href" and tag in _ADDRESSES:
                self.links.append(value)
            elif key == "src" and tag == "img":
                self.pictures.append(value)


def host_of(address: str) -> str:
    """The host of an address without `www.`; empty for a relative one and for what is none."""
    return (split_url(address).hostname or "").lower().removeprefix("www.")


def kind_of_link(address: str, home: str) -> str:
    """Where a link leads, seen from the host `home`: inside, outside, anchor, relative, mail or other."""
    if address.startswith("#") or not address:
        return "anchor"
    scheme, colon, _ = address.partition(":")
    if colon and scheme.lower() in ("mailto", "tel"):
        return "mail"
    if address.startswith(("http://", "https://", "//")) or (colon and scheme.lower() in ("http", "https")):
        return "inside" if host_of(address) == home else "outside"
    return "other" if colon and scheme.isalpha() else "relative"


def words_of(text: str, most: int) -> Iterator[str]:
    """The first words of a body in lower case, without its markup."""
    bare = _MARKUP.sub(" ", text[: most * 20])
    return (found[0].lower() for _, found in zip(range(most), _WORD.finditer(bare), strict=False))


_MARKUP = re.compile(r"<[^<>]*>|\[[^\[\]]*\]|&[a-z#0-9]+;")
_WORD = re.compile(r"[^\W\d_]+")
