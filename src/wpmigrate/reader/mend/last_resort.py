"""The last resort: libxml2's own recovery, inside one part of an export and never on a whole file (it loses text)."""

from lxml import etree

from wpmigrate.reader.element import Element
from wpmigrate.reader.names import Scope


def recovered(xml: bytes, scope: Scope, line: int) -> list[Element]:
    """The elements that libxml2 can still see in `xml`, a part without its root; `line` is its first line."""
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(b"<part>" + xml + b"</part>", parser)
    if root is None:
        return []
    return [_copied(child, scope, line - 1) for child in root if isinstance(child.tag, str)]


def _line_of(node: etree._Element) -> int:
    return int(getattr(node, "sourceline", 1) or 1)


def _copied(top: etree._Element, scope: Scope, offset: int) -> Element:
    """The tree as our own elements; iterative, because damage can nest deeply."""
    copies: dict[etree._Element, Element] = {}
    for node in top.iter(etree.Element):
        line = offset + _line_of(node)
        name = f"{node.prefix}:{etree.QName(node).localname}" if node.prefix else str(node.tag).rpartition("}")[2]
        attributes = {str(key).rpartition("}")[2]: str(value) for key, value in node.attrib.items()}
        copy = copies[node] = Element(scope.key(name, line), attributes, line)
        copy.text = (node.text or "") + "".join(child.tail or "" for child in node)
        parent = node.getparent()
        if node is not top and parent is not None:
            holder = copies[parent]
            holder.children = [*(holder.children or ()), copy]
    return copies[top]
