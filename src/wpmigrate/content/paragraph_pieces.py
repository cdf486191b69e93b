"""The short way of `autop`: piece by piece, for texts in which the rules can only work within one piece.

The rules of `wpautop()` run over the whole text, one after the other, and mend what the ones before did. Where a text
has no `<p>` of its own and nothing else unusual, most of its pieces are plain text, or one element, for which the
outcome is known; the rules are needed for the others alone.
"""

import re
from collections.abc import Iterator

from .block_tags import BLOCK_NAME
from .html_split import in_comments
from .paragraph_rules import BLANK, drop_breaks, ends_block, part_blocks, place_paragraphs, settle_breaks, settle_ends

#: What rules reach beyond their piece for: paragraphs of the text's own, what is held back, tags not closed at once.
_FAR_REACHING = re.compile(
    r"<(?:/?p>|P>|/?option|/object|source|track|figcaption|script|style|svg|math|!\[CDATA\[|[^<>\n]*[<\n])"
)
_WHITE = " \t\n\r\f\v"
_BLOCK = re.compile(rf"</?{BLOCK_NAME}|(?i:<blockquote)")
#: A tag alone, or an element from its start tag to its end tag: it needs no paragraph. Quotations get some.
_WHOLE = re.compile(
    rf"</?(?!blockquote){BLOCK_NAME}[^<>]*>|<(?!blockquote){BLOCK_NAME}[^<>]*>.*</(?!blockquote){BLOCK_NAME}>",
    re.DOTALL,
)


def in_pieces(text: str, *, breaks: bool) -> str | None:
    """The text as `autop` gives it; None where it takes the long way."""
    if _FAR_REACHING.search(text) is not None or in_comments(text, "\n", "<"):
        return None
    out: list[str] = []
    before = ""
    for piece in _pieces(text):
        html = _paragraph(piece)
        if not ends_block(html):
            return None  # what follows may change it
        if "\n" in html or "<br" in html:
            html = settle_breaks(html) if breaks else drop_breaks(html)
        if not html.startswith("</p>") or (out and _lost_end(before, out[-1])):
            out.append(html)
        elif out:
            out[-1] += html.removeprefix("</p>")  # as every such tag right after the tag of a block
        else:
            return None
        before = piece
    return "".join([html + "\n" for html in out])


def _pieces(text: str) -> Iterator[str]:
    """What stands between blank lines, and between the edges of blocks."""
    is_first = True
    for chunk in BLANK.split(text):
        if "<" in chunk and _BLOCK.search(chunk) is not None:
            parts = BLANK.split(part_blocks(chunk))
        else:
            parts = [chunk]
        for piece in parts:
            if piece and (is_first or piece.strip(_WHITE)):
                yield piece.strip("\n")
                is_first = False


def _paragraph(piece: str) -> str:
    """The piece as a paragraph, or as it is where it is a block."""
    if "<" not in piece or _BLOCK.search(piece) is None:
        return f"<p>{piece}</p>" if piece.strip(_WHITE) else ""
    if _WHOLE.fullmatch(piece) is not None:
        return piece
    return settle_ends(place_paragraphs(f"<p>{piece}</p>"))


def _lost_end(piece: str, html: str) -> bool:
    """Whether the end tag of the piece's paragraph went: one that follows it then stays."""
    return not html.endswith("</p>") and place_paragraphs(f"<p>{piece}</p>").endswith("</p>")
