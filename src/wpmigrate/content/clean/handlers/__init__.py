"""What becomes of each element that needs more than its attributes looked at: one table.

A handler takes the element and the state, changes the element (or what lies below it) in place and gives how many nodes
below it went with it. Elements that are not here stay (`vocabulary.KEPT`), get their new name (`vocabulary.RENAMED`) or
go while what they hold stays.
"""

from collections.abc import Callable, Mapping

from wpmigrate.content.clean.state import State
from wpmigrate.html import HtmlElement

from .cell import cell
from .code import code_block, code_span
from .dropped import script, style_sheet, unseen, wordless
from .form import field, form, label, text_field
from .formula import canvas, drawing, formula
from .frame import frame
from .image import image
from .inline import emphasis, span, strong
from .link import area, link
from .lists import items
from .noscript import noscript
from .player import player
from .program import embedded, parameter, program

Handler = Callable[[HtmlElement, State], int]

HANDLERS: Mapping[str, Handler] = {
    # goes with all it holds
    "script": script,
    "style": style_sheet,
    "link": style_sheet,
    "meta": wordless,
    "base": wordless,
    "basefont": wordless,
    "bgsound": wordless,
    "wbr": wordless,
    "track": wordless,
    "source": wordless,
    "col": wordless,
    "colgroup": wordless,
    "spacer": wordless,
    "title": unseen,
    "template": unseen,
    "datalist": unseen,
    "xml": unseen,
    "svg": drawing,
    "canvas": canvas,
    # words
    "a": link,
    "area": area,
    "b": strong,
    "strong": strong,
    "i": emphasis,
    "em": emphasis,
    "span": span,
    "font": span,
    "math": formula,
    # code
    "pre": code_block,
    "xmp": code_block,
    "listing": code_block,
    "plaintext": code_block,
    "code": code_span,
    "tt": code_span,
    "samp": code_span,
    # lists and tables
    "ul": items,
    "ol": items,
    "dir": items,
    "menu": items,
    "td": cell,
    "th": cell,
    # pictures and players
    "img": image,
    "noscript": noscript,
    "iframe": frame,
    "frame": frame,
    "object": program,
    "embed": embedded,
    "applet": program,
    "param": parameter,
    "audio": player,
    "video": player,
    # forms
    "form": form,
    "input": field,
    "button": label,
    "label": label,
    "option": label,
    "legend": label,
    "textarea": text_field,
}
"""Element → handler."""
