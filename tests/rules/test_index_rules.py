"""Rules over a site where an export file cannot show the case."""

from typing import Any

import pytest

from wpmigrate.model import Entry, Site, SiteIndex, Table, Term
from wpmigrate.rules import check_index, term_parents, top_level_entries


def entry(number: int, **values: Any) -> Entry:
    """An entry of a published post."""
    fields: dict[str, Any] = {"id": str(number), "post_id": number, "type": "post", "status": "publish"}
    fields |= {"slug": f"s{number}", "title": "x"}
    return Entry(number=number, **(fields | values))


def messages(index: SiteIndex, code: str) -> list[str]:
    """The messages of one code."""
    return [one.message for one in check_index(index) if one.code == code]


def categories(*rows: tuple[str, str, str]) -> dict[tuple[str, str], Term]:
    """Categories from slug, name and parent."""
    return {
        ("category", slug): Term(taxonomy="category", slug=slug, name=name, parent=parent)
        for slug, name, parent in rows
    }


@pytest.mark.parametrize(
    ("files", "missing"),
    [
        (["blogg.wordpress.2020-01-31.001.xml", "blogg.wordpress.2020-01-31.003.xml"], "2"),
        (["a/blogg.wordpress.2020-01-31.000.xml", "a/blogg.wordpress.2020-01-31.004.xml"], "1, 2, 3"),
        (["blogg.wordpress.2020-01-31.002.xml"], "1"),
        (["blogg.wordpress.2020-01-31.000.xml", "blogg.wordpress.2020-01-31.001.xml"], None),
        (["blogg.wordpress.2020-01-31.xml", "export.003.xml"], None),
    ],
)
def test_gap_in_a_split_export(files: list[str], missing: str | None) -> None:
    """Numbers between the first part and the last one given are missed."""
    index = SiteIndex(entries=Table(Entry, [entry(number, file=file) for number, file in enumerate(files)]))
    found = messages(index, "WXR444")
    assert found == ([f"part {missing} of a split export seems to be missing"] if missing else [])


def test_featured_images_of_an_export_without_attachments_are_named_once() -> None:
    """An export of posts alone misses every image; that is one finding, not one a post."""
    index = SiteIndex(entries=Table(Entry, [entry(number, thumbnail=90 + number) for number in range(1, 4)]))
    assert messages(index, "WXR435") == [
        "the featured image 91 is not in the export, nor are those of 2 other items: it holds no attachment"
    ]


def test_missing_slugs_of_a_whole_export_are_named_once() -> None:
    """A foreign exporter without slugs gives one finding; a plain feed gives none."""
    entries = [entry(number, slug="") for number in range(3)]
    assert len(messages(SiteIndex(site=Site(wxr_version="1.2"), entries=Table(Entry, entries)), "WXR421")) == 1
    assert messages(SiteIndex(entries=Table(Entry, entries)), "WXR421") == []


def test_items_that_are_left_out_are_not_judged() -> None:
    """Statuses, titles, slugs, parents and images of what is not written do not matter."""
    left_out = entry(1, status="wc-done", title="", slug="", parent=9, thumbnail=9, creator="bo", skipped="shop_order")
    assert check_index(SiteIndex(entries=Table(Entry, [left_out]))) == []


def test_order_of_items_does_not_matter() -> None:
    """The same findings in the same order, however the items stand in the file."""
    entries = [entry(number, status="odd", parent=90 + number, creator=f"c{number}") for number in range(5)]
    assert check_index(SiteIndex(entries=Table(Entry, entries))) == check_index(
        SiteIndex(entries=Table(Entry, entries[::-1]))
    )


def test_circles_are_broken() -> None:
    """Entries and terms of a circle count as top level; those below it keep their parent."""
    pages = [entry(n, type="page", parent=parent) for n, parent in ((1, 2), (2, 1), (3, 1), (4, 4))]
    index = SiteIndex(entries=Table(Entry, pages), terms=categories(("a", "A", "b"), ("b", "B", "a"), ("c", "C", "a")))
    assert top_level_entries(index) == {1, 2, 4}
    assert term_parents(index) == {("category", "c"): "a"}


def test_parents_of_terms_are_slugs_or_unique_names() -> None:
    """Exporters up to 3.0 write the parent's name; a slug comes first, and a name that two terms bear tells nothing."""
    index = SiteIndex(
        terms=categories(
            ("books", "Books & Papers", "reviews"),
            ("novels", "Novels", "Books &amp; Papers"),
            ("reviews", "novels", ""),
            ("crime", "Crime", "novels"),
            ("news", "News", ""),
            ("news-tech", "News", ""),
            ("local", "Local", "News"),
        )
    )
    assert term_parents(index) == {
        ("category", "books"): "reviews",
        ("category", "novels"): "books",
        ("category", "crime"): "novels",
    }
    assert messages(index, "WXR443") == [
        "the parent News of the category local is not in the export; it is put at the top level"
    ]


def test_no_address_of_an_author_is_said() -> None:
    """A login may be an e-mail address; the report may be published with the rest."""
    index = SiteIndex(site=Site(title="x"), entries=Table(Entry, [entry(1, creator="kim@example.org")]))
    assert messages(index, "WXR438") == ["the author kim of 1 item has no record; the name stands as it is"]
