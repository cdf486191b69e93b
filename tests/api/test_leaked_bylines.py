"""Bylines in stored bodies: named, taken out where the item says the same, left where it does not."""

import datetime as dt
import json
from pathlib import Path

import pytest

import wpmigrate
from wpmigrate.api.leaked_bylines import settle_bylines
from wpmigrate.model import Author, Comment, Item, Site, SiteIndex, TermRef
from wpmigrate.verify import VerifyOptions, verify

BYLINE = "Postad den 15 Dec, 2010 i Företagande, Organisation | Inga kommentarer »"
BLOCK = "<!-- wp:paragraph -->\n<p>{}</p>\n<!-- /wp:paragraph -->"
TERMS = tuple(TermRef(taxonomy="category", slug=name.lower(), name=name) for name in ("Företagande", "Organisation"))
DAY = dt.datetime(2010, 12, 15, 9, 12, tzinfo=dt.UTC)


def item(content: str, **fields: object) -> Item:
    """A Swedish post of 15 December 2010 in two categories."""
    values = {"post_id": 1, "id": "1", "creator": "anna", "date": DAY, "terms": TERMS, "line": 1, **fields}
    return Item(content=content, **values)  # type: ignore[arg-type] # a mixed bag of fields


def index() -> SiteIndex:
    """A Swedish blog with one author."""
    found = SiteIndex()
    found.site = Site(language="sv-SE")
    found.authors["anna"] = Author(login="anna", name="Anna Ek")
    return found


@pytest.mark.parametrize(
    ("content", "left"),
    [
        (f"<p>Text.</p>\n<p>{BYLINE}</p>\n<p>Kommentera</p>", "<p>Text.</p>"),
        (f"Text.\n\n{BYLINE}\nKommentera", "Text."),
        (f'<p class="meta"><small>{BYLINE}</small></p>\n<p>Text.</p>', "<p>Text.</p>"),
        (
            f"{BLOCK.format('Text.')}\n\n{BLOCK.format(BYLINE)}",
            BLOCK.format("Text."),
        ),
        (f"Text.<br />\n{BYLINE}", "Text.<br />"),
        ("Text.\n\n15 december 2010 | Av Anna Ek | Inga kommentarer", "Text."),
    ],
)
def test_a_byline_that_agrees_is_taken_out(content: str, left: str) -> None:
    """The elements that hold nothing else go with it; the finding names it at its line."""
    settled, found = settle_bylines(item(content), index())
    assert [one.code for one in found] == ["WXR540"]
    assert settled.own_content == left
    assert settled.content == content


@pytest.mark.parametrize(
    ("content", "fields"),
    [
        (BYLINE, {"date": dt.datetime(2011, 1, 1, tzinfo=dt.UTC)}),
        (BYLINE, {"terms": TERMS[:1]}),
        ("15 december 2010 | Av Bo Ek | Inga kommentarer", {}),
        ("Postad den 15 Dec, 2010 i Företagande | 3 kommentarer »", {"comments": (Comment(id=1),)}),
        (f"<p>Text.</p>\n<p><b>{BYLINE}</p>", {}),
    ],
    ids=["another day", "another category", "another author", "more comments than there are", "broken elements"],
)
def test_a_byline_that_disagrees_stays(content: str, fields: dict[str, object]) -> None:
    """It is named all the same."""
    settled, found = settle_bylines(item(content, **fields), index())
    assert [one.code for one in found] == ["WXR540"]
    assert settled.own_content == content


def test_fields_that_the_item_has_not_are_filled() -> None:
    """Author and tags come from the byline when the day proves that it is of this post."""
    content = "Postad den 15 Dec, 2010 av Bo i Mat | Etiketter: bröd, smör | Inga kommentarer"
    settled, _ = settle_bylines(item(content, creator="", terms=()), index())
    assert settled.creator == "Bo"
    assert [(term.taxonomy, term.name) for term in settled.terms] == [
        ("category", "Mat"),
        ("post_tag", "bröd"),
        ("post_tag", "smör"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        "<p>Vi sågs den 15 december 2010 | och fick inga kommentarer av Anna.</p>",
        "<p>Den 15 december 2010 publicerades boken av Anna i Lund.</p>",
        f"<p>En.</p><p>Två.</p><p>Tre.</p><p>Fyra.</p><p>{BYLINE}</p><p>Fem.</p><p>Sex.</p><p>Sju.</p><p>Åtta.</p>",
        "<p>Läs mer »</p><p>Copyright 2010 Anna</p>",
        "<p>Flickr | 17 photos | 21 comments</p>",
    ],
)
def test_other_text_is_no_byline(content: str) -> None:
    """Prose, a quotation in the middle, links and statistics of others are silent."""
    assert settle_bylines(item(content), index()) == (item(content), [])


EXPORT = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Anna</title><link>https://anna.example.org</link>
<language>sv-SE</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://anna.example.org</wp:base_blog_url>
<item><title>Generositet och affärer</title><link>https://anna.example.org/generositet/</link><dc:creator>anna</dc:creator>
<content:encoded><![CDATA[<p>Den som ger får.</p>
<p>Postad den 15 Dec, 2010 i <a href="https://anna.example.org/c/" rel="category tag">Företagande</a>, Organisation | 0 svar</p>
<p>Kommentera</p>]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_date>2010-12-15 09:12:00</wp:post_date>
<wp:post_name>generositet</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="foretagande">Företagande</category>
<category domain="category" nicename="organisation">Organisation</category></item></channel></rss>"""


def test_convert_takes_it_out_and_verify_knows(tmp_path: Path) -> None:
    """The written post has neither line, the report says so, and verify misses nothing."""
    export, out = tmp_path / "export.xml", tmp_path / "site"
    export.write_text(EXPORT, encoding="utf-8")
    (result,) = wpmigrate.convert([export], out)
    assert [one.code for one in result.diagnostics if one.code.startswith("WXR54")] == ["WXR540", "WXR541"]
    text = (out / "posts" / "generositet.md").read_text(encoding="utf-8")
    assert "Den som ger får." in text
    assert "Postad" not in text
    assert "Kommentera" not in text
    report = json.loads((out / ".wpmigrate" / "report.json").read_text(encoding="utf-8"))
    assert any(one["code"] == "WXR541" for one in report["diagnostics"])
    verification = verify([str(export)], out, VerifyOptions())
    assert not [difference for verdict in verification.verdicts for difference in verdict.differences]
