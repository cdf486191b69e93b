"""What a template language would read in Markdown is text for it, in every place where it may stand."""

import re

import pytest
from markdown_it import MarkdownIt

from wpmigrate.html import parse_fragment
from wpmigrate.markdown import DIALECTS, TEMPLATE_MARKS, MarkdownOptions, convert, escape

PLACES = (
    "<p>{}</p>",
    "<p><code>{}</code></p>",
    "<pre><code>a\n\n{}\nb</code></pre>",
    "<ul><li>{}<ul><li><code>{}</code></li></ul></li></ul>",
    "<h2>{}</h2>",
    "<table><tr><th>{}</th></tr><tr><td><code>{}</code></td></tr></table>",
    "<blockquote><pre><code>{}</code></pre></blockquote>",
    '<p><a href="https://example.org/" title="{}">{}</a></p>',
    '<p><img src="/a.png" alt="{}"></p>',
    "<figure><img src='/a.png' alt=''><figcaption>{}</figcaption></figure>",
    "<dl><dt>{}</dt><dd>{}</dd></dl>",
    "<p><strong>{}</strong><em>a{}</em></p>",
)
TEXTS = (
    "{{ x }}", "{% x %}", "{# x #}", "{{&lt; x &gt;}}", "{{% x %}}", "{{&lt;/* x */&gt;}}", "{{{{ x", "{ {% raw %}", "{{{% x", "}}",
)  # fmt: skip


def words(markdown: str) -> str:
    """What a reader of CommonMark shows, without white space and marks."""
    shown = parse_fragment(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))
    texts = [text for text in shown.itertext() if isinstance(text, str)]
    texts += [
        value for element in shown.iter("a", "img") for value in (element.get("alt"), element.get("title")) if value
    ]
    return "".join("".join(texts).split())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("language", [name for name in TEMPLATE_MARKS if name not in ("", "mdx")])
def test_no_mark_is_left_and_no_word_is_changed(language: str, place: str) -> None:
    """In prose, code, fences, tables, titles, captions: no mark stands in the Markdown, which still shows all of it."""
    marks = TEMPLATE_MARKS[language]
    for text in TEXTS:
        source = place.replace("{}", text)
        plain = convert(parse_fragment(source), MarkdownOptions(dialect=DIALECTS["gfm"])).text
        found = convert(parse_fragment(source), MarkdownOptions(dialect=DIALECTS["gfm"], marks=marks)).text
        assert not [mark for mark in marks if mark in found], found
        assert words(found) == words(plain)


def test_without_a_language_nothing_is_escaped() -> None:
    """Braces stay as they are for generators that read none."""
    assert convert(parse_fragment("<p>{{ x }}</p>"), MarkdownOptions()).text == "{{ x }}\n"
    assert escape("{{ x }}", MarkdownOptions()) == "{{ x }}"


def test_a_line_of_plain_text_is_escaped_too() -> None:
    """Excerpts and titles take the short way."""
    assert re.fullmatch(r"\{&#123; x \}\}", escape("{{ x }}", MarkdownOptions(marks=TEMPLATE_MARKS["liquid"])))
