"""`<pre>` and `<code>`."""

from wpmigrate.html import HtmlElement
from wpmigrate.markdown.ast import Block, Code, CodeSpan, Link

from .links import title_in
from .raw import raw_block
from .reader import Reader
from .tagged import tagged, text_in

#: What a code block cannot hold.
_SHOWN = ("img", "iframe", "video", "audio")
#: What a code span cannot hold without losing it.
_MARKED = ("sub", "sup", *_SHOWN)


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
    if len(element):
        if any(inner.tag in _SHOWN for inner in element.iterdescendants()):
            if "\n" in _exact(element).strip():
                raw_block(reader, element, blocks)
            else:
                reader.flow_into(element, blocks)
            return
        if any(map(_is_worded, element.iter("a"))) or (element.find(".//a") is not None and not _has_language(element)):
            raw_block(reader, element, blocks)
            return
    holder = _holder(element)
    text = _exact(holder)
    text = (text.removeprefix("\n") if holder is element else text).removesuffix("\n")
    blocks.append(Code(text, _language(holder) or _language(element)))


def _holder(element: HtmlElement) -> HtmlElement:
    """The `<code>` that is all a `<pre>` holds, else the `<pre>`."""
    if len(element) != 1 or (element.text or "").strip():
        return element
    inner = element[0]
    return inner if inner.tag == "code" and not (inner.tail or "").strip() else element


def _has_language(element: HtmlElement) -> bool:
    """Whether a block is code for sure: links in it were made by a machine."""
    return bool(_language(element) or _language(_holder(element)))


def _is_worded(link: HtmlElement) -> bool:
    """Whether a link would be lost as text: its words are not its address."""
    url = link.get("href") or ""
    return bool(url) and text_in(link).rstrip("/") not in (url.rstrip("/"), url.partition("//")[2].rstrip("/"))


def _is_kept(inner: HtmlElement) -> bool:
    """Whether a code span cannot hold an element as text."""
    return inner.tag in _MARKED or (inner.tag == "a" and _is_worded(inner))


def code(reader: Reader, element: HtmlElement) -> None:
    """A code span; around one link it is the link's, with other links or pictures in it it stays HTML."""
    if len(element) and any(map(_is_kept, element.iterdescendants())):
        if is_only_child(link := element[0]) and link.get("href") and not len(link) and "Link" not in reader.marks:
            reader.nodes.append(Link(link.get("href", ""), title_in(link), [CodeSpan(_spaced(text_in(link)))]))
            reader.is_after_space = False
        else:
            tagged(reader, element)
        return
    lines = _exact(element, "\x00").split("\x00")
    if len(lines) > 1:
        text = "\n".join(line.removeprefix("\n").replace("\n", " ") for line in lines)
    else:
        text = _spaced(lines[0])
    if text.strip():
        reader.nodes.append(CodeSpan(text))
        reader.is_after_space = False
        reader.has_code_lines = reader.has_code_lines or len(lines) > 1
    elif text:
        reader.text(" ")


def _spaced(text: str) -> str:
    """Line ends and tabs as blanks: a code span is one line."""
    return text.replace("\n", " ").replace("\t", " ")


def is_only_child(link: HtmlElement) -> bool:
    """Whether an element is a link with words, and all that its parent holds."""
    parent = link.getparent()
    assert parent is not None
    alone = len(parent) == 1 and not (parent.text or "").strip() and not (link.tail or "").strip()
    return alone and link.tag == "a" and bool(text_in(link))
