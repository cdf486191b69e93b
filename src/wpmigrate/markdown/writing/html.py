"""Nodes as HTML, for what a dialect cannot say; no line of it is blank, so that the block ends where it should."""

import re
from collections.abc import Callable
from html import escape
from typing import Any

from wpmigrate.markdown.ast import (
    Attributes,
    Block,
    Break,
    Code,
    CodeSpan,
    Definition,
    DefinitionList,
    Details,
    Emphasis,
    Figure,
    FootnoteRef,
    Footnotes,
    Heading,
    HtmlBlock,
    HtmlInline,
    Image,
    Inline,
    Link,
    List,
    Marker,
    MathBlock,
    MathSpan,
    Paragraph,
    Player,
    Quote,
    Rule,
    Strike,
    Strong,
    Table,
    Tagged,
    Text,
)

#: A line end before a line of blanks, which would end the block.
_BLANK_LINE = re.compile(r"\n(?=[ \t]*\n)")


def _attributes(attributes: Attributes) -> str:
    return "".join(
        f' {name}="{escape(" ".join(value.split()))}"' if value else f" {name}" for name, value in attributes
    )


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\u00a0", "&nbsp;")


def _pair(tag: str) -> Callable[[Any], str]:
    """A handler for nodes that are a pair of tags around children."""

    def write(node: Any) -> str:
        return f"<{tag}>{line_html(node.children)}</{tag}>"

    return write


def _link(node: Link) -> str:
    title: Attributes = (("title", node.title),) if node.title else ()
    return f'<a href="{escape(node.url)}"{_attributes(title)}>{line_html(node.children)}</a>'


def _image(node: Image) -> str:
    title: Attributes = (("title", node.title),) if node.title else ()
    return f'<img src="{escape(node.url)}" alt="{escape(node.alt)}"{_attributes((*title, *node.size))}>'


def _footnote_ref(node: FootnoteRef) -> str:
    return f'<sup><a href="#fn-{escape(node.key)}">{escape(node.label)}</a></sup>'


INLINES: dict[type, Callable[[Any], str]] = {
    Text: lambda node: _text(node.text),
    Emphasis: _pair("em"),
    Strong: _pair("strong"),
    Strike: _pair("del"),
    Tagged: lambda node: f"<{node.tag}{_attributes(node.attributes)}>{line_html(node.children)}</{node.tag}>",
    CodeSpan: lambda node: f"<code>{_text(node.text)}</code>",
    Link: _link,
    Image: _image,
    Break: lambda _: "<br>",
    HtmlInline: lambda node: node.html,
    FootnoteRef: _footnote_ref,
    MathSpan: lambda node: f'<span class="math">{_text(node.tex)}</span>',
}


def line_html(nodes: list[Inline]) -> str:
    """A run of inlines."""
    return "".join(INLINES[type(node)](node) for node in nodes)


def _paragraph(node: Paragraph) -> str:
    return f"<p>{line_html(node.children)}</p>"


def _heading(node: Heading) -> str:
    name: Attributes = (("id", node.id),) if node.id else ()
    return f"<h{node.level}{_attributes(name)}>{line_html(node.children)}</h{node.level}>"


def _code(node: Code) -> str:
    language: Attributes = (("class", f"language-{node.language}"),) if node.language else ()
    text = _BLANK_LINE.sub("&#10;", f"{_text(node.text)}\n")
    return f"<pre><code{_attributes(language)}>{text}</code></pre>"


def _list(node: List) -> str:
    tag = "ul" if node.start is None else "ol"
    start = f' start="{node.start}"' if node.start not in (None, 1) else ""
    items = "\n".join(_item(item.blocks, item.checked, is_tight=node.is_tight) for item in node.items)
    return f"<{tag}{start}>\n{items}\n</{tag}>"


