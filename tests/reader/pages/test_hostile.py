"""Pages that are large or made to be slow: time grows as they do."""

from collections.abc import Callable

import pytest
from pace import seconds

from wpmigrate.reader.pages.document import open_document
from wpmigrate.reader.pages.page import read_page

HEAD = '<html><body class="single postid-1"><div id="post-1" class="post-1 hentry type-post"><h1 class="entry-title">T</h1>'


def comments(number: int) -> str:
    """A page with so many comments."""
    items = "".join(
        f'<li class="comment" id="comment-{n}"><b class="fn">A</b><a href="#comment-{n}">May 3, 2010</a><p>W</p></li>'
        for n in range(1, number)
    )
    return f'{HEAD}<div class="entry-content"><p>x</p></div></div><ol class="comment-list">{items}</ol></body></html>'


def boxes(number: int) -> str:
    """A list of so many posts."""
    items = "".join(
        f'<div class="post-{n} post hentry"><h2><a href="http://example.org/{n}/">T</a></h2><div class="entry"><p>W</p></div></div>'
        for n in range(1, number)
    )
    return f'<html><body class="home blog">{items}</body></html>'


def open_toolbars(number: int) -> str:
    """A capture whose toolbar begins again and again and never ends."""
    return f"{HEAD}archive.org {'<!-- BEGIN WAYBACK TOOLBAR INSERT -->' * number}</div></body></html>"


def loose_lines(number: int) -> str:
    """A page without any class, all of whose lines have a digit."""
    return "<html><body><h1>T</h1>" + "<p>On 3 May 2010 we went by car</p>" * number + "</body></html>"


def long_line(number: int) -> str:
    """A box whose text is one line of many pieces."""
    return f"{HEAD}{'<i>word</i> ' * number}</div></body></html>"


def texts_in_a_comment(number: int) -> str:
    """One comment with many boxes that are called its text, and many elements beside them."""
    texts = '<div class="comment-text">W</div><h4>N</h4>' * number
    return f'{HEAD}</div><ol><li id="comment-1">{texts}</li></ol></body></html>'


def terms(number: int) -> str:
    """A post in many terms, which its classes and its links name."""
    classes = " ".join(f"category-c{n} tag-t{n}" for n in range(number))
    links = "".join(f'<a href="http://example.org/tag/t{n}/">T{n}</a> ' for n in range(number))
    box = f'<div class="post-1 hentry {classes}"><h1>T</h1><div class="entry-content">W</div>'
    return f'<html><body class="single postid-1">{box}<p class="entry-meta">{links}</p></div></body></html>'


def posts_in_a_post(number: int) -> str:
    """A post whose box holds those of many others, each with a heading."""
    return HEAD.replace('<h1 class="entry-title">', "<h1>") + "".join(
        f'<div class="post-{n} hentry"><h2>R</h2></div>' for n in range(2, number)
    )


@pytest.mark.parametrize(
    "made", [comments, boxes, open_toolbars, loose_lines, long_line, texts_in_a_comment, terms, posts_in_a_post]
)
def test_time_grows_with_the_page(made: Callable[[int], str]) -> None:
    """Four times the size takes less than nine times the processor time; a quadratic way would take sixteen."""

    def spent(data: bytes) -> float:
        return seconds(lambda: read_page(open_document(data, "page.html")))

    assert spent(made(1000).encode()) < 9 * spent(made(250).encode()) + 0.01
