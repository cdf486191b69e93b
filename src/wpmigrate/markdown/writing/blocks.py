"""Plain blocks: one small function a node."""

import re

from wpmigrate.markdown.ast import (
    Code,
    Details,
    Heading,
    HtmlBlock,
    Link,
    Marker,
    MathBlock,
    Paragraph,
    Player,
    Quote,
    Rule,
    Text,
)
from wpmigrate.markdown.escaping import holds_marks

from .html import block_html, details_html, player_html
from .inlines import start_tag, tagless
from .writer import Writer

_NO_ID = re.compile(r"\W+")
_FENCES = re.compile(r"`{3,}")


def paragraph(writer: Writer, node: Paragraph) -> str:
    """A paragraph."""
    return writer.paragraph(node.children)


def heading(writer: Writer, node: Heading) -> str:
    """`## words`, on one line; signs at its end would be taken for the closing ones."""
    if node.level == 1 and writer.dialect.takes_titles:
        writer.html["h1"] += 1
        return block_html(node)
    text = writer.one_line(node.children)
    if text[-1:] == "#" and (writer.dialect.has_loose_hash or text.rstrip("#")[-1:] in (" ", "")):
        at = len(text.rstrip("#"))
        text = text[:at] + "\\#" * (len(text) - at)
    name = node.id
    if text[-1:] == "}" and writer.dialect.heading_ids is not None:
        if writer.dialect.reads_escaped_ids:
            name = name or _NO_ID.sub("-", text).strip("-").lower()  # only the last braces count
        else:
            text = text[:-1] + "&#125;"  # what stands in braces at the end would be attributes
    if name:
        if writer.dialect.heading_ids is not None and writer.dialect.heading_ids.fullmatch(name):
            text = f"{text} {{#{name}}}"
        else:
            text = f"{start_tag('a', (('id', name),))}</a>{text}"
            writer.html["a"] += 1
    return f"{'#' * node.level} {text}"


def code(writer: Writer, node: Code) -> str:
    """A fence longer than any in the text; indented where the dialect reads no fence and nothing is lost."""
    text = node.text
    if holds_marks(text, writer.options.marks):
        writer.html["pre"] += 1
        return block_html(node)
    if writer.depth and _wants_indent(writer, node):
        start = "<!-- -->\n\n" if node is writer.first_code else ""
        return f"{start}    " + re.sub(r"\n(?=[^\n])", "\n    ", text.strip("\n"))
    fence = "```"
    if fence in text:
        fence = "`" * (max(map(len, _FENCES.findall(text))) + 1)
    return f"{fence}{node.language}\n{text}\n{fence}" if text else f"{fence}{node.language}\n{fence}"


def _wants_indent(writer: Writer, node: Code) -> bool:
    """Whether code in a container is indented: where fences are not read there.

    Readers of the common subset differ: for them a fence is kept where its language or a line would be lost, or where
    indenting would move the item.
    """
    if writer.dialect.has_nested_fences:
        return False
    if not writer.dialect.is_commonmark:
        return bool(node.text.strip())
    return not node.language and node is not writer.first_code and _can_be_indented(node.text)


def _can_be_indented(text: str) -> bool:
    """Whether indenting keeps every line: no blank ones at the edges, none of blanks alone."""
    return bool(text) and not any(line.isspace() for line in text.split("\n")) and text[0] != "\n" and text[-1] != "\n"


def quote(writer: Writer, node: Quote) -> str:
    """`> blocks`."""
    lines = writer.nested(node.blocks).split("\n")
    return "\n".join([f"> {line}" if line else ">" for line in lines])


def rule(writer: Writer, _: Rule) -> str:
    """A rule; `---` could be front matter or an underline in some places, `***` nowhere."""
    del writer
    return "***"


def html_block(writer: Writer, node: HtmlBlock) -> str:
    """HTML as it is."""
    writer.html[node.tag] += 1
    return node.html


def player(writer: Writer, node: Player) -> str:
    """A player as HTML, or a link to what it plays."""
    if writer.options.embeds == "link":
        url = dict(node.attributes).get("src") or next((dict(part).get("src", "") for _, part in node.parts), "")
        return writer.paragraph([Link(url, "", [Text(url)])]) if url else ""
    writer.html[node.tag] += 1
    return player_html(node)


def details(writer: Writer, node: Details) -> str:
    """`<details>`: with Markdown inside where the dialect reads it, all HTML elsewhere."""
    writer.html["details"] += 1
    if not writer.dialect.has_markdown_in_html:
        return details_html(node)
    start = "<details open>" if node.is_open else "<details>"
    summary = details_html(Details(node.summary, [])).split("\n")[1]
    return f"{start}\n{summary}\n\n{writer.blocks(node.blocks)}\n\n</details>"


def math_block(writer: Writer, node: MathBlock) -> str:
    """TeX on lines of its own."""
    if writer.dialect.math:
        before, after = writer.dialect.math[1]
        return f"{before}{tagless(node.tex)}{after}"
    return writer.paragraph([Text(f"$${' '.join(node.tex.split())}$$")])


def marker(writer: Writer, node: Marker) -> str:
    """The more marker as the dialect or the options want it; the page break as WordPress has it."""
    if node.kind == "nextpage":
        return "<!--nextpage-->"
    return writer.options.more if writer.options.more is not None else writer.dialect.more
