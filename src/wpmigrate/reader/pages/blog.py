"""What all pages of a blog say together: its address, name, language, clock, and the names of terms and authors."""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta, timezone

from .sighting import Sighting, TermSeen


class Blog:
    """Votes over all pages. One blog has one language; what most of its pages say counts."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self.addresses: Counter[str] = Counter()
        self.titles: Counter[str] = Counter()
        self.generators: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self._offsets: Counter[timedelta] = Counter()
        self._names: dict[tuple[str, str], Counter[str]] = {}
        self._listed: dict[tuple[str, str], Counter[str]] = {}
        self._taxonomies: dict[str, Counter[str]] = {}
        self._authors: dict[str, Counter[str]] = {}
        self._logins: dict[str, Counter[str]] = {}
        self._names_of_authors: set[str] = set()

    def note(self, sighting: Sighting) -> None:
        """Learn from one sighting."""
        for term in sighting.terms:
            if term.taxonomy and term.slug and term.name:
                self._names.setdefault((term.taxonomy, term.slug), Counter())[term.name] += 1
            if term.taxonomy and term.name:
                self._taxonomies.setdefault(term.name, Counter())[term.taxonomy] += 1
        nicename, name = sighting.author
        if name:
            self._names_of_authors.add(name)
        if nicename and name:
            self._authors.setdefault(nicename, Counter())[name] += 1
            self._logins.setdefault(name, Counter())[nicename] += 1
        for moment, evidence in sighting.dates:
            offset = moment.utcoffset()
            if offset and evidence != "feed":
                self._offsets[offset] += 1

    def note_listed(self, terms: Iterable[TermSeen]) -> None:
        """Learn the names of terms that a page lists in its sidebar."""
        for term in terms:
            self._listed.setdefault((term.taxonomy, term.slug), Counter())[term.name] += 1

    def term_name(self, taxonomy: str, slug: str) -> str:
        """The name that pages print for a term; empty when none does."""
        names = self._names.get((taxonomy, slug)) or self._listed.get((taxonomy, slug))
        return names.most_common(1)[0][0] if names else ""

    def taxonomy_of(self, name: str) -> str:
        """The taxonomy of a name in a feed, when pages know it as one and only one."""
        known = self._taxonomies.get(name, Counter())
        return next(iter(known)) if len(known) == 1 else ""

    def nicename_of(self, name: str) -> str:
        """The nicename of an author by the display name, when pages link only one."""
        known = self._logins.get(name, Counter())
        return next(iter(known)) if len(known) == 1 else ""

    @property
    def authors(self) -> list[tuple[str, str]]:
        """(nicename, display name) of all authors, sorted; one that no page links has the name for both."""
        linked = {(nicename, names.most_common(1)[0][0]) for nicename, names in self._authors.items()}
        return sorted(linked | {(name, name) for name in self._names_of_authors if not self.nicename_of(name)})

    def first(self, votes: Counter[str]) -> str:
        """What most say; of equal ones the first in the alphabet, so that the order of files does not decide."""
        return min(votes, key=lambda value: (-votes[value], value), default="")

    @property
    def locale(self) -> str:
        """The language of the blog, as most pages have it; empty when none says."""
        return self.first(self.languages)

    @property
    def zone(self) -> timezone | None:
        """The clock of the blog, when all moments with an offset agree on it (one without daylight saving time)."""
        return timezone(next(iter(self._offsets))) if len(self._offsets) == 1 else None
