"""Bytes of a saved page → its tree: encoding, capture marks, and the address that the page had."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from wpmigrate.html import plain_text

from .head import Head, read_head
from .prefixes import add_plain_names
from .tree import HtmlElement, Tree
from .wayback import address_in_path, is_capture, unrewritten

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9._-]{2,40})")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->", re.IGNORECASE)
_MIRRORED = re.compile(r"<!--\s*Mirrored from (\S+) by HTTrack", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[:@+]\d+)?", re.IGNORECASE)
_DEEP = 250
_HEAD = 1 << 14


@dataclass(slots=True)
class Document:
    """A page: its tree, its head, and the address it had (empty when unknown)."""

    name: str
    tree: Tree
    head: Head
    url: str

    @property
    def root_address(self) -> str:
        """The address to which relative ones belong: the page's own, else the blog's."""
        return self.url or self.head.canonical or (self.head.blog + "/" if self.head.blog else "")


def open_document(data: bytes, name: str, *, url: str = "", charset: str = "") -> Document:
    """The page. `url` and `charset` are what a container (MHT) says of it."""
    text = decoded(data, charset)
    if is_capture(text[: 1 << 16]) or is_capture(text[-4096:]):
        text, own = unrewritten(text)
        url = url or own
    url = url or _address_in(text[:_HEAD]) or address_in_path(name) or _address_of_file(name)
    root = _parsed(text)
    add_plain_names(root)
    tree = Tree(root)
    head = read_head(tree, url)
    return Document(name, tree, head, url)


def decoded(data: bytes, charset: str = "") -> str:
    """The text of a page: UTF-8 where its bytes are, else what it declares, else Windows-1252 as browsers do."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    found = _CHARSET.search(data[:_HEAD]) or _XML_CHARSET.search(data[:200])
    declared = charset or (found[1].decode("ascii") if found else "")
    if declared.lower() in ("", "utf-8", "utf8", "iso-8859-1", "latin1", "us-ascii"):
        return _mostly_utf8(data) if declared.lower().startswith("utf") else data.decode("cp1252", "replace")
    try:
        return data.decode(declared, "replace")
    except LookupError:
        return data.decode("cp1252", "replace")


def _mostly_utf8(data: bytes) -> str:
    """A page that says UTF-8 and breaks it in places: so read where the places are few."""
    text = data.decode("utf-8", "replace")
    return (
        text
        if text.count("\ufffd") * 4 < len(text) - len(text.encode("ascii", "ignore"))
        else data.decode("cp1252", "replace")
    )


def _address_in(text: str) -> str:
    """The address that browsers and HTTrack note in a comment."""
    if found := _SAVED_FROM.search(text):
        return found[1] if "://" in found[1] else ""
    if found := _MIRRORED.search(text):
        return found[1] if "://" in found[1] else "http://" + found[1]
    return ""


def _address_of_file(name: str) -> str:
    """The address of a page of a crawled tree, whose folders bear the name of the host and the path."""
    parts = name.replace("\\", "/").replace(":", "/").split("/")
    for number, part in enumerate(parts[:-1]):
        if _HOST.fullmatch(part) and "." in part and number < len(parts) - 1:
            path = "/".join(parts[number + 1 :])
            path = re.sub(r"(?:^|/)_?index[^/]*$", "/", path)
            return f"http://{part}/{unquote(path).lstrip('/')}"
    return ""


def _parsed(text: str) -> HtmlElement:
    """The tree; where lxml may have stopped for depth and lost text, the patient parser's."""
    text = _DECLARATION.sub("", text)
    clean = _FORBIDDEN.sub("", text) if _FORBIDDEN.search(text) else text
    parser = etree.HTMLParser(huge_tree=True, encoding="utf-8", remove_pis=True)
    root: HtmlElement | None = etree.fromstring(clean.encode("utf-8", "ignore") or b"<html/>", parser=parser)
    if root is None:
        return etree.Element("html")
    depth, node = 0, root
    while (last := next(node.iterchildren(reversed=True), None)) is not None:
        node, depth = last, depth + 1
    if depth >= _DEEP:
        # BeautifulSoup is a quarter of what a run imports, and few pages are that deep.
        from wpmigrate.html.patient import parse_patiently  # noqa: PLC0415

        patient, _ = parse_patiently(clean)
        if len(plain_text(patient).split()) > len(plain_text(root).split()):
            return patient
    return root
