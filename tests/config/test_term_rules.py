"""`[terms]`: how rules are read, and which terms they mean."""

import tomllib

import pytest

from wpmigrate.config import WrongKeyError
from wpmigrate.config.term_rules import TermRule, read_term_rules


def rules(text: str) -> tuple[TermRule, ...]:
    """The rules of a table."""
    return read_term_rules(tomllib.loads(text), ("terms",))


def test_rules_are_read_in_the_order_of_actions() -> None:
    """Drop comes before merge, merge before move, move before rename, wherever they stand; tag is post_tag."""
    found = rules('drop = ["tag:a"]\n[rename]\n"x:b" = "B"\n[move]\n"x:*" = "tag"\n[merge]\n"tag:c" = "category:d:e"\n')
    assert [str(rule) for rule in found] == ["drop post_tag:a", "merge post_tag:c", "move x:*", "rename x:b"]
    assert (found[1].to_taxonomy, found[1].to_name) == ("category", "d:e")


@pytest.mark.parametrize(
    ("name", "slug", "term", "expected"),
    [
        ("news", "news", "Nyheter", True),
        ("NYHETER", "news", "Nyheter", True),
        ("företag", "f%C3%B6retag", "x", True),
        ("n*", "news", "x", True),
        ("*", "news", "x", True),
        ("new", "news", "x", False),
        ("a[b]?", "x", "A[b]?", True),
        ("a[b]?", "x", "abc", False),
    ],
)
def test_a_rule_means_a_term_by_slug_or_name(name: str, slug: str, term: str, expected: bool) -> None:
    """In any case of letters, percent-encoded or not; only * is a wildcard."""
    assert TermRule("drop", "category", name).means("category", slug, term) is expected
    assert not TermRule("drop", "category", name).means("post_tag", slug, term)


@pytest.mark.parametrize(
    ("text", "trail", "part"),
    [
        ('drp = ["a:b"]', ("terms", "drp"), "did you mean drop?"),
        ('drop = "a:b"', ("terms", "drop"), "must be a list of texts"),
        ('drop = ["news"]', ("terms", "drop"), "'news' names no term"),
        ('merge = ["a:b"]', ("terms", "merge"), "must be a table"),
        ('[merge]\n"a:b" = "c"', ("terms", "merge", "a:b"), "'c' names no term"),
        ('[merge]\n"a:b" = "c:*"', ("terms", "merge", "a:b"), "no single term"),
        ('[merge]\n"a:b" = "a:c"\n"a:c" = "a:B"', ("terms", "merge"), "a:b is merged into itself in a circle"),
        ('[move]\n"a:b" = "c:d"', ("terms", "move", "a:b"), "is no taxonomy"),
        ('[rename]\n"a:*" = "c"', ("terms", "rename", "a:*"), "means several terms"),
        ('[rename]\n"a:b" = { nam = "c" }', ("terms", "rename", "a:b", "nam"), "did you mean name?"),
        ('[rename]\n"a:b" = { slug = 3 }', ("terms", "rename", "a:b", "slug"), "must be a text"),
        ('[rename]\n"a:b" = false', ("terms", "rename", "a:b"), "must be a text or {"),
    ],
)
def test_what_cannot_be_meant_is_refused(text: str, trail: tuple[str, ...], part: str) -> None:
    """Each wrong rule is named by its trail."""
    with pytest.raises(WrongKeyError) as caught:
        rules(text)
    assert caught.value.trail == trail
    assert part in caught.value.message
