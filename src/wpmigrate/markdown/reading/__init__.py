"""Clean tree to syntax tree. Each element has its handler in one of two tables; elements in neither stay HTML."""

from lxml import etree

from wpmigrate.html import HtmlElement
from wpmigrate.markdown.ast import Document

from .blocks import comment, details, division, heading, player, quote, rule, summary
from .code import code, pre
from .figures import figcaption, figure
from .footnotes import keys_of, section
from .images import image, line_break
from .links import link, link_maker
from .lists import a_list, definition_list, stray_item
from .marks import MARK_MAKERS, MARKS
from .raw import raw_block, raw_inline
from .reader import BlockHandler, InlineHandler, MakerOf, Reader
from .tables import table
from .tagged import lines_in, nothing, span, superscript, tag_maker, tagged, transparent, transparent_maker

_CONTAINERS = (
    "p", "article", "aside", "body", "caption", "center", "dd", "dialog", "dt", "fieldset", "footer", "form",
    "header", "hgroup", "html", "legend", "main", "nav", "noscript", "optgroup", "option", "search", "select",
    "tbody", "td", "tfoot", "th", "thead", "tr", "listing", "plaintext", "xmp",
)  # fmt: skip

BLOCKS: dict[str, BlockHandler] = {
    **dict.fromkeys(_CONTAINERS, Reader.flow_into),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), heading),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), a_list),
    **dict.fromkeys(("iframe", "video", "audio"), player),
    **dict.fromkeys(("address", "object", "embed", "applet"), raw_block),
    "blockquote": quote,
    "details": details,
    "div": division,
    "dl": definition_list,
    "figcaption": figcaption,
    "figure": figure,
    "hr": rule,
    "li": stray_item,
    "pre": pre,
    "section": section,
    "summary": summary,
    "table": table,
    etree.Comment: comment,  # type: ignore[dict-item]  # the tag of a comment in lxml
}
"""Elements that begin a new line."""

_TRANSPARENT = (
    "font", "big", "button", "label", "nobr", "blink", "data", "picture", "map", "output", "time", "textarea", "datalist",
    "slot", "bdi", "colgroup",
)  # fmt: skip

INLINES: dict[str, InlineHandler] = {
    **dict.fromkeys(BLOCKS, lines_in),
    **MARKS,
    **dict.fromkeys(_TRANSPARENT, transparent),
    **dict.fromkeys(("area", "input", "source", "track", "param", "script", "style", "template", "col", "hr"), nothing),
    **dict.fromkeys(
        ("svg", "math", "canvas", "wbr", "iframe", "video", "audio", "object", "embed", "applet"), raw_inline
    ),
    "a": link,
    "br": line_break,
    "code": code,
    "tt": code,
    "img": image,
    "span": span,
    "sup": superscript,
    etree.Comment: nothing,  # type: ignore[dict-item]
    "*": tagged,
}
"""Elements in a line; `*` is every other."""

MAKERS: dict[str, MakerOf] = {
    **MARK_MAKERS,
    **dict.fromkeys((*_TRANSPARENT, "span", "code", "tt", "sup"), transparent_maker),
    "a": link_maker,
    "*": tag_maker,
}
"""Elements in a line that may wrongly stand around blocks: what the text of those blocks is wrapped in."""


def read(root: HtmlElement) -> Document:
    """The syntax tree of a clean tree, whose root is a `<div>`. Bounded in depth, linear in size; never raises."""
    reader = Reader(BLOCKS, INLINES, MAKERS)
    reader.targets = frozenset(
        href[1:] for link in root.iter("a") if (href := link.get("href")) and href[0] == "#" and len(href) > 1
    )
    if reader.targets:
        reader.notes = keys_of(root)
        reader.targets -= {f"fn-{key}" for key in reader.notes}
    return Document(reader.flow(root))
