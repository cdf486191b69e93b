"""Cells of tables."""

from wpmigrate.content.clean.state import State
from wpmigrate.content.clean.style import read_style
from wpmigrate.html import HtmlElement


def cell(element: HtmlElement, state: State) -> int:  # noqa: ARG001 - all handlers have one signature
    """Say the alignment of a cell with `align`; a style goes before an attribute, as in browsers."""
    style = element.get("style")
    align = read_style(style).align if style else ""
    if not align:
        align = (element.get("align") or "").strip().lower()
    classes = element.get("class")
    if not align and classes and "has-text-align-" in classes:
        align = classes.partition("has-text-align-")[2].split()[0]
    if align:
        element.set("align", align)
    return 0
