"""`unbalanced`: markup that each reader mends in its own way."""

import pytest
from pace import seconds

from wpmigrate.content import unbalanced


@pytest.mark.parametrize(
    ("text", "sample"),
    [
        ("<p>A <strong>cup.</p>", "<strong> is never closed"),
        ("<p>A cup.</b></p>", "</b> closes nothing"),
        ("<b><i>x</b></i>", "<i> is not closed before </b>"),
        ('<div class="a"><p>x</p>', '<div class="a"> is never closed'),
        ("<DIV>x</div></DIV>", "</DIV> closes nothing"),
        ("<script>if (a < b) { '<div>' }</script><em>x", "<em> is never closed"),
        (f'<a title="{"x" * 90}">y', f'<a title="{"x" * 38}…> is never closed'),
    ],
)
def test_faults(text: str, sample: str) -> None:
    """The first fault, with the tag as it stands there."""
    (found,) = unbalanced(text)
    assert found.message == f"the markup is not balanced: {sample}"
    assert found.near in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no markup, 1 < 2",
        "<p>one<p>two<br>three<ul><li>a<li>b</ul>",
        "<!-- wp:quote --><blockquote><p>x</p></blockquote><!-- /wp:quote -->",
        "<!-- <div> --><p>x</p>",
        "<span/>x<img src='a'><table><tr><td>x</table>",
        "[code]<div>[/code]",
        "<!-- never closed <div>",
        "<style>a > b { }</style><script>'</b>'</script>",
    ],
)
def test_what_is_balanced(text: str) -> None:
    """End tags that HTML lets writers leave out, comments, scripts and code are no fault."""
    assert unbalanced(text) == []


def test_linear() -> None:
    """Four times the text takes about four times the time (sixteen times would be quadratic)."""
    small, large = ("<div>" * number + "<!--" * number + "<a " * number for number in (20_000, 80_000))
    assert seconds(lambda: unbalanced(large)) < 9 * max(seconds(lambda: unbalanced(small)), 0.005)
