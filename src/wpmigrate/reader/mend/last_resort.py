"""The last resort: libxml2's own recovery, inside one part of an export and never on a whole file (it loses text)."""

from lxml import etree

from wpmigrate.reader.element import LEAVES, Element
from wpmigrate.reader.names import Scope
from wpmigrate.wxr import attributes, leaf


def recovered(xml: bytes, scope: Scope, line: int) -> list[tuple[Element, bytes]]:
    """The elements that libxml2 can still see in `xml`, a part without its root, each as strict XML too.

    `line` is the first line of `xml`.
    """
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
    found = [_copied(child, scope, line - 1) for child in root if isinstance(child.tag, str)]
    return [(element, _written(element, names)) for element, names in found]


def _line_of(node: etree._Element) -> int:
    return int(getattr(node, "sourceline", 1) or 1)


def _copied(top: etree._Element, scope: Scope, offset: int) -> tuple[Element, dict[int, str]]:
    """The tree as our own elements, and the raw name of each (by `id`); iterative, because damage can nest deeply."""
    copies: dict[etree._Element, Element] = {}
    names: dict[int, str] = {}
    for node in top.iter(etree.Element):
        line = offset + _line_of(node)
        name = f"{node.prefix}:{etree.QName(node).localname}" if node.prefix else str(node.tag).rpartition("}")[2]
        values = {str(key).rpartition("}")[2]: str(value) for key, value in node.attrib.items()}
        copy = copies[node] = Element(scope.key(name, line), values, line)
        copy.text = (node.text or "") + "".join(child.tail or "" for child in node)
        names[id(copy)] = name
        parent = node.getparent()
        if node is not top and parent is not None:
            holder = copies[parent]
            holder.children = [*(holder.children or ()), copy]
    return copies[top], names


def _written(top: Element, names: dict[int, str]) -> bytes:
    """The tree as XML: fields with their text, all else with its elements."""
    out: list[bytes] = []
    to_do: list[Element | bytes] = [top]
    while to_do:
        element = to_do.pop()
        if isinstance(element, bytes):
            out.append(element)
            continue
        name = names[id(element)]
        if element.key in LEAVES or not element.children:
            out.append(leaf(name, element.text, element.attributes))
            continue
        out.append(b"<" + name.encode() + attributes(element.attributes) + b">")
        to_do += [b"</" + name.encode() + b">", *reversed(element.children)]
    return b"".join(out)
