"""Which bodies count as Markdown."""

import pytest

from wpmigrate.content import Body
from wpmigrate.content.markdown_body import markdown_of

FLAG = {"_wpcom_is_markdown": "1"}


@pytest.mark.parametrize(
    "text",
    ["## Title\n\nText", "A [link](https://x.example/)", "- one\n- two", "```html\n<b>x</b>\n```\n", "**bold** `<b>`"],
)
def test_flagged_markdown(text: str) -> None:
    """A flagged body with marks of Markdown and no HTML outside of code is Markdown."""
    assert markdown_of(Body(text=text, meta=FLAG)) == text


@pytest.mark.parametrize(
    "text",
    [
        "Just text.",
        "<p>**Mixed**</p>",
        "## Title\n\n[gallery]",
        "<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->",
        "[x](javascript:alert(1)) **b**",
        "[x](java&#115;cript&colon;alert(1)) **b**",
        "```\nnever closed <b>\n**b**",
    ],
)
def test_flagged_but_not_markdown(text: str) -> None:
    """A body that needs WordPress, could run code, or says nothing in Markdown is not."""
    assert markdown_of(Body(text=text, meta=FLAG)) is None


def test_without_a_flag() -> None:
    """Without a flag only a closed code fence tells."""
    assert markdown_of(Body(text="Text\n\n```c\nint a;\n```\n")) is not None
    assert markdown_of(Body(text="## Title\n\n- a")) is None
