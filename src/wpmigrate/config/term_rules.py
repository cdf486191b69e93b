"""Rules of the user for terms: drop, merge, move into another taxonomy, rename. Read from `[terms]`, asked by key."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, Literal
from urllib.parse import unquote

from .keys import TEXT, TEXTS, Kind, WrongKeyError, unknown_key, wrong_kind

Action = Literal["drop", "merge", "move", "rename"]
ACTIONS: tuple[Action, ...] = ("drop", "merge", "move", "rename")
"""In the order in which they are looked for: of two rules for one term the earlier action counts."""

TAXONOMIES = {"tag": "post_tag"}
"""Short names of taxonomies, besides WordPress's own."""

_FORM = "Write TAXONOMY:SLUG or TAXONOMY:NAME, such as category:news or tag:Bread."
_RENAMED = Kind('a text or { name = "…", slug = "…" }', lambda value: isinstance(value, str | Mapping))


@dataclass(frozen=True, slots=True)
class TermRule:
    """One rule: for the terms of `taxonomy` that `name` (a slug or a name; `*` matches any end) means.

    A merge has the taxonomy and the name of the term that it leads to, a move the taxonomy, a rename the new name and
    the new slug (empty: as it was).
    """

    action: Action
    taxonomy: str
    name: str
    to_taxonomy: str = ""
    to_name: str = ""
    to_slug: str = ""

    def means(self, taxonomy: str, slug: str, name: str) -> bool:
        """Whether the rule is for that term; letters count as equal in either case, as in MySQL."""
        if taxonomy != self.taxonomy:
            return False
        wanted = self.name.casefold().replace("[", "[[]").replace("?", "[?]")
        return fnmatchcase(folded(slug), wanted) or fnmatchcase(name.casefold(), wanted)

    def __str__(self) -> str:
        """The rule as the configuration has it."""
        return f"{self.action} {self.taxonomy}:{self.name}"


def folded(slug: str) -> str:
    """A slug decoded and in one case: WordPress stores those of other scripts percent-encoded."""
    return unquote(slug, errors="ignore").casefold()


def read_term_rules(value: Mapping[str, Any], trail: tuple[str, ...]) -> tuple[TermRule, ...]:
    """The rules of a table `[terms]`, in the order of `ACTIONS`; raises WrongKeyError for what cannot be meant."""
    for action in value:
        if action not in ACTIONS:
            raise unknown_key(action, ACTIONS, trail)
    found = [rule for action in ACTIONS if action in value for rule in _rules(action, value[action], (*trail, action))]
    _refuse_circles(found, (*trail, "merge"))
    return tuple(found)


def _refuse_circles(rules: Iterable[TermRule], trail: tuple[str, ...]) -> None:
    """Raise WrongKeyError for terms that are merged into each other."""
    goals = {
        (rule.taxonomy, rule.name.casefold()): (rule.to_taxonomy, rule.to_name.casefold())
        for rule in rules
        if rule.action == "merge"
    }
    for start in goals:
        term, steps = start, 0
        while term in goals and steps <= len(goals):
            term, steps = goals[term], steps + 1
        if steps > len(goals):
            named = ":".join(start)
            raise WrongKeyError(trail, f"{named} is merged into itself in a circle", "Name one term that stays.")


def _rules(action: Action, said: Any, trail: tuple[str, ...]) -> Iterator[TermRule]:
    """The rules of one action."""
    if action == "drop":
        if not TEXTS.accepts(said):
            raise wrong_kind(trail, said, (TEXTS,))
        for term in said:
            taxonomy, name = _term(term, trail)
            yield TermRule("drop", taxonomy, name)
        return
    if not isinstance(said, Mapping):
        raise wrong_kind(trail, said, (Kind("a table", lambda one: isinstance(one, Mapping)),))
    for term, goal in said.items():
        taxonomy, name = _term(term, (*trail, term))
        yield _READERS[action](taxonomy, name, goal, (*trail, term))


def _term(text: str, trail: tuple[str, ...]) -> tuple[str, str]:
    """(taxonomy, slug or name) of `category:news`."""
    taxonomy, colon, name = text.partition(":")
    if not colon or not taxonomy.strip() or not name.strip():
        raise WrongKeyError(trail, f"{text!r} names no term", _FORM)
    return TAXONOMIES.get(taxonomy.strip(), taxonomy.strip()), name.strip()


def _merge(taxonomy: str, name: str, goal: Any, trail: tuple[str, ...]) -> TermRule:
    if not TEXT.accepts(goal):
        raise wrong_kind(trail, goal, (TEXT,))
    to_taxonomy, to_name = _term(goal, trail)
    if "*" in to_name:
        raise WrongKeyError(trail, f"{goal!r} is no single term to merge into", _FORM)
    return TermRule("merge", taxonomy, name, to_taxonomy, to_name)


def _move(taxonomy: str, name: str, goal: Any, trail: tuple[str, ...]) -> TermRule:
    if not TEXT.accepts(goal) or not goal.strip() or ":" in goal:
        raise WrongKeyError(trail, f"{goal!r} is no taxonomy", "Write its name, such as category, tag or genre.")
    return TermRule("move", taxonomy, name, TAXONOMIES.get(goal.strip(), goal.strip()))


def _rename(taxonomy: str, name: str, goal: Any, trail: tuple[str, ...]) -> TermRule:
    if not _RENAMED.accepts(goal):
        raise wrong_kind(trail, goal, (_RENAMED,))
    parts = {"name": goal} if isinstance(goal, str) else goal
    for part, text in parts.items():
        if part not in ("name", "slug"):
            raise unknown_key(part, ("name", "slug"), trail)
        if not TEXT.accepts(text) or not text.strip():
            raise wrong_kind((*trail, part), text, (TEXT,))
    if "*" in name:
        raise WrongKeyError(trail, f"{name!r} means several terms, which cannot all have one name", _FORM)
    return TermRule("rename", taxonomy, name, to_name=parts.get("name", ""), to_slug=parts.get("slug", ""))


_READERS = {"merge": _merge, "move": _move, "rename": _rename}
