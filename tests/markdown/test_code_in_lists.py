"""Code in containers, for readers of Markdown that know fences at the left margin only."""

import pytest

from wpmigrate.html import parse_fragment
from wpmigrate.markdown import DIALECTS, MarkdownOptions, convert

SOURCE = '<ul><li><p>a</p><pre><code class="language-php">b();</code></pre></li></ul>'


@pytest.mark.parametrize("dialect", ["python-markdown", "nikola"])
def test_code_with_a_language_is_indented(dialect: str) -> None:
    """A fence would be shown as words; the language is what can be done without."""
    assert convert(parse_fragment(SOURCE), MarkdownOptions(dialect=DIALECTS[dialect])).text == "-   a\n\n        b();\n"


def test_the_common_subset_keeps_the_language() -> None:
    """Most readers know the fence."""
    assert "```php" in convert(parse_fragment(SOURCE), MarkdownOptions()).text


def test_code_with_blank_lines_at_its_edges_is_indented_too() -> None:
    """Blank lines at the edges are lost; the code is not."""
    source = "<ul><li><p>a</p><pre><code>\n\nb\n\nc\n\n</code></pre></li></ul>"
    text = convert(parse_fragment(source), MarkdownOptions(dialect=DIALECTS["python-markdown"])).text
    assert text == "-   a\n\n        b\n\n        c\n"


def test_code_at_the_start_of_an_item_has_something_before_it() -> None:
    """Right behind the marker, the blanks would be the item's own."""
    source = "<ul><li><pre><code>b</code></pre></li></ul>"
    text = convert(parse_fragment(source), MarkdownOptions(dialect=DIALECTS["python-markdown"])).text
    assert text == "-   <!-- -->\n\n        b\n"
