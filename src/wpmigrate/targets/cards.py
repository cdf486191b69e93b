"""Ghost's editor keeps simple documents; what it would flatten or drop becomes a card of HTML, which it leaves alone.

What it keeps was seen with its own converter (`@tryghost/kg-html-to-lexical`): it reads definition lists as one word, drops
players and pictures after the first of a gallery, and joins the paragraphs of a list item.
"""

from collections.abc import Iterator

from lxml import etree

from wpmigrate.html import HEADINGS, INLINE, HtmlElement, append_text, outer_html, parse_fragment, squeezed_text

_INLINE = frozenset({"a", "b", "br", "code", "del", "em", "i", "img", "mark", "s", "span", "strong", "sub", "sup", "u"})
_LISTS = frozenset({"ul", "ol"})
_PICTURE = frozenset({"a", "img", "figcaption", "iframe"})
_BEGIN, _END = "<!--kg-card-begin: html-->", "<!--kg-card-end: html-->"


def with_cards(html: str) -> str:
    """Clean HTML in the form that Ghost's importer keeps whole; comments, such as the more marker, are left out."""
    pieces = []
    for element in _blocks(parse_fragment(html)):
        text = outer_html(element)
        pieces.append(text if _is_kept(element) else f"{_BEGIN}\n{text}\n{_END}")
    return "\n".join(pieces)


def _blocks(root: HtmlElement) -> Iterator[HtmlElement]:
    """The blocks of a document; each run of text and phrases between them is a paragraph."""
    line = etree.Element("p")
    line.text = root.text
    for element in list(root):
        behind, element.tail = element.tail, None
        if element.tag in INLINE or element.tag == "br":
            line.append(element)
        else:
            if _says_something(line):
                yield line
            line = etree.Element("p")
            if isinstance(element.tag, str):
                yield element
        append_text(line, behind)
    if _says_something(line):
        yield line


def _says_something(line: HtmlElement) -> bool:
    return bool(squeezed_text(line)) or next(line.iter("img", "a"), None) is not None


def _is_kept(element: HtmlElement) -> bool:
    """Whether Ghost's editor has a node of its own for all of a block."""
    tag = element.tag
    if tag in ("hr", "iframe", "img"):
        return True
    if tag == "pre":
        return all(child.tag == "code" for child in element) and element.find("*/*") is None
    if tag == "p" or tag in HEADINGS:
        return _is_line(element)
    if tag in _LISTS:
        return _is_list(element)
    if tag == "blockquote":
        return all(child.tag == "p" and _is_line(child) for child in element)
    return tag == "figure" and _is_picture(element)


def _is_line(element: HtmlElement) -> bool:
    """Whether an element holds text with marks, and pictures only where it holds nothing else."""
    tags = {inner.tag for inner in element.iterdescendants()}
    return tags <= _INLINE and ("img" not in tags or not squeezed_text(element))


def _is_list(element: HtmlElement) -> bool:
    """Whether a list holds lines and lists of lines, and no pictures, which it would lose."""
    return all(
        inner.tag in _LISTS or (inner.tag in _INLINE and inner.tag != "img") or inner.tag == "li"
        for inner in element.iterdescendants()
    )


def _is_picture(figure: HtmlElement) -> bool:
    """Whether a figure is one picture or player, with a caption of text or without."""
    shown = [inner for inner in figure.iterdescendants() if inner.tag in ("img", "iframe")]
    caption = figure.find("figcaption")
    return len(shown) == 1 and all(child.tag in _PICTURE for child in figure) and (caption is None or _is_line(caption))
