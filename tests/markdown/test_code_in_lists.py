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
