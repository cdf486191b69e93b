"""`<figure>`: a picture or table with its caption, a gallery, or a frame around something else."""

from wpmigrate.html import HEADINGS, HtmlElement
from wpmigrate.markdown.ast import Block, Figure, Image, Inline, Link, Paragraph, Player, Text

from .raw import raw_block
from .reader import Reader
from .tidy import tidy

#: What no line can say. Themes make cards of figures: the picture, and in its caption a heading, a list, a link.
_NO_LINE = HEADINGS | {"ul", "ol", "dl", "table", "pre", "blockquote"}


def figure(reader: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """A figure. A picture or player with a caption stays one; anything else is what it holds, its caption below.

    A caption that says more than a line is no caption: it is read as the blocks that it holds, where it stands.
    """
    if "gallery" in (element.get("class") or "").split():
        _gallery(reader, element, blocks)
        return
    caption, inner = _parts(reader, element)
    if caption and inner and all(map(_is_shown, inner)):
        blocks.append(Figure(inner, caption))
    else:
        blocks += inner
        if caption:
            blocks.append(Paragraph(caption))


def _parts(reader: Reader, element: HtmlElement) -> tuple[list[Inline], list[Block]]:
    """The caption and the rest."""
    caption: list[Inline] = []
    found = element.find("figcaption")
    if found is not None and not _is_card(found):
        caption = tidy(reader.line(found))
    return caption, reader.flow(element)


def figcaption(reader: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """`<figcaption>`: taken by its `<figure>`, else blocks."""
    parent = element.getparent()
    if parent is None or parent.tag != "figure" or parent.find("figcaption") is not element or _is_card(element):
        reader.flow_into(element, blocks)


def _is_card(caption: HtmlElement) -> bool:
    return next(caption.iter(*_NO_LINE), None) is not None


def _gallery(reader: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """A gallery: pictures without captions make one paragraph, with captions it stays HTML."""
    if next(element.iter("figcaption"), None) is not None:
        raw_block(reader, element, blocks)
        return
    run: list[Inline] = []
    rest: list[Block] = []
    for block in reader.flow(element):
        if isinstance(block, Paragraph):
            run += [Text(" ")] * bool(run) + block.children
        else:
            rest.append(block)
    if run:
        blocks.append(Paragraph(tidy(run)))
    blocks += rest


def _is_shown(block: Block) -> bool:
    """Whether a block is pictures or a player, which HTML says in a few lines."""
    if isinstance(block, Player):
        return True
    return isinstance(block, Paragraph) and all(_is_image(node) for node in block.children)


def _is_image(node: Inline) -> bool:
    if isinstance(node, Link):
        return bool(node.children) and all(map(_is_image, node.children))
    return isinstance(node, Image) or (isinstance(node, Text) and node.text.isspace())
