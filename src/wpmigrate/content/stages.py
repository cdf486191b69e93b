"""The stages of WordPress's filter `the_content`, in its order: from the stored text to HTML."""

from collections.abc import Set as AbstractSet

from . import blocks, shortcodes
from .body import Body, ContentOptions, Surroundings
from .held_code import release
from .html_pieces import footnote_section
from .lone_addresses import show_lone_addresses
from .nested_pre import join_nested_pre
from .open_marks import reopen_marks
from .paragraphs import autop
from .scene import Scene
from .source_in_pre import hold_source


def scene_of(body: Body, around: Surroundings, options: ContentOptions) -> Scene:
    """The scene for one body."""
    rules = dict(options.shortcodes)
    scene = Scene(body, around, options, rules)
    scene.expand = lambda text: shortcodes.KNOWN.expand(text, rules, scene)
    scene.show_blocks = lambda text: blocks.show_blocks(text, blocks.BY_NAME, blocks.OTHER, blocks.UNTOUCHED, scene)
    return scene


def show(scene: Scene) -> str:
    """The HTML that WordPress would show for the body of the scene.

    In a comment it runs neither shortcodes nor blocks (the filter `comment_text` has no `do_shortcode`); those of code and
    formulas, whose plugins ask for comments too, are read.
    """
    text = scene.body.text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if scene.body.is_comment:
        held = _without_source(text, shortcodes.bracket_names(text), scene)
        return release(reopen_marks(autop(show_lone_addresses(held, scene))), scene)
    text = show_lone_addresses(_before_paragraphs(text, scene), scene)
    if "<!-- wp:" in text:
        html = blocks.mark_footnotes(scene.show_blocks(text), scene)
    else:
        html = reopen_marks(autop(text))
    html = release(_after_paragraphs(html, scene), scene)
    if scene.footnotes:
        html += "\n" + footnote_section(scene.footnotes)
    return html


def _before_paragraphs(text: str, scene: Scene) -> str:
    """What must not be read as text or HTML is taken out; page builders are opened."""
    met = shortcodes.bracket_names(text)
    text = _without_source(text, met, scene)
    if "[" in text:
        text = shortcodes.notes_in_brackets(text, scene)
    if met:
        text = shortcodes.open_layout(text, met, scene.rules, scene)
    return text


def _without_source(text: str, met: AbstractSet[str], scene: Scene) -> str:
    """The text with code and formulas taken out; `met` are its `bracket_names`."""
    if met:
        text = shortcodes.hold_code(text, met, scene)
    if "<pre" in text or "<PRE" in text:
        text = hold_source(join_nested_pre(text), scene)
    if met or "\\" in text or "$" in text:
        text = shortcodes.hold_formulas(text, met, scene)
    return text


def _after_paragraphs(html: str, scene: Scene) -> str:
    if "[" in html:
        html = _show_shortcodes(html, scene)
    return shortcodes.notes_in_parentheses(html, scene)


def _show_shortcodes(html: str, scene: Scene) -> str:
    met = shortcodes.bracket_names(html)
    known = shortcodes.KNOWN.names(scene.rules)
    if known.isdisjoint(met):
        shown = shortcodes.show_brackets(html)
    else:
        shown = scene.expand(shortcodes.KNOWN.unwrap(html, scene.rules))
    shortcodes.count_left_over(shown, met if shown is html else shortcodes.bracket_names(shown), known, scene)
    return shown
