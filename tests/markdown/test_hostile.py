"""Hostile and odd trees: any depth keeps its words, and time grows with the size of the input."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
from pace import seconds

from wpmigrate.html import HtmlElement, block_text, parse_fragment
from wpmigrate.markdown import DIALECTS, MarkdownOptions, convert, plain_text, read, write

NESTED = {
    "quotes": ("<blockquote>", "</blockquote>"),
    "lists": ("<ul><li>", "</li></ul>"),
    "spans": ("<span>", "</span>"),
    "emphasis": ("<em>", "</em>"),
    "marks": ("<b><i>", "</i></b>"),
    "boxes": ("<div>", "</div>"),
    "raised": ("<sup>", "</sup>"),
    "tables": ("<table><tr><td>", "</td></tr></table>"),
    "wide-tables": ("<table><tr><td>x </td><td>", "</td></tr></table>"),
    "definitions": ("<dl><dd>", "</dd></dl>"),
    "details": ("<details><summary>s </summary>", "</details>"),
    "figures": ("<figure><img src=a><figcaption>c </figcaption>", "</figure>"),
    "links": ("<a href=u>", "</a>"),
    "headings": ("<h2>", "</h2>"),
    "code": ("<code>", "</code>"),
    "preformatted": ("<pre>", "</pre>"),
}

LONG: dict[str, Callable[[int], str]] = {
    "asterisks": lambda n: f"<p>{'*' * n}</p>",
    "underscores": lambda n: f"<p>a{'_' * n}b {'a_' * n}</p>",
    "brackets": lambda n: f"<p>{'[' * n}{']' * n}{'[](' * n}</p>",
    "backticks": lambda n: f"<p>{'`' * n}<code>{'` ' * n}</code></p>",
    "angles": lambda n: f"<p>{'&lt;b' * n}{'&amp;a' * n}</p>",
    "tildes": lambda n: f"<p>{'~' * n}{'~ a~' * n}</p>",
    "backslashes": lambda n: f"<p>[{chr(92) * n}</p>",
    "line-starts": lambda n: "".join(
        f"<p>{char * n} x</p>" for char in ("#", "-", "- ", ":-", "=", "1", "+", "|-", "[^a")
    ),
    "bold-and-italics": lambda n: f"<p>{'<b>a</b><i>b</i>' * n}</p>",
    "bold-neighbours": lambda n: f"<p>{'<b>词</b>' * n}</p><p>{'<b>a</b>' * n}</p>",
    "bold-quotes": lambda n: f"<p>{'<b>&quot;</b>x' * n}</p>",
    "empty-marks": lambda n: f"<p>{'<b> </b>' * n}{'<br> ' * n}</p>",
    "spans": lambda n: f"<p>{'<span>a</span>' * n}</p>",
    "links-and-pictures": lambda n: f"<p>{'<a href=u>a</a><img src=a alt=b>' * n}</p>",
    "breaks": lambda n: f"<p>{'a<br>' * n}</p><p>{'<code>a<br>b</code><br>' * n}</p>",
    "paragraphs": lambda n: "<p>a</p>" * n,
    "items": lambda n: f"<ul>{'<li>a</li>' * n}</ul>{'<li>b</li>' * n}",
    "rows": lambda n: f"<table>{'<tr><td>a<td>b</tr>' * n}</table>",
    "quotes": lambda n: "<blockquote>a</blockquote>" * n,
    "code": lambda n: f"<pre>{'```' * n}{chr(10) * n}a</pre><p>{'<code>a</code>' * n}</p>",
    "raw-blanks": lambda n: (
        f"<table><tr><td colspan=2>{' ' * n}{chr(10) * n}<pre>{' ' * n}{chr(10) * n}</pre>x</table>"
    ),
    "one-line": lambda n: f"<p>{'word ' * n}</p>",
    "footnotes": lambda n: (
        "".join(f'<p><sup class="footnote-ref"><a href="#fn-{i}">1</a></sup></p>' for i in range(n))
        + f'<section class="footnotes"><ol>{"".join(f"<li id=fn-{i}>t</li>" for i in range(n))}</ol></section>'
    ),
}


def words(text: str) -> Counter[str]:
    """The words of a text, counted."""
    return Counter(re.findall(r"\w+", text))


@pytest.mark.parametrize("depth", [30, 400, 3000])
@pytest.mark.parametrize("name", NESTED)
def test_depth_keeps_the_words(name: str, depth: int) -> None:
    """However deep a tree is, its words are in the Markdown and in the plain text."""
    start, end = NESTED[name]
    root = parse_fragment("".join(f"{start}w{number} " for number in range(depth)) + "end" + end * depth)
    wanted = words(block_text(root))
    for dialect in ("portable", "commonmark", "goldmark"):
        written = convert(root, MarkdownOptions(dialect=DIALECTS[dialect]))
        assert not wanted - words(written.text)
        assert not wanted - words(written.plain_text)


def spent(root: HtmlElement, options: MarkdownOptions) -> float:
    """The seconds that one conversion takes."""

    def converted() -> None:
        document = read(root)
        write(document, options)
        plain_text(document)

    return seconds(converted)


@pytest.mark.parametrize("wrap", [None, 80])
@pytest.mark.parametrize("name", LONG)
def test_time_is_linear(name: str, wrap: int | None) -> None:
    """Four times the input takes about four times as long (sixteen times would be quadratic)."""
    options = MarkdownOptions(wrap=wrap)
    small, large = (parse_fragment(LONG[name](size)) for size in (1000, 4000))
    ratio = min(spent(large, options) / max(spent(small, options), 0.001) for _ in range(3))
    assert ratio < 9


def test_a_megabyte_in_one_line() -> None:
    """A line of a megabyte with every special character is written within seconds."""
    root = parse_fragment(f"<p>{'word *a* _b_ [c](d) `e` &lt;f&gt; &amp;amp; ~~g~~ h|i ' * 20_000}</p>")
    assert len(convert(root, MarkdownOptions()).text) > 1_000_000
    assert seconds(lambda: convert(root, MarkdownOptions())) < 5
