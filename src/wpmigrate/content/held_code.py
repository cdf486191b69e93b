"""Puts the code that was held back into its place."""

import re

from .scene import Scene

_STAND_IN = re.compile(r'<(?:pre data-held="(\d+)"></pre>|code data-held="(\d+)"></code>)')


def release(html: str, scene: Scene) -> str:
    """The HTML with each stand-in of `Scene.hold` replaced by what it stands for."""
    if not scene.held:
        return html

    pieces: list[str] = []
    at = 0
    for found in _STAND_IN.finditer(html):
        number = int(found[1] or found[2])
        if number >= len(scene.held):
            continue
        code = scene.held[number]
        start, end = found.span()
        if code.startswith("<pre") and html.startswith("</p>", end) and html.endswith("<p>", at, start):
            start, end = start - 3, end + 4  # a block of code is no paragraph
        pieces += (html[at:start], code)
        at = end
    pieces.append(html[at:])
    return "".join(pieces)
