"""Namespaces: raw tag names → normalized keys, whatever the prefix and the version in the address."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from .element import CONTAINERS, LEAVES

FAMILIES = (
    (re.compile(r"https?://(?:www\.)?wordpress\.org/export/(?:[^/]*/)?excerpt/?"), "excerpt"),
    (re.compile(r"https?://(?:www\.)?wordpress\.org/export/(?:[^/]+/?)?"), "wp"),
    (re.compile(r"https?://purl\.org/rss/1\.0/modules/content/?"), "content"),
    (re.compile(r"https?://(?:www\.)?purl\.org/dc/(?:elements(?:/1\.[01])?|terms)/?"), "dc"),
    (re.compile(r"https?://purl\.org/rss/1\.0/modules/slash/?"), "slash"),
    (re.compile(r"https?://(?:www\.)?wellformedweb\.org/CommentAPI/?", re.IGNORECASE), "wfw"),
    (re.compile(r"https?://www\.w3\.org/2005/Atom/?"), "atom"),
    (re.compile(r"https?://(?:www\.)?disqus\.com/?"), "dsq"),
    (re.compile(r"https?://(?:search\.yahoo\.com/mrss|purl\.org/rss/1\.0/modules/media)/?"), "media"),
    (re.compile(r"https?://backend\.userland\.com/rss2?|https?://purl\.org/rss/1\.0/|https?://.*/rss2?/?"), ""),
)
"""Address of a namespace → the prefix that WordPress gives it. WordPress itself compares addresses literally; exports
of other tools write https, leave the last slash out or take the version of their own year."""

CONVENTIONAL = frozenset(
    {"wp", "excerpt", "content", "dc", "wfw", "atom", "dsq", "media", "itunes", "georss", "sy", "slash"}
)
"""Prefixes whose meaning is taken for granted when a file does not declare them."""

_OF_WORDPRESS = frozenset({"wp", "excerpt", "content"})
"""Prefixes that nobody else uses: an address with a slip of the pen means WordPress's own all the same."""

_NOT_AN_ADDRESS = re.compile(
    r"[^\x21-\x7e]|[<>\"{}|\\^`[\]]"
    r"|^[^/?#]*://[^/?#]*:(?!\d+(?:[/?#]|$))"  # a port that is no number
    r"|^(?![A-Za-z][A-Za-z0-9+.-]*:)[^/?#]*:"  # a scheme that is none
)


def family_of(address: str) -> str:
    """The family of a namespace address; an unknown one is its own family, in braces."""
    for pattern, family in FAMILIES:
        if pattern.fullmatch(address):
            return family
    return "{" + address + "}" if address else ""


def _is_broken_address(address: str) -> bool:
    """Whether strict readers refuse a namespace address: not a URI (RFC 3986 has ASCII only)."""
    return bool(_NOT_AN_ADDRESS.search(address))


def is_broken_declaration(name: str, address: str) -> bool:
    """Whether strict readers refuse `name="address"`: a prefix can mean only an address, and not none."""
    return name.startswith("xmlns") and (_is_broken_address(address) or (":" in name and not address.strip()))


def is_slip(prefix: str, address: str) -> bool:
    """Whether a root gives a prefix of WordPress's own another address: nothing would be found under it."""
    return prefix in _OF_WORDPRESS and family_of(address.strip()) != prefix


_FRAME = frozenset({"rss", "channel", "item", "image"})
"""Elements that are found by what stands in them, whatever they are called."""


def _squeezed(name: str) -> str:
    return _NO_LETTER.sub("", name.lower())


@cache
def _by_name() -> dict[str, str]:
    """Names of WordPress's elements, squeezed to their letters, as other programs write them → keys."""
    return {_squeezed(key): key for key in (LEAVES | CONTAINERS) - _FRAME}


@cache
def _by_local_name() -> dict[str, str]:
    """The same without their prefix."""
    found = {"encoded": "content:encoded", "content": "content:encoded", "excerpt": "excerpt:encoded"}
    found["poststatus"] = "wp:status"  # the name of the column in the database
    for key in LEAVES | CONTAINERS:
        prefix, _, local = key.rpartition(":")
        if prefix == "dc" or (prefix == "wp" and ("_" in local or local in _TELLING)):
            found[_squeezed(local)] = key
    return found


_NO_LETTER = re.compile(r"[^a-z0-9]")
_TELLING = frozenset({"status", "postmeta", "comment", "commentmeta", "termmeta"})
"""Names of WordPress's without an underscore that no feed has without a prefix."""

