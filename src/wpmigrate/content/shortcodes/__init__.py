"""Shortcodes: a grammar, and tables of what is done with the names that are known."""

from wpmigrate.content.scene import Scene

from .caption import caption
from .embed import embed
from .expand import expand
from .gallery import gallery
from .grammar import Shortcode, unwrap_paragraphs
from .handler import Handler
from .media import audio, playlist, video
from .rules import Rules, apply

#: WordPress's own, shown after the paragraphs are made.
HANDLERS = (
    Handler(("caption", "wp_caption"), caption, "a figure with its caption, in the old and the new form"),
    Handler(("gallery",), gallery, "a gallery of the images named or attached to the post"),
    Handler(("audio",), audio, "an audio player"),
    Handler(("video",), video, "a video player, or an embed for the address of a video service"),
    Handler(("playlist",), playlist, "a list of links to the files"),
    Handler(("embed",), embed, "an embed"),
)

BY_NAME = {name: handler for handler in HANDLERS for name in handler.names}
"""The handler of each name."""


def expand_known(text: str, rules: Rules, scene: Scene) -> str:
    """The text with all shortcodes shown that a rule or a table names."""

    def show(code: Shortcode) -> str | None:
        rule = rules.by_name.get(code.name)
        if rule is not None:
            return apply(rule, code, scene.expand(code.content or ""))
        return BY_NAME[code.name].show(code, scene)

    def show_in_elements(code: Shortcode) -> str | None:
        rule = rules.by_name.get(code.name)
        return apply(rule, code, code.content or "") if rule is not None else None

    names = BY_NAME.keys() | rules.by_name.keys() if rules.by_name else BY_NAME.keys()
    return expand(text, names, show, show_in_elements if rules.by_name else None)


def unwrap_known(text: str, scene: Scene) -> str:
    """The text without the paragraphs round lone known shortcodes."""
    return unwrap_paragraphs(text, BY_NAME.keys() | Rules.of(scene.options.shortcodes).by_name.keys())


__all__ = ["BY_NAME", "HANDLERS", "Handler", "Shortcode", "expand_known", "unwrap_known"]
