"""Line breaks are looked at when the blocks are known."""

from wpmigrate.content.clean.state import State
from wpmigrate.html import HtmlElement


def line_break(element: HtmlElement, state: State) -> int:  # noqa: ARG001 - all handlers have one signature
    """Remember that there are any."""
    state.has_breaks = True
    return 0
