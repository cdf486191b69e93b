"""Shortcodes: a grammar, and tables of what is done with the names that are known."""

from .bracket_names import bracket_names
from .caption import caption
from .code import NAMES as CODE_NAMES
from .code import exact_code, hold_code
from .embed import embed
from .footnotes import footnote, notes_in_brackets, notes_in_parentheses, place_of_notes
from .formulas import NAMES as FORMULA_NAMES
from .formulas import hold_formulas
from .gallery import gallery
from .grammar import Shortcode
from .handler import Handler, Stage
from .in_elements import show_brackets
from .known import Known
from .layout import FAMILIES, PAIRED, open_layout
from .left_over import count_left_over, left_over
from .media import audio, playlist, video
from .rules import ShortcodeFunction
from .services import SERVICES, service

CORE = (
    Handler(("caption", "wp_caption"), caption, "a figure with its caption, in the old and the new form"),
    Handler(("gallery",), gallery, "a gallery of the images named or attached to the post"),
    Handler(("audio",), audio, "an audio player"),
    Handler(("video",), video, "a video player, or an embed for the address of a video service"),
    Handler(("playlist",), playlist, "a list of links to the files"),
    Handler(("embed",), embed, "an embed"),
)
"""WordPress's own: shown wherever WordPress shows them, in code as well."""

PLUGINS = (
    Handler(
        tuple(SERVICES),
        service,
        "an embed of the address, or of the one that the id stands for; words of its own (`[youtube ID]`) name it",
    ),
    Handler(
        ("ref", "footnote", "fn", "efn_note", "mfn", "modern_footnote", "sidenote", "footnote_text"),
        footnote,
        "a footnote",
    ),
    Handler(
        ("footnotes", "references", "reflist", "footnote_list", "display_footnotes"),
        place_of_notes,
        "nothing: footnotes come last",
    ),
)
"""Those of plugins: left alone in code."""

BEFORE_PARAGRAPHS = (
    Stage(tuple(sorted(CODE_NAMES)), "a code block, or a code span within a line"),
    Stage(tuple(sorted(FORMULA_NAMES)), "a formula"),
    Stage(
        tuple(f"{family}_*" for family in sorted(FAMILIES)),
        "page builders: their text, with the headings, pictures, buttons and players of the attributes",
    ),
    Stage(
        tuple(sorted(PAIRED)),
        "columns, boxes, tabs and buttons of themes, where the text closes them: what they hold, with their titles and links",
    ),
)
"""Those that are read before paragraphs are made; a name with `*` stands for a family."""

KNOWN = Known(CORE, PLUGINS)
"""All of them, by name."""

__all__ = [
    "BEFORE_PARAGRAPHS",
    "CORE",
    "KNOWN",
    "PLUGINS",
    "Handler",
    "Shortcode",
    "ShortcodeFunction",
    "bracket_names",
    "count_left_over",
    "exact_code",
    "hold_code",
    "hold_formulas",
    "left_over",
    "notes_in_brackets",
    "notes_in_parentheses",
    "open_layout",
    "show_brackets",
]
