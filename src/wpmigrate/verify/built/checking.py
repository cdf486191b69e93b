"""Every old address against a built site: a page, a redirect, or named."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from wpmigrate.api.redirecting import every_old_address
from wpmigrate.config import Selection
from wpmigrate.errors import EXIT_DONE, EXIT_FINDINGS, InputError
from wpmigrate.links import Addresses
from wpmigrate.links.places import place_of
from wpmigrate.reader import Inputs, input_names
from wpmigrate.verify.options import VerifyOptions
from wpmigrate.verify.site import read_export

from .files import rules_in
from .rules import RuleBook, pairs_of
from .site import BuiltSite, place_in

_HOPS = 5
"""Redirects that follow each other; more is a circle."""


class Old(NamedTuple):
    """An old address to be looked up, and what it is of."""

    address: str
    kind: str


class Lost(NamedTuple):
    """An old address that does not work any more, and why."""

    address: str
    kind: str
    reason: str


@dataclass(slots=True, kw_only=True)
class BuiltCheck:
    """What came of all old addresses."""

    site: str
    built: str
    #: Files of redirects that were read.
    rule_files: tuple[str, ...] = ()
    #: How many there are, and how many work, by kind.
    wanted: Counter[str] = field(default_factory=Counter)
    pages: Counter[str] = field(default_factory=Counter)
    redirects: Counter[str] = field(default_factory=Counter)
    lost: list[Lost] = field(default_factory=list)
    #: Addresses of the list that are not of this site.
    foreign: int = 0

    def exit_status(self) -> int:
        """0 when each address works, 1 when one does not."""
        return EXIT_FINDINGS if self.lost else EXIT_DONE


def verify_built(exports: Inputs, built: str | Path, urls: str | Path | None = None) -> BuiltCheck:
    """Look up every old address of the exports in the folder `built`, and those that the file `urls` lists.

    Rules are read from the files of redirects in that folder and in the one above it. Raises InputError for what is no
    export, no built site, or no readable file.
    """
    site = BuiltSite(Path(built))
    reading = read_export(input_names(exports), Selection(), VerifyOptions())
    reading.spool.close()
    index = reading.index
    above = Path(built).resolve().parent
    rules = {**rules_in(Path(built)), **rules_in(above)}
    book = RuleBook(rule for found in rules.values() for rule in found)
    check = BuiltCheck(site=index.site.title or index.site.url, built=str(built), rule_files=tuple(rules))
    known = [Old(*old) for old in every_old_address(reading)]
    looker = _Looker(site, book, Addresses(index).hosts, known)
    for old in [*known, *_listed(urls)]:
        looker.look_up(old, check)
    return check


def _listed(urls: str | Path | None) -> list[Old]:
    """The addresses of a list, one a line; lines that begin with # are remarks."""
    if urls is None:
        return []
    try:
        lines = Path(urls).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the list cannot be read: {error}", file=str(urls), advice="Give a file in UTF-8.") from None
    return [Old(line.strip(), "list") for line in lines if line.strip() and not line.startswith("#")]


class _Looker:
    """Looks addresses up."""

    def __init__(self, site: BuiltSite, rules: RuleBook, hosts: frozenset[str], known: Iterable[Old]) -> None:
        self._site = site
        self._rules = rules
        self._hosts = hosts
        self._seen: set[str] = set()
        # Other names in a query change nothing: ?replytocom=7, ?utm_source=x.
        self._names = {name.lower() for old in known for name, _ in pairs_of(old.address.partition("?")[2])}

    def look_up(self, old: Old, check: BuiltCheck) -> None:
        """Note in `check` what came of one address; an address that was looked up already does not count again."""
        place = place_of(old.address)
        if place is None or (place.host and place.host not in self._hosts):
            check.foreign += 1
            return
        address = (place.path or "/") + (f"?{place.query}" if place.query else "")
        if address in self._seen:
            return
        self._seen.add(address)
        check.wanted[old.kind] += 1
        is_redirect, reason = self._follow(address)
        if reason:
            check.lost.append(Lost(address, old.kind, reason))
        elif is_redirect:
            check.redirects[old.kind] += 1
        else:
            check.pages[old.kind] += 1

    def _follow(self, address: str) -> tuple[bool, str]:
        """(whether it was led on, why it does not work: empty when it does)."""
        for hop in range(_HOPS):
            place = place_in(address, self._hosts)
            if place is None:
                return True, ""  # it leads to another site
            path, query = place
            goal = self._rules.goal(path, {name.lower(): value for name, value in pairs_of(query)})
            file = self._site.file_at(path)
            if goal is None and file is not None:
                if hop == 0 and any(name.lower() in self._names for name, _ in pairs_of(query)):
                    return False, "no rule for its query: another page opens"
                goal = self._site.leads_to(file, path)
                if not goal:
                    return hop > 0, ""
            if not goal:
                return hop > 0, f"it is led to {path}, which is not there" if hop else "there is no page and no rule"
            address = goal
        return True, "it is led round in a circle"
