"""From a body to a tree, and what was found on the way."""

from collections import Counter

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.html import parse

from .body import Body, ContentOptions, Rendered, Surroundings
from .markers import lift_markers
from .scene import Scene
from .stages import scene_of, show


def render(body: Body, around: Surroundings, options: ContentOptions) -> Rendered:
    """The body as a tree in the vocabulary of the clean tree. Never raises for what a body holds."""
    scene = scene_of(body, around, options)
    html = show(scene)
    parsed = parse(html)
    if parsed.depth:
        scene.note("WXR521", depth=parsed.depth)
    if "<!--more" in html or "<!--nextpage" in html or "<!-- more" in html:
        lift_markers(parsed.root)
    return Rendered(
        root=parsed.root,
        diagnostics=scene.diagnostics + _counted(scene),
        shortcodes=_names(scene, "WXR501"),
        blocks=_names(scene, "WXR502", "WXR503", "WXR507"),
    )


def to_html(body: Body, around: Surroundings, options: ContentOptions) -> str:
    """The HTML before it is cleaned."""
    return show(scene_of(body, around, options))


def _counted(scene: Scene) -> list[Diagnostic]:
    """One diagnostic for each code and name, at the first place of the name."""
    return [
        diagnose(code, line=scene.line_of(("[" if code == "WXR501" else "wp:") + name), name=name, number=number)
        for (code, name), number in scene.counts.items()
    ]


def _names(scene: Scene, *codes: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for (code, name), number in scene.counts.items():
        if code in codes:
            found[name] += number
    return found
