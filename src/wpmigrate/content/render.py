"""From a body to a tree, and what was found on the way."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.html import parse

from .body import Body, ContentOptions, Rendered, Surroundings
from .clean import CleanOptions, clean, original_names, special_in
from .hiding_comments import hiding_comments
from .markdown_body import markdown_of
from .markers import lift_markers
from .scene import Scene
from .stages import scene_of, show

#: The slot for gathered values, by code, and how they are joined.
_GATHERED = {
    "WXR504": ("data", " | "),
    "WXR505": ("id", ", "),
    "WXR506": ("ids", ", "),
    "WXR523": ("id", ", "),
    "WXR524": ("reason", " | "),
}
#: Characters of gathered values that a message shows.
_SHOWN = 400
#: Characters of a tag that a message shows.
_TAG_SHOWN = 80


def render(body: Body, around: Surroundings, options: ContentOptions) -> Rendered:
    """The body as a tree in the vocabulary of the clean tree. Never raises for what a body holds."""
    scene = scene_of(body, around, options)
    html = show(scene)
    parsed = parse(html)
    hidden: list[Diagnostic] = []
    if "!" in html and "<!--" in html:
        hidden = hiding_comments(parsed.root, html, scene)
        if "<!--more" in html or "<!--nextpage" in html or "<!-- more" in html:
            lift_markers(parsed.root)
    sized = options.sized_names
    if "<img" in html and (names := original_names(parsed.root)):
        sized |= names
    cleaned = clean(parsed.root, _clean_options(options.html, options.site_hosts, sized), special_in(html))
    mended = [diagnose("WXR521", line=1, depth=parsed.depth)] if parsed.depth else []
    if near := parsed.open_quote:
        sample = f"{' '.join(near.split())[:_TAG_SHOWN]}> has a quote that is never closed"
        mended.append(diagnose("WXR520", line=scene.line_of(near), near=near, sample=sample))
    return Rendered(
        root=parsed.root,
        diagnostics=[*mended, *hidden, *_gathered(scene), *_counted(scene), *cleaned.diagnostics],
        shortcodes=_names(scene, "WXR501"),
        blocks=_names(scene, "WXR502", "WXR503", "WXR507"),
        markdown=markdown_of(body),
    )


@lru_cache(maxsize=8)
def _clean_options(
    html: Literal["safe", "keep"], site_hosts: frozenset[str], sized_names: frozenset[str]
) -> CleanOptions:
    return CleanOptions(html=html, site_hosts=site_hosts, sized_names=sized_names)


def to_html(body: Body, around: Surroundings, options: ContentOptions) -> str:
    """The HTML before it is cleaned."""
    return show(scene_of(body, around, options))


def _gathered(scene: Scene) -> Iterator[Diagnostic]:
    for (code, name), (near, values) in scene.gathered.items():
        slot, between = _GATHERED[code]
        text = between.join(values)
        text = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        slots = {slot: text} | ({"name": name} if name else {})
        yield diagnose(code, line=scene.line_of(near), near=near, **slots)


def _counted(scene: Scene) -> Iterator[Diagnostic]:
    """One diagnostic for each code and name, at the first place of the name."""
    for (code, name), number in scene.counts.items():
        near = name.rstrip("]") if name[0] == "[" else ("[" if code == "WXR501" else "wp:") + name
        yield diagnose(code, line=scene.line_of(near), near=near, name=name, number=number)


def _names(scene: Scene, *codes: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for (code, name), number in scene.counts.items():
        if code in codes:
            found[name] += number
    return found
