"""`slugs_apart`: no two terms share a page."""

import pytest

from wpmigrate.api.term_slugs import page_slug, slugs_apart
from wpmigrate.model import Entry, SiteIndex, Term


@pytest.mark.parametrize(
    ("slugs", "pages"),
    [
        (["kaffe", "te"], ["kaffe", "te"]),
        (["Foo", "foo"], ["foo-2", "foo"]),
        (["c-net", "c.net", "C.NET"], ["c-net", "c-net-3", "c-net-2"]),
        (["c.net", "c!net"], ["c-net-2", "c-net"]),
        (["c.net", "c-net", "c-net-2"], ["c-net-3", "c-net", "c-net-2"]),
        (["!!", "??"], ["term", "term-2"]),
        # One slug in two spellings.
        (["%e5%8c%97", "北"], ["北", "北"]),
    ],
)
def test_each_term_has_a_page_of_its_own(slugs: list[str], pages: list[str]) -> None:
    """Whatever the order of items: the plain slug belongs to the term that is called so."""
    for order in (slugs, slugs[::-1]):
        index = SiteIndex()
        entry = Entry(number=0, id="1", post_id=1, type="post", status="publish")
        entry.terms = tuple(("post_tag", slug) for slug in order)
        index.slugs_apart = slugs_apart(index, [entry])
        assert [page_slug(("post_tag", slug), index) for slug in slugs] == pages


def test_taxonomies_and_terms_without_items_take_no_slug_away() -> None:
    """Another taxonomy has other addresses, and a term that no item has no page; one above a term that items have has one."""
    index = SiteIndex()
    for term in (
        Term(taxonomy="category", slug="Foo", name="Foo"),
        Term(taxonomy="category", slug="foo", name="foo"),
        Term(taxonomy="category", slug="under", name="Under", parent="foo"),
    ):
        index.terms[term.taxonomy, term.slug] = term
    entry = Entry(number=0, id="1", post_id=1, type="post", status="publish")
    entry.terms = (("post_tag", "foo"), ("category", "Foo"))
    assert slugs_apart(index, [entry]) == {}
    entry.terms = (("category", "under"), ("category", "Foo"))
    assert slugs_apart(index, [entry]) == {("category", "Foo"): "foo-2", ("category", "foo"): "foo"}
