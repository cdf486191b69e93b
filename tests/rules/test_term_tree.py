"""The hierarchy of terms, and the names that tell terms of one name apart."""

import pytest

from wpmigrate.model import Entry, SiteIndex, Term
from wpmigrate.rules import names_apart

TERMS = [
    Term(taxonomy="category", slug=slug, name=name, parent=parent)
    for slug, name, parent in (("coats", "Coats", ""), ("women", "Women", ""), ("coats-women", "Coats", "women"))
]


@pytest.mark.parametrize(
    ("used", "apart"),
    [
        (("coats", "coats-women"), {("category", "coats-women"): "Coats (Women)"}),
        # No item has the other one, which then has no page.
        (("coats-women",), {}),
        (("coats", "women"), {}),
    ],
)
def test_terms_that_share_a_name_are_told_apart(used: tuple[str, ...], apart: dict[tuple[str, str], str]) -> None:
    """The one below another is called by both; nothing is done where items have one of them alone."""
    index = SiteIndex(terms={(term.taxonomy, term.slug): term for term in TERMS})
    terms = tuple(("category", slug) for slug in used)
    index.entries.take(Entry(number=0, id="1", post_id=1, type="post", status="publish", terms=terms))
    assert names_apart(index) == apart
