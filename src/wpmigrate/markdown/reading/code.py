"""`<pre>` and `<code>`."""

from wpmigrate.html import HtmlElement
from wpmigrate.markdown.ast import Block, Code, CodeSpan

from .raw import raw_block
from .reader import Reader
from .tagged import tagged

#: What a code block cannot hold without losing it.
_MARKED = ("a", "img", "iframe")


def _exact(element: HtmlElement, line_end: str = "\n") -> str:
    """The text as it stands, `<br>` as a line end."""
    if not len(element):
        return (element.text or "").replace("\r\n", "\n").replace("\r", "\n")
    return _in_order(element, line_end)


def _in_order(element: HtmlElement, line_end: str) -> str:
    """The text of an element with elements in it, in document order."""
    parts = [element.text or ""]
    stack = [(element, iter(element))]
    while stack:
        parent, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if stack:
                parts.append(parent.tail or "")
            continue
        if child.tag == "br":
            parts.append(line_end)
        elif isinstance(child.tag, str):
            parts.append(child.text or "")
        stack.append((child, iter(child)))
    return "".join(parts).replace("\r\n", "\n").replace("\r", "\n")


def _language(element: HtmlElement) -> str:
    """The language that a class names; a word without blanks and backticks."""
    for name in (element.get("class") or "").split():
        if name.startswith("language-"):
            return name.removeprefix("language-").replace("`", "")
    return ""


def pre(reader: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """A code block; the first line end after `<pre>` is none of the text (HTML Living Standard, "in body")."""
    if len(element) and any(inner.tag in _MARKED for inner in element.iterdescendants()):
        raw_block(reader, element, blocks)
        return
    inner = element[0] if len(element) == 1 and element[0].tag == "code" and not (element.text or "").strip() else None
    if inner is not None and (inner.tail or "").strip():
        inner = None
    text = _exact(element if inner is None else inner)
    text = text.removeprefix("\n").removesuffix("\n")
    blocks.append(Code(text, _language(element if inner is None else inner) or _language(element)))


def code(reader: Reader, element: HtmlElement) -> None:
    """A code span; one that holds links or pictures stays HTML, one with line breaks becomes several."""
    if len(element) and any(inner.tag in _MARKED for inner in element.iterdescendants()):
        tagged(reader, element)
        return
    text = _exact(element, "\x00").replace("\n", " ").replace("\t", " ")
    for number, line in enumerate(text.split("\x00")):
        if number:
            reader.line_break()
        if line.strip(" "):
            reader.nodes.append(CodeSpan(line))
            reader.is_after_space = False
        elif line:
            reader.text(" ")