def _item(blocks: list[Block], checked: bool | None, *, is_tight: bool) -> str:
    box = {None: "", True: '<input type="checkbox" checked disabled> ', False: '<input type="checkbox" disabled> '}[
        checked
    ]
    if is_tight and blocks and isinstance(first := blocks[0], Paragraph):
        rest = "\n" + blocks_html(blocks[1:]) + "\n" if len(blocks) > 1 else ""
        return f"<li>{box}{line_html(first.children)}{rest}</li>"
    return f"<li>{box}{blocks_html(blocks)}</li>"


def table_html(node: Table) -> str:
    """A table, its rows and cells on lines."""
    parts = ["<table>"]
    if node.head:
        parts += ["<thead>", *_row("th", node.head, node.align), "</thead>"]
    parts.append("<tbody>")
    for row in node.rows:
        parts += _row("td", row, node.align)
    return "\n".join([*parts, "</tbody>", "</table>"])


def _row(tag: str, cells: list[list[Inline]], aligned: list[str]) -> list[str]:
    lines = ["<tr>"]
    for cell, align in zip(cells, aligned, strict=True):
        lines.append(f"<{tag}{_attributes((('align', align),) if align else ())}>{line_html(cell)}</{tag}>")
    return [*lines, "</tr>"]


def player_html(node: Player) -> str:
    """A player. `<video>` and `<audio>` get a line for each tag: CommonMark begins no HTML block with them otherwise."""
    start = f"<{node.tag}{_attributes(node.attributes)}>"
    if node.tag == "iframe":
        return f"{start}</iframe>"
    return "\n".join([start, *(f"<{name}{_attributes(part)}>" for name, part in node.parts), f"</{node.tag}>"])


def figure_html(node: Figure) -> str:
    """A figure; a paragraph of pictures needs no tag of its own in it."""
    inner = [line_html(block.children) if isinstance(block, Paragraph) else block_html(block) for block in node.blocks]
    return "\n".join(["<figure>", *inner, f"<figcaption>{line_html(node.caption)}</figcaption>", "</figure>"])


def details_html(node: Details) -> str:
    """Details and summary."""
    start = "<details open>" if node.is_open else "<details>"
    inner = [blocks_html(node.blocks)] if node.blocks else []
    return "\n".join([start, f"<summary>{line_html(node.summary)}</summary>", *inner, "</details>"])


def definition_list_html(node: DefinitionList) -> str:
    """Terms and definitions; a definition of one paragraph is a line."""
    lines = ["<dl>"]
    for entry in node.entries:
        if isinstance(entry, Definition):
            blocks = entry.blocks
            only = blocks[0] if len(blocks) == 1 else None
            inner = line_html(only.children) if isinstance(only, Paragraph) else blocks_html(blocks)
            lines.append(f"<dd>{inner}</dd>")
        else:
            lines.append(f"<dt>{line_html(entry.children)}</dt>")
    return "\n".join([*lines, "</dl>"])


def _footnotes(node: Footnotes) -> str:
    items = (f'<li id="fn-{escape(note.key)}">{blocks_html(note.blocks)}</li>' for note in node.notes)
    return "\n".join(['<section class="footnotes">', "<ol>", *items, "</ol>", "</section>"])


def _marker(node: Marker) -> str:
    return f"<!--{node.kind} {node.text}".rstrip() + "-->"


BLOCKS: dict[type, Callable[[Any], str]] = {
    Paragraph: _paragraph,
    Heading: _heading,
    Code: _code,
    Quote: lambda node: f"<blockquote>\n{blocks_html(node.blocks)}\n</blockquote>",
    List: _list,
    Table: table_html,
    Rule: lambda _: "<hr>",
    HtmlBlock: lambda node: node.html,
    Player: player_html,
    Figure: figure_html,
    Details: details_html,
    DefinitionList: definition_list_html,
    MathBlock: lambda node: f'<div class="math">{_text(" ".join(node.tex.split()))}</div>',
    Footnotes: _footnotes,
    Marker: _marker,
}


def block_html(node: Block) -> str:
    """One block."""
    return BLOCKS[type(node)](node)


def blocks_html(nodes: list[Block]) -> str:
    """Blocks, each on lines of its own."""
    return "\n".join(map(block_html, nodes))
