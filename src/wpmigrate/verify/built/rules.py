"""Rules of redirects as a server applies them: an address in, where it leads out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

Query = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `path` is decoded: a text, with or without its last slash, or a pattern for the whole path.

    `query` are the pairs that an address must have, decoded; others beside them do not matter.
    """

    path: str | re.Pattern[str]
    to: str
    query: Query = ()


def bare(path: str) -> str:
    """A path without the slash at its end."""
    return path.rstrip("/") or "/"


class RuleBook:
    """All rules of all files that were found."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Texts are looked up, patterns are tried in their order; a rule with more of a query comes first."""
        self._by_path: dict[str, list[Rule]] = {}
        self._patterns: list[Rule] = []
        for rule in sorted(rules, key=lambda rule: -len(rule.query)):
            if isinstance(rule.path, str):
                self._by_path.setdefault(bare(rule.path), []).append(rule)
            else:
                self._patterns.append(rule)

    def goal(self, path: str, query: Mapping[str, str]) -> str | None:
        """Where a decoded path leads with a query; None when no rule says anything."""
        for rule in self._by_path.get(bare(path), ()):
            if _has(query, rule.query):
                return rule.to
        for rule in self._patterns:
            if _has(query, rule.query) and isinstance(rule.path, re.Pattern) and rule.path.fullmatch(path):
                return rule.to
        return None


def _has(query: Mapping[str, str], wanted: Query) -> bool:
    """Whether the query has all pairs; case does not matter, as in addresses of WordPress."""
    return all(query.get(name.lower(), "").lower() == value.lower() for name, value in wanted)


def pairs_of(text: str) -> Query:
    """The pairs of a query, decoded."""
    parts = (part.partition("=") for part in text.split("&") if part)
    return tuple((unquote(name), unquote(value.replace("+", " "))) for name, _, value in parts)