_IN_CHANNEL = frozenset({"author", "category", "tag", "term"})
"""Names that are WordPress's under a prefix that nobody declares; without one they are those of RSS."""


class Scope:
    """Prefixes in force, and the names that were met under them.

    `keys` maps raw tag names to normalized keys; `undeclared` maps each undeclared prefix to the line of its first use;
    `broken` maps each namespace declaration that is no address to its line, `misnamed` each name that is none of
    WordPress's and was read as one to that and its line. The last three outlive inner scopes.
    """

    __slots__ = ("broken", "families", "keys", "misnamed", "undeclared")

    def __init__(self, outer: "Scope | None" = None) -> None:
        self.families: dict[str, str] = dict(outer.families) if outer else {"xml": "xml"}
        self.keys: dict[str, str] = {}
        self.undeclared: dict[str, int] = outer.undeclared if outer else {}
        self.broken: dict[str, int] = outer.broken if outer else {}
        self.misnamed: dict[str, tuple[str, int]] = outer.misnamed if outer else {}

    def of_next_document(self) -> "Scope":
        """A fresh scope that reports what this one does not have to report again."""
        fresh = Scope()
        fresh.undeclared, fresh.broken, fresh.misnamed = self.undeclared, self.broken, self.misnamed
        return fresh

    def declare(self, attributes: Mapping[str, str], line: int) -> bool:
        """Take the namespace declarations among `attributes`; False if there are none."""
        found = False
        for name, address in attributes.items():
            if name == "xmlns" or name.startswith("xmlns:"):
                found = True
                self.families[name[6:]] = self._family(name, address, line)
        if found:
            self.keys.clear()
        return found

    def note_attributes(self, names: Iterable[str], line: int) -> None:
        """Note the undeclared prefixes among the names of attributes."""
        for name in names:
            prefix, colon, _ = name.partition(":")
            if colon and prefix != "xmlns" and prefix not in self.families:
                self.undeclared.setdefault(prefix, line)

    def _family(self, name: str, address: str, line: int) -> str:
        """The family that a declaration gives; a broken one is noted, and a well-known prefix keeps its meaning."""
        prefix, bare = name[6:], address.strip()
        # Further in somebody else's elements may take the prefix on purpose.
        if is_broken_declaration(name, address) or (prefix not in self.families and is_slip(prefix, address)):
            self.broken.setdefault(f'{name}="{address}"', line)
            if prefix in CONVENTIONAL:
                return prefix
        return family_of(bare)

    def key(self, name: str, line: int) -> str:
        """The normalized key of a raw tag name."""
        known = self.keys.get(name)
        if known is None:
            known = self.keys[name] = self._resolve(name, line)
        return known

    def _resolve(self, name: str, line: int) -> str:
        prefix, _, local = name.rpartition(":")
        family = self.families.get(prefix)
        if family is None and prefix:
            self.undeclared.setdefault(prefix, line)
            family = prefix
        key = f"{family}:{local}" if family else local
        meant = self._meant(key, prefix, local)
        if meant:
            self.misnamed.setdefault(name, (meant, line))
        return meant or key

    def _meant(self, key: str, prefix: str, local: str) -> str:
        """WordPress's own key for one that is not known; empty if the name is somebody else's.

        Converters and editors change the case of names, strip the prefixes or number them (`ns0:post_id`): what says who
        may read an item must be found all the same.
        """
        if key in LEAVES or key in CONTAINERS or (prefix and prefix in CONVENTIONAL - _OF_WORDPRESS):
            return ""
        if prefix in self.families and self.families[prefix] not in _OF_WORDPRESS and prefix:
            return ""
        if prefix and prefix.lower() not in _OF_WORDPRESS and local in _IN_CHANNEL:
            return f"wp:{local}"
        return _by_name().get(_squeezed(key)) or _by_local_name().get(_squeezed(local), "")

    def needed(self) -> list[str]:
        """The prefixes that a document lacks in which every element has its right name."""
        if not self.misnamed:
            return [*self.undeclared]
        names = [self.misnamed[name][0] if name in self.misnamed else name for name in self.keys]
        used = {name.rpartition(":")[0] for name in names}
        right = {key.rpartition(":")[0] for key, _ in self.misnamed.values()} - {""}
        return [*sorted(used & self.undeclared.keys()), *sorted(right - self.families.keys() - self.undeclared.keys())]
