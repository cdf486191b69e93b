"""The stages of WordPress's filter `the_content`, in its order: from the stored text to HTML."""

from . import blocks, shortcodes
from .body import Body, ContentOptions, Surroundings
from .held_code import release
from .html_pieces import footnote_section
from .lone_addresses import show_lone_addresses
from .paragraphs import autop
from .scene import Scene
from .shortcodes.rules import Rules


def scene_of(body: Body, around: Surroundings, options: ContentOptions) -> Scene:
    """The scene for one body."""
    rules = Rules.of(options.shortcodes)
    scene = Scene(body, around, options, expand=lambda text: shortcodes.expand_known(text, rules, scene),
                  show_blocks=lambda text: blocks.show_blocks(text, blocks.BY_NAME, blocks.OTHER, scene))  # fmt: skip
    return scene


def show(scene: Scene) -> str:
    """The HTML that WordPress would show for the body of the scene."""
    text = scene.body.text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    html = show_lone_addresses(text, scene)
    if "<!-- wp:" in text:
        html = blocks.mark_footnotes(scene.show_blocks(html), scene)
    else:
        html = autop(html)
    if "[" in html:
        html = scene.expand(shortcodes.unwrap_known(html, scene))
    html = release(html, scene)
    if scene.footnotes:
        html += "\n" + footnote_section(scene.footnotes)
    return html
