"""What rules of the user make of the terms of a site: the index gets the new terms, and knows where each old one went."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from wpmigrate import rules
from wpmigrate.config.term_rules import TermRule, folded
from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.model import SiteIndex, Term
from wpmigrate.output import safe_name

TermKey = tuple[str, str]
"""Taxonomy and slug (the name where an export gives no slug)."""

_LONGEST_CHAIN = 20
"""Merges and moves that follow each other; more is a circle."""

COUNTED = {"drop": "dropped", "merge": "merged", "move": "moved", "rename": "renamed"}
"""How the report calls what was done to a term."""


@dataclass(slots=True)
class MovedTerms:
    """What was done: how many terms, by word, and what was noticed."""

    counts: Counter[str] = field(default_factory=Counter)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def apply_term_rules(index: SiteIndex, term_rules: Sequence[TermRule], names: Mapping[TermKey, str]) -> MovedTerms:
    """Change the terms of `index`, and of its entries and menus, by the rules; note in `index.term_moves` what went where.

    `names` gives the names of terms as items say them. Rules that mean no term are named.
    """
    done = MovedTerms()
    if not term_rules:
        return done
    work = _Work(index, term_rules, names)
    used: set[int] = set()
    keys = dict.fromkeys([*index.terms, *(key for terms in index.entries.values("terms") for key in terms)])
    for key in keys:
        if key[0] == "nav_menu":
            continue
        goal, applied = work.follow(key)
        used.update(applied)
        if applied:
            done.counts[COUNTED[term_rules[applied[0]].action]] += 1
            index.term_moves[key] = goal
    work.rewrite()
    for number, rule in enumerate(term_rules):
        if number not in used:
            done.diagnostics.append(diagnose("WXR445", rule=str(rule)))
    return done


class _Work:
    """The terms of one site while rules are applied."""

    def __init__(self, index: SiteIndex, term_rules: Sequence[TermRule], names: Mapping[TermKey, str]) -> None:
        self._index = index
        self._rules = term_rules
        self._names = names
        self._parents = rules.term_parents(index)
        self._by_name: dict[TermKey, TermKey] = {}
        for key, term in index.terms.items():
            self._by_name.setdefault((key[0], term.name.casefold()), key)
            self._by_name[key[0], folded(key[1])] = key
        self._new: dict[TermKey, Term] = {}

    def follow(self, key: TermKey) -> tuple[TermKey | None, list[int]]:
        """(where the term goes, the rules that were applied); None for a term that is dropped."""
        applied: list[int] = []
        term = self._term(key)
        while len(applied) < _LONGEST_CHAIN:
            number = self._rule_for(term, applied)
            if number is None:
                break
            applied.append(number)
            changed = self._changed(term, self._rules[number])
            if changed is None:
                return None, applied
            term = changed
        if applied:
            self._new.setdefault((term.taxonomy, term.slug), term)
        return (term.taxonomy, term.slug), applied

    def _term(self, key: TermKey) -> Term:
        return self._index.terms.get(key) or Term(taxonomy=key[0], slug=key[1], name=self._names.get(key, key[1]))

    def _rule_for(self, term: Term, applied: list[int]) -> int | None:
        """The first rule for the term that was not applied on the way to it."""
        for number, rule in enumerate(self._rules):
            if number not in applied and rule.means(term.taxonomy, term.slug, term.name):
                return number
        return None

    def _changed(self, term: Term, rule: TermRule) -> Term | None:
        """The term after one rule; None when it is dropped."""
        if rule.action == "drop":
            return None
        if rule.action == "merge":
            known = self._by_name.get((rule.to_taxonomy, rule.to_name.casefold()))
            if known is not None:
                return self._term(known)
            return Term(taxonomy=rule.to_taxonomy, slug=_slug(rule.to_name), name=rule.to_name)
        if rule.action == "move":
            return replace(term, taxonomy=rule.to_taxonomy, parent="")
        return replace(term, name=rule.to_name or term.name, slug=rule.to_slug or term.slug)

    def rewrite(self) -> None:
        """Put the new terms where the old ones stood: in the list, the hierarchy, the items and the menus."""
        index, moves = self._index, self._index.term_moves
        index.old_terms = index.terms
        ids = {term.id: moves[key] for key, term in index.terms.items() if key in moves and term.id is not None}
        kept = {key: self._with_parent(key, term) for key, term in index.terms.items() if key not in moves}
        for old, new in moves.items():
            if new is not None and new not in kept:
                kept[new] = self._with_parent(old, self._new[new])
        index.terms = kept
        tuples: dict[tuple[TermKey, ...], tuple[TermKey, ...]] = {}
        for entry in index.entries:
            if entry.terms not in tuples:
                new_keys = (moves.get(key, key) for key in entry.terms)
                tuples[entry.terms] = tuple(dict.fromkeys(key for key in new_keys if key is not None))
            entry.terms = tuples[entry.terms]
        for number, item in enumerate(index.menu_items):
            goal = ids.get(item.object_id) if item.kind == "taxonomy" else None
            if goal is not None:
                new_id = index.terms[goal].id or item.object_id
                index.menu_items[number] = replace(item, object=goal[0], object_id=new_id)

    def _with_parent(self, key: TermKey, term: Term) -> Term:
        """The term below the nearest ancestor of its old place that is still in its taxonomy."""
        above = self._parents.get(key, "")
        for _ in range(_LONGEST_CHAIN):
            if not above:
                break
            place = (key[0], above)
            goal = self._index.term_moves.get(place, place)
            if goal is not None and goal[0] == term.taxonomy and goal != (term.taxonomy, term.slug):
                return replace(term, parent=goal[1])
            above = self._parents.get(place, "")
        return replace(term, parent="")


def _slug(name: str) -> str:
    """A slug for a term that the export does not hold."""
    return safe_name("", fallback=name).stem
