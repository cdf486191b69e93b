"""The text of a block of code as a page shows it, to the byte but for blanks at the ends of lines."""

from lxml import etree

from wpmigrate.html import BLOCK, HtmlElement


def code_text(pre: HtmlElement) -> str:
    """The text of `<pre>`: a `<br>` and the edge of an inner block end a line."""
    parts: list[str] = []
    must_end = False
    for event, node in etree.iterwalk(pre, events=("start", "end", "comment", "pi")):
        is_block = node is not pre and node.tag in BLOCK
        text = (node.text or "") if event == "start" else ""
        if event == "start" and is_block and parts and not parts[-1].endswith("\n"):
            must_end = True
        if node.tag == "br" and event == "start":
            text = "\n"
        if event != "start":
            text = "" if node is pre else (node.tail or "")
            must_end = must_end or (event == "end" and is_block)
        if text:
            if must_end and not text.startswith("\n"):
                parts.append("\n")
            must_end = False
            parts.append(text)
    lines = "".join(parts).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")
