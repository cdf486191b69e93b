"""Inlines: one small function a node."""

import re
from html import escape as html_escape

from wpmigrate.markdown.ast import (
    Attributes,
    Break,
    CodeSpan,
    Emphasis,
    FootnoteRef,
    HtmlInline,
    Image,
    Link,
    MathSpan,
    Strike,
    Strong,
    Tagged,
    Text,
)
from wpmigrate.markdown.escaping import as_references, holds_marks, target

from .html import line_html
from .writer import Writer

_TAG_START = re.compile(r"<(?=[a-zA-Z/!?])")
_BACKTICKS = re.compile(r"`+")
#: What can stand between the angle brackets of an autolink (CommonMark, "Autolinks"), and be read by all.
_AUTOLINK = re.compile(r"(?:https?|ftp)://[^\s<>\"`\\{}|^%]+")
#: An address of mail between them; kramdown reads none with a plus sign.
_ADDRESS = re.compile(r"[a-zA-Z0-9._-]+@[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?")


#: A character reference without its semicolon.
_OPEN_REFERENCE = re.compile(r"&#(?:\d+|[xX][\da-fA-F]+)(?![\da-fA-F;])")
#: What a reader of Markdown, or of a table, could take for a sign of its own.
_SIGNS = re.compile(r"""[\\`*_{}\[\]|~$<>&!:#^="']""")


def _reference(found: re.Match[str]) -> str:
    """A sign as a character reference: some readers of Markdown read the text in `<code>`, others show it as it is."""
    return f"&#{ord(found[0])};"


def text(writer: Writer, node: Text) -> None:
    """Words."""
    writer.out.append(writer.escape(node.text))


def emphasis(writer: Writer, node: Emphasis) -> None:
    """`*words*`."""
    writer.marked(node.children, "em", 1)


def strong(writer: Writer, node: Strong) -> None:
    """`**words**`."""
    writer.marked(node.children, "strong", 2)


def strike(writer: Writer, node: Strike) -> None:
    """`~~words~~`."""
    if writer.dialect.has_strike:
        writer.marked(node.children, "del", 0)
    else:
        tagged(writer, Tagged("del", (), node.children))


def start_tag(tag: str, attributes: Attributes) -> str:
    """A start tag; values are escaped and stay on one line."""
    if not attributes:
        return f"<{tag}>"
    pairs = [f'{name}="{html_escape(" ".join(value.split()))}"' if value else name for name, value in attributes]
    return f"<{tag} {' '.join(pairs)}>"


def tagged(writer: Writer, node: Tagged) -> None:
    """`<kbd>words</kbd>`."""
    writer.html[node.tag] += 1
    read = writer.dialect.read_tags
    if read is not None and node.tag not in read:
        writer.out.append(as_references(line_html([node]), writer.dialect.read_in_titles))
        return
    writer.out.append(as_references(start_tag(node.tag, node.attributes), writer.dialect.read_in_titles))
    writer.inside(node.children)
    writer.out.append(f"</{node.tag}>")


def code_span(writer: Writer, node: CodeSpan) -> None:
    """Code between backticks: more than any run in it, padded where the text begins or ends with one."""
    code = node.text
    is_cut = writer.is_cell and "|" in code and not writer.dialect.has_pipes_in_cell_code
    is_changed = writer.dialect.ends_references and _OPEN_REFERENCE.search(code) is not None
    if is_cut or is_changed or holds_marks(code, writer.options.marks):
        writer.html["code"] += 1
        writer.out.append(f"<code>{_SIGNS.sub(_reference, code)}</code>")
        return
    if "`" in code:
        ticks = "`" * (max(map(len, _BACKTICKS.findall(code))) + 1)
        pad = " " if code[0] == "`" or code[-1] == "`" else ""
    else:
        ticks, pad = "`", ""
    if code[0] == code[-1] == " " and code.strip(" "):
        pad = " "
    if ticks == "`" and (pad or code[0].isspace()) and writer.dialect.has_free_ticks:
        ticks = "``"
    writer.out.append(f"{ticks}{pad}{code}{pad}{ticks}")


def link(writer: Writer, node: Link) -> None:
    """`[words](address "title")`, or `<address>` where the words are the address."""
    children, url = node.children, node.url
    out = writer.out
    only = children[0] if len(children) == 1 else None
    shown = only.text if type(only) is Text else None
    if shown is not None and not node.title:
        # Readers differ over character references between angle brackets.
        is_plain = "&" not in shown or ";" not in shown
        if is_plain and (
            (shown == url and _AUTOLINK.fullmatch(url)) or (url == "mailto:" + shown and _ADDRESS.fullmatch(shown))
        ):
            out.append(f"<{shown}>")
            return
    if out and out[-1][-1:] == "!":
        out[-1] = out[-1][:-1] + writer.escaper.character("!")
    out.append("[")
    outer, writer.escape = writer.escape, writer.escaper.link_text
    writer.inside(children)
    writer.escape = outer
    out.append(f"]({target(url, node.title, writer.dialect.read_in_titles)})")


def image(writer: Writer, node: Image) -> None:
    """`![description](address "title")`."""
    alt = writer.escaper.link_text(node.alt)
    writer.out.append(f"![{alt}]({target(node.url, node.title, writer.dialect.read_in_titles)})")


def line_break(writer: Writer, _: Break) -> None:
    """A hard break; a tag where the line must not end, or where the line would be empty."""
    out = writer.out
    if writer.is_one_line:
        out.append("<br>")
    elif out and out[-1][-1:] == "\n":
        out[-1] = "<br>" + out[-1]
    else:
        out.append(writer.dialect.hard_break)


def html_inline(writer: Writer, node: HtmlInline) -> None:
    """A piece of HTML."""
    writer.html[node.tag] += 1
    writer.out.append(as_references(node.html, writer.dialect.read_in_titles))


def footnote_ref(writer: Writer, node: FootnoteRef) -> None:
    """`[^1]`, numbered in order; a raised link where the dialect has no footnotes."""
    number = writer.referenced.setdefault(node.key, len(writer.referenced) + 1)
    if writer.dialect.has_footnotes:
        writer.out.append(f"[^{number}]")
        return
    writer.html["sup"] += 1
    writer.out.append(f"<sup>[{number}](#fn-{number})</sup>")


def tagless(tex: str) -> str:
    """TeX that no reader takes for a tag: a blank after `<` means nothing in a formula."""
    return _TAG_START.sub("< ", tex) if "<" in tex else tex


def math_span(writer: Writer, node: MathSpan) -> None:
    """TeX as the dialect marks it; as plain text between dollar signs otherwise."""
    if writer.dialect.math:
        before, after = writer.dialect.math[0]
        writer.out.append(f"{before}{tagless(node.tex)}{after}")
    else:
        # In one line: a backslash before a line end would be a hard break.
        writer.out.append(writer.escape(f"${' '.join(node.tex.split())}$"))
