"""Galleries, old and new, of WordPress and of Jetpack: pictures with links and captions."""

import re
from itertools import islice

from wpmigrate.content import html_pieces as pieces
from wpmigrate.content.scene import Scene
from wpmigrate.html import HtmlElement, inner_html, outer_html, parse_fragment, squeezed_text

from .grammar import Block

_CAPTION_CLASS = re.compile(r"\bblocks-gallery-caption\b")


def gallery(block: Block, inner: str, scene: Scene) -> str:
    """All pictures below the block; the last caption that belongs to no picture is the gallery's."""
    if "<img" not in inner:
        return inner
    parts: list[str] = []
    caption: HtmlElement | None = None
    root = parse_fragment(inner)
    for element in root.iter("img", "figcaption"):
        if element.tag == "img":
            parts.append(_picture(element))
        elif _CAPTION_CLASS.search(element.get("class") or "") or not _is_of_picture(element):
            caption = element
    text = inner_html(caption) if caption is not None and not _pictures_in(caption) else ""
    html = f"\n{pieces.gallery(parts, text)}\n"
    # What is more than pictures and captions stays as it is.
    return html if len(squeezed_text(parse_fragment(html))) == len(squeezed_text(root)) else inner


def _is_of_picture(caption: HtmlElement) -> bool:
    """Whether the caption stands in a figure or list item with one picture."""
    parent = caption.getparent()
    return parent is not None and _pictures_in(parent) == 1 and parent.getparent() is not None


def _pictures_in(element: HtmlElement) -> int:
    """0, 1, or 2 for more."""
    return len(list(islice(element.iter("img"), 2)))


def _picture(image: HtmlElement) -> str:
    """The picture with its link and its caption."""
    holder = image.getparent()
    html = outer_html(_bare(image))
    if holder is not None and holder.tag == "a":
        html = pieces.link(holder.get("href") or "", html)
    for ancestor in image.iterancestors("figure", "li"):
        if _pictures_in(ancestor) > 1:
            break
        caption = next(ancestor.iter("figcaption"), None)
        if caption is not None and not _pictures_in(caption):
            return pieces.figure(html, inner_html(caption))
    return html


def _bare(image: HtmlElement) -> HtmlElement:
    """The picture without the text after it; Jetpack and others keep the original's address beside `src`."""
    image.tail = None
    original = image.get("data-full-url") or image.get("data-url")
    if original and not image.get("src"):
        image.set("src", original)
    return image
