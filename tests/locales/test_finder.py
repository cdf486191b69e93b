"""Which blocks of a text are bylines."""

import datetime as dt

from wpmigrate.locales.finder import find_bylines, is_byline, merge_bylines

SWEDISH = [
    "Generositet och affärer",
    "Den som ger får tillbaka, skrev någon den 3 mars 2009.",
    "Vi fick många kommentarer på det.",
    "Postad den 15 Dec, 2010 i Företagande, Organisation | Inga kommentarer »",
    "Kommentera",
]


def test_the_byline_and_the_link_below_it_are_one() -> None:
    """The link to the form belongs to the byline above it and does not change the count."""
    (found,) = find_bylines(SWEDISH, "sv")
    assert (found.first, found.end) == (3, 5)
    assert found.byline.date == dt.date(2010, 12, 15)
    assert found.byline.categories == ("Företagande", "Organisation")
    assert found.byline.comment_count == 0


def test_the_language_is_told_from_the_words() -> None:
    """Without a locale the same blocks are found."""
    (found,) = find_bylines(SWEDISH)
    assert (found.first, found.end, found.byline.comment_count) == (3, 5, 0)


def test_one_thing_alone_is_no_byline() -> None:
    """A date, a category, a count or an invitation on its own may be anything."""
    for block in ("15 december 2010", "Kategorier: Mat", "3 kommentarer", "Kommentera", "Av Anna", "Redigera"):
        assert find_bylines(["Text.", block], "sv") == []


def test_a_date_line_and_a_line_of_labels_are_one() -> None:
    """Kubrick prints the date above the text or above the labels."""
    (found,) = find_bylines(["9 novembris, 2006", "Tēmas: Alpha | 1 komentārs »"], "lv")
    assert (found.first, found.end, found.byline.date) == (0, 2, dt.date(2006, 11, 9))


def test_reach_limits_the_search_to_the_ends() -> None:
    """Within a body a byline may be a quotation."""
    blocks = ["One.", "Two.", "Posted on March 3, 2013 by Ann | 2 Comments", "Three.", "Four."]
    assert find_bylines(blocks, "en", reach=2) == []
    assert len(find_bylines(blocks, "en", reach=3)) == 1


def test_the_head_and_the_foot_of_a_post_add_up() -> None:
    """Twenty Ten prints date and author above the text, categories and comments below it."""
    blocks = ["Posted on March 3, 2013 by Ann", "Text.", "Posted in News | Tagged a, b | Leave a comment"]
    head, foot = find_bylines(blocks, "en")
    both = merge_bylines([head.byline, foot.byline])
    assert (both.date, both.author, both.categories, both.tags) == (dt.date(2013, 3, 3), "Ann", ("News",), ("a", "b"))
    assert both.comment_count == 0


def test_a_byline_of_a_page_leaves_no_word_over() -> None:
    """In a saved page small words tell beside a date; a line with a word that no phrase explains stays the author's."""
    for line in ("By Ann on March 3, 2010", "3. Mai 2010 von Uwe", "Posted in News by Jim", "by Ann | March 3, 2010"):
        assert is_byline(line), line
    assert is_byline("投稿者: 山田 | 日時: 2009年8月15日 10:30 | カテゴリー: 旅行, 写真 | コメント (3)")
    for line in (
        "On April 2, 2012 I baked my first loaf.",
        "Geboren am 3. Mai 1970 in Wien.",
        "Photo by Ann, May 3, 2010",
        "Published in 2008 by Penguin.",
        "3 May 2010 in Lund",
        "A letter from Tom, June 3, 1944",
        "I maj 2009 fick vi 3 kommentarer.",
    ):
        assert not is_byline(line), line
