"""Text to tree: lxml parses, and where it gave up for depth the patient parser reads the text again."""

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from .open_frames import close_frames
from .open_quotes import close_quotes, open_quotes
from .text import squeezed_text

HtmlElement: TypeAlias = etree._Element  # noqa: SLF001 (lxml gives the class of its elements no public name)

#: Bytes of a known encoding parse twice as fast as text; plain elements are three times as fast as lxml.html's.
_PARSER = etree.HTMLParser(huge_tree=True, encoding="utf-8")
_OPEN = b"<html><body>"
#: libxml2 stops at 256 open elements, or at 2048 with `huge_tree`, depending on its version.
_SUSPICIOUS_DEPTH = 250
#: Browsers read this end tag as a break (HTML standard, 13.2.6.4.7); libxml2 leaves it out and joins the words around it.
_BREAK_END = re.compile(rb"</br[\s/]*+>", re.IGNORECASE)
#: An end of the document inside of the text would put what follows outside of the body.
_DOCUMENT_TAG = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
#: How the tags begin that are mended before lxml reads them.
_MENDED_TAG = re.compile(rb"<(?:/(?:body|html|br)|iframe|script)", re.IGNORECASE)
#: Characters that XML, and so lxml, cannot hold; those of them that are one byte, and how the two long ones begin.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FORBIDDEN_BYTES = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)])
_BYTES_WITHOUT = bytes(0x20 if byte in _FORBIDDEN_BYTES else byte for byte in range(0x100))
_FORBIDDEN_START = b"\xef\xbf"
#: References to them. libxml2 resolves these, and its own tree then holds what cannot be put into it.
_FORBIDDEN_REFERENCE = re.compile(
    rb"&#(?:0*+(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)"
    rb"|[xX]0*+(?:[1-8b-cB-Ce-fE-F]|1[\da-fA-F]|[fF]{3}[e-fE-F])(?![\da-fA-F]));?"
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A tree and what had to be mended for it."""

    root: HtmlElement
    #: Where the patient parser had to read the text: how many levels deep it is.
    depth: int = 0
    #: The first tag in which a quote had to be closed.
    open_quote: str = ""


def parse_fragment(text: str) -> HtmlElement:
    """The tree of a piece of HTML: a `<div>` without attributes whose children are the piece. Never raises."""
    return parse(text).root


def parse(text: str) -> Parsed:
    """As `parse_fragment`, and says whether the markup was too deep for lxml.

    lxml stops at a depth that depends on its version, silently in some: the rightmost path of the tree then ends there,
    so only trees with a deep rightmost path are compared with the patient parser's.
    """
    data = _encoded(text)
    open_quote = ""
    if places := open_quotes(data):
        open_quote = data[data.rfind(b"<", 0, places[0][0]) : places[0][0]].decode("utf-8")
        data = close_quotes(data, places)
    document = etree.fromstring(_OPEN + data, parser=_PARSER)
    body = document[0] if len(document) and document[0].tag == "body" else document.find("body")
    root = body if body is not None else etree.Element("div")
    _make_root(root)
    if b"{" in data:
        _drop_braced_names(root)
    if _rightmost_depth(root) < _SUSPICIOUS_DEPTH:
        return Parsed(root, open_quote=open_quote)
    # BeautifulSoup is a quarter of what a run imports, and few exports have such a body.
    from .patient import parse_patiently  # noqa: PLC0415

    patient, depth = parse_patiently(data.decode("utf-8"))
    if squeezed_text(patient) == squeezed_text(root):
        return Parsed(root, open_quote=open_quote)
    return Parsed(patient, depth, open_quote)


def _encoded(text: str) -> bytes:
    """The text without what must not stand in it, as lxml takes it. Bytes are searched faster than text."""
    try:
        data = text.encode("utf-8")
        is_clean = data.translate(_BYTES_WITHOUT) == data and not (b"\xef" in data and _FORBIDDEN_START in data)
    except UnicodeEncodeError:  # halves of surrogate pairs
        is_clean = False
    if not is_clean:
        data = _FORBIDDEN.sub("", text).encode("utf-8")
    if b"&" in data and b"&#" in data:
        # A blank, not nothing: what stands around it must not become a reference.
        data = _FORBIDDEN_REFERENCE.sub(b" ", data)
    if _MENDED_TAG.search(data) is not None:
        data = _DOCUMENT_TAG.sub("", data.decode("utf-8")).encode("utf-8")
        data = _BREAK_END.sub(b"<br>", close_frames(data))
    return data


def _drop_braced_names(root: HtmlElement) -> None:
    """Take out attributes such as `{{x}}`, which stand in tags of templates.

    lxml takes what stands in the brace for a namespace: it can neither look them up nor take them out one by one.
    """
    for element in root.iter(etree.Element):
        if any(name.startswith("{") for name in map(str, element.keys())):
            kept = [(str(name), str(value)) for name, value in element.items() if not str(name).startswith("{")]
            element.attrib.clear()
            for name, value in kept:
                with suppress(ValueError):  # `}}` is no name either
                    element.set(name, value)


def _make_root(body: HtmlElement) -> None:
    """Turn the body of a document into a root: a div of its own, without attributes."""
    body.tag = "div"
    body.attrib.clear()
    body.tail = None
    parent = body.getparent()
    if parent is not None:
        parent.remove(body)


def _rightmost_depth(root: HtmlElement) -> int:
    """How many levels the last child of the last child … of `root` lies below it."""
    depth, node = 0, root
    while True:
        if not len(node):
            return depth
        node, depth = node[-1], depth + 1
