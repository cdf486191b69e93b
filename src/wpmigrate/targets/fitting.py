"""Addresses that a site of a target cannot show, and what stands in for them.

Paths are percent-encoded, as `links.permalink_paths` gives them.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, unquote

from .places import served_path
from .target import Target

_ENDING = "%#?"
"""What a server or a browser reads as the end of a path, or as the start of a code, wherever it is not encoded: generators
encode it twice, or not at all (seen in builds of all of them)."""


class Fitted(NamedTuple):
    """An address that can be shown, and why it is not the one that was asked for; empty when it is."""

    address: str
    reason: str = ""


def fitted(address: str, target: Target) -> Fitted:
    """`address`, or one like it that a site of `target` can show."""
    unfit = _unfit(_ENDING + target.unfit_signs)
    if target.scaffold is not None and unfit.search(address):
        signs = "".join(dict.fromkeys(unquote(found[0]) for found in unfit.finditer(address)))
        return Fitted(_without(address, unfit), f"holds {signs}, which {target.generator} cannot serve")
    depth = owned_depth(address, target.own_addresses)
    if depth:
        return Fitted(numbered(address, depth), f"is one that {target.generator} writes itself")
    return Fitted(address)


def owned_depth(address: str, own_addresses: tuple[str, ...]) -> int:
    """How many names of an address make one that is the generator's own (see `Target`); 0 when it is free."""
    if not address or not own_addresses:
        return 0
    found = _patterns(own_addresses).fullmatch(served_path(address).lower())
    return 0 if found is None else len(own_addresses[(found.lastindex or 1) - 1].strip("/…").split("/"))


@lru_cache(maxsize=64)
def _unfit(signs: str) -> re.Pattern[str]:
    """The signs, as they stand in an address."""
    spellings = {
        spelling for sign in signs for spelling in (quote(sign, safe="").lower(), quote(sign, safe="/=+,;:@!$&'()*~"))
    }
    return re.compile("|".join(sorted(map(re.escape, spellings))))


@lru_cache(maxsize=64)
def _patterns(own_addresses: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern with a group for each row."""
    return re.compile("|".join(f"({_pattern(own)})" for own in own_addresses))


def _pattern(own: str) -> str:
    """A row of `Target.own_addresses`: a page is its own alone, a file has nothing below it; `*` is a number.

    Of a folder ("/posts/…") all that stands below it is the generator's, not its own page.
    """
    text = re.escape(own.removesuffix("…")).replace(r"\*", "[0-9]+")
    if own.endswith("…"):
        return f"{text}.+"
    return text if own.endswith("/") else f"{text}(?:/.*)?"


def _without(address: str, unfit: re.Pattern[str]) -> str:
    """The address with a dash for each run of signs, none at the ends of a name."""
    return "/".join(_name_without(name, unfit) if unfit.search(name) else name for name in address.split("/"))


def _name_without(name: str, unfit: re.Pattern[str]) -> str:
    return re.sub("--+", "-", unfit.sub("-", name)).strip("-") or "page"


def numbered(address: str, depth: int) -> str:
    """The address with "-2" behind the stem of its name number `depth`."""
    names = address.split("/")
    stem, dot, ending = names[depth].partition(".")
    names[depth] = f"{stem}-2{dot}{ending}"
    return "/".join(names)
