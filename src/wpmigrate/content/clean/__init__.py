"""Cleaning: a tree of whatever a body holds becomes a tree in the vocabulary of clean HTML, in place.

Passes, each over the whole tree once: `first_pass` (what is unsafe, hidden or mere looks, element by element, from the
table in `handlers`), `blanks` (only where the text has any special ones), `structure` (blocks, from the leaves up),
then, only where the passes before saw a reason, `spread` and `line_breaks`. No pass recurses; each is linear.
"""

from lxml import etree

from wpmigrate.html import HtmlElement

from . import first_pass
from .account import Cleaned
from .addresses import original_names
from .attributes import settle_ids
from .blanks import SPECIAL, settle_blanks, special_in
from .keep import keep_html
from .line_breaks import settle_breaks
from .options import CleanOptions
from .silent_links import say_words
from .spread import spread
from .state import IN_LINE, State
from .structure import Structure
from .vocabulary import AS_BLOCKS

__all__ = ["CleanOptions", "Cleaned", "clean", "original_names", "special_in"]


def clean(root: HtmlElement, options: CleanOptions, special: str = SPECIAL) -> Cleaned:
    """Clean a body in place; `root` is a `<div>` without attributes, as `html.parse_fragment` gives it.

    `special` are the characters that only part words and that the body can hold (see `special_in`).

    Gives the diagnostics (one a kind, with numbers) and what went with it. Words, links and pictures that were in the
    input and are not in the output are in the counters of the result. A second cleaning changes nothing. Never raises.
    """
    state = State(root, options)
    if options.html == "keep":
        keep_html(state)
        return state.account.cleaned()
    first_pass.run(state)
    settle_ids(state)
    if state.has_lines_to_unwrap:
        etree.strip_tags(root, IN_LINE)
    settle_blanks(root, special)
    structure = Structure(state)
    structure.run()
    if structure.lost_links:
        state.account.dropped["links", "empty"] += structure.lost_links
    if structure.wide_marks:
        lost = spread(root, structure.wide_marks, structure.holders)
        settle_blanks(root, special)
        if lost:
            state.account.dropped["links", "empty"] += lost
    if structure.goes or structure.wide_marks:
        etree.strip_tags(root, IN_LINE, AS_BLOCKS)
    if structure.silent_links:
        say_words(structure.silent_links, root, options.site_hosts)
    if structure.has_breaks:
        settle_breaks(root)
    if state.account.backgrounds:
        state.account.settle_backgrounds(image.get("src") or "" for image in root.iter("img"))
    return state.account.cleaned()
