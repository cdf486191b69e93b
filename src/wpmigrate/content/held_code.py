"""Puts the code that was held back into its place."""

import re

from .scene import Scene

_STAND_IN = re.compile(r'(<p>)?<(pre|code) data-held="(\d+)"></\2>(?(1)(</p>)?)')


def release(html: str, scene: Scene) -> str:
    """The HTML with each stand-in of `Scene.hold` replaced by what it stands for."""
    if not scene.held:
        return html

    def held(found: re.Match[str]) -> str:
        number = int(found[3])
        if number >= len(scene.held):
            return found[0]
        code = scene.held[number]
        if found[1] and found[4] and code.startswith("<pre"):
            return code
        return (found[1] or "") + code + (found[4] or "")

    return _STAND_IN.sub(held, html)
