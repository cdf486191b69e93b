"""The reader of Markdown that judges: CommonMark, and what the extended flavour adds."""

from collections.abc import Callable

import pytest
from pace import seconds

from wpmigrate.verify.rendering import rendered


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("~~a~~", "<p><s>a</s></p>\n"),
        ("- [ ] a", '<ul>\n<li><input type="checkbox"> a</li>\n</ul>\n'),
        ("1. [x] b", '<ol>\n<li><input type="checkbox" checked> b</li>\n</ol>\n'),
        ("- \\[ ] c", "<ul>\n<li>[ ] c</li>\n</ul>\n"),
        ("[ ] a", "<p>[ ] a</p>\n"),
        ("a[^x]", "<p>a[^x]</p>\n"),
        ("[^x]: a", ""),
        ("`[^1]` \\[^1]\n\n[^1]: n", "<p><code>[^1]</code> [^1]</p>\n"),
    ],
)  # fmt: skip
def test_extended(markdown: str, html: str) -> None:
    """Strikes, task boxes and footnotes; what only looks like them is text."""
    assert rendered(markdown) == html


def test_commonmark_has_no_extensions() -> None:
    """The strict flavour takes tildes, bars and brackets as text."""
    assert rendered("~~a~~ | b\n--- | ---\n[^1]\n\n[^1]: n", "commonmark") == (
        '<p>~~a~~ | b\n--- | ---\n<a href="n">^1</a></p>\n'
    )


def test_footnotes_come_last_in_the_order_of_their_marks() -> None:
    """Paragraphs, code and marks inside of notes are read; a note counts once, an unmarked one is not shown."""
    markdown = (
        "a[^two] b[^one] c[^two]\n\n"
        "[^one]: first\n\n[^two]: second[^three]\n    goes on\n\n    > quote\n\n"
        "[^three]: third\n[^four]: never\n[^one]: again\n\nlast"
    )
    assert rendered(markdown) == (
        '<p>a<sup class="footnote-ref"><a href="#fn-two"></a></sup> b<sup class="footnote-ref"><a href="#fn-one"></a>'
        '</sup> c<sup class="footnote-ref"><a href="#fn-two"></a></sup></p>\n<p>last</p>\n'
        '<section class="footnotes"><ol>'
        '<li id="fn-two"><p>second<sup class="footnote-ref"><a href="#fn-three"></a></sup>\ngoes on</p>\n'
        "<blockquote>\n<p>quote</p>\n</blockquote>\n</li>"
        '<li id="fn-one"><p>first</p>\n</li><li id="fn-three"><p>third</p>\n</li></ol></section>'
    )


def test_footnotes_in_lists_and_circles() -> None:
    """A note may stand in a list item; notes that refer to each other end."""
    html = rendered("- a[^1]\n\n  [^1]: b[^2]\n\n[^2]: c[^1]\n")
    assert html.count("<li id=") == 2


@pytest.mark.parametrize(
    "make",
    [
        lambda number: "".join(f"[^{n}] " for n in range(number)) + "\n\n" + "".join(f"[^{n}]: a\n" for n in range(number)),
        lambda number: "[^0]\n\n" + "".join(f"[^{n}]: [^{n + 1}]\n" for n in range(number)),
        lambda number: "[^" * number,
        lambda number: "\n".join("- [ ] x" for _ in range(number)),
    ],
    ids=["many notes", "notes in notes", "unclosed marks", "boxes"],
)  # fmt: skip
def test_time_grows_with_the_text(make: Callable[[int], str]) -> None:
    """Four times the text takes about four times the time (sixteen times would be quadratic)."""
    small, large = make(1000), make(4000)
    assert seconds(lambda: rendered(large)) < 8 * seconds(lambda: rendered(small)) + 0.02
