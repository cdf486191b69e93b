"""Code of several lines in a paragraph: `<code>a<br>b</code>`.

While a paragraph is read such a span holds its line ends. On lines of its own it becomes a block, elsewhere a span a line.
"""

from wpmigrate.markdown.ast import Block, Break, Code, CodeSpan, Inline, Paragraph, Text

from .tidy import paragraphs


def spans_of(nodes: list[Inline]) -> list[Inline]:
    """The run with a span for each line of code."""
    done: list[Inline] = []
    for node in nodes:
        if isinstance(node, CodeSpan) and "\n" in node.text:
            done += _spans(node.text)
        else:
            done.append(node)
    return done


def _spans(text: str) -> list[Inline]:
    """A span a line; lines of blanks are empty."""
    spans: list[Inline] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            spans.append(Break())
        if line.strip():
            spans.append(CodeSpan(line.replace("\t", " ")))
    return spans


def blocks_of(nodes: list[Inline]) -> list[Block]:
    """Paragraphs, and blocks for code that stands on lines of its own."""
    blocks: list[Block] = []
    run: list[Inline] = []
    for at, node in enumerate(nodes):
        is_long = isinstance(node, CodeSpan) and "\n" in node.text.strip("\n")
        if (
            isinstance(node, CodeSpan)
            and is_long
            and _ends(nodes[max(at - 2, 0) : at][::-1])
            and _ends(nodes[at + 1 : at + 3])
        ):
            blocks += map(Paragraph, paragraphs(spans_of(run)))
            blocks.append(Code(node.text.strip("\n")))
            run = []
        else:
            run.append(node)
    blocks += map(Paragraph, paragraphs(spans_of(run)))
    return blocks


def _ends(neighbours: list[Inline]) -> bool:
    """Whether a line ends beside a node: its nearest neighbour, blanks aside, is a break or nothing."""
    nearest = next((node for node in neighbours if not (isinstance(node, Text) and node.text.isspace())), None)
    return nearest is None or isinstance(nearest, Break)
