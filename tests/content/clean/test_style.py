"""What an inline style means."""

import pytest

from wpmigrate.content.clean.style import NOTHING, Meaning, read_style


@pytest.mark.parametrize(
    ("style", "marks"),
    [
        ("font-weight: bold", ("strong",)),
        ("FONT-WEIGHT:700 !important", ("strong",)),
        ("font-weight:500", ()),
        ("font-style:oblique; text-decoration: underline line-through", ("em", "del", "u")),
        ("vertical-align:super", ("sup",)),
        ("vertical-align:top", ()),
        ("font-weight:bold;font-weight:normal", ()),
    ],
)
def test_marks(style: str, marks: tuple[str, ...]) -> None:
    """Weight, slant, lines and raised text are marks."""
    assert read_style(style).marks == marks


@pytest.mark.parametrize(
    ("style", "hidden"),
    [
        ("display:none", True),
        ("display: none !important", True),
        ("visibility:hidden", True),
        ("position:absolute;left:-9999px", True),
        ("text-indent:-500px", True),
        ("text-indent:-2em", False),
        ("margin-left:-100px", False),
        ("margin-left:-9999px", True),
        ("font-size:0", True),
        ("font-size:0px", True),
        ("font-size:0.8em", False),
        ("height:0;overflow:hidden", True),
        ("height:0", False),
        ("color:#FFF;background-color:white", True),
        ("color:white", False),
        ("opacity:0", True),
        ("opacity:0.5", False),
        ("display", False),
    ],
)
def test_hidden(style: str, hidden: bool) -> None:
    """Only what surely hides counts."""
    assert read_style(style).hidden is hidden


def test_other_meanings() -> None:
    """Denials, typewriter faces, alignment, clipping; looks mean nothing."""
    assert read_style("font-weight:400;font-style:normal") == Meaning(not_bold=True, not_italic=True)
    assert read_style("font-family: 'Courier New', monospace").monospaced
    assert not read_style("font-family: Georgia, monospace").monospaced
    assert read_style("text-align:center").align == "center"
    assert read_style("position:absolute;clip:rect(1px, 1px, 1px, 1px)").clipped
    assert read_style("color:red;" * 200) is NOTHING
