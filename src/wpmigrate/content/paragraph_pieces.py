"""The short way of `autop`: piece by piece, for texts in which the rules can only work within one piece.

The rules of `wpautop()` run over the whole text, one after the other, and mend what the ones before did. Where a text
has no `<p>` of its own and nothing else unusual, most of its pieces are plain text, or one element, for which the
outcome is known; the rules are needed for the others alone.
"""

import re

from .block_tags import BLOCK_NAME
from .html_split import in_comments
from .line_breaks import break_lines
from .paragraph_rules import BLANK, drop_breaks, ends_block, part_blocks, place_paragraphs, settle_breaks, settle_ends

#: What rules reach beyond their piece for: what is held back, tags that are not closed at once.
_FAR_REACHING = re.compile(
    r"<(?:P>|/?option|/object|source|track|figcaption|script|style|svg|math|!\[CDATA\[|[^<>\n]*+[<\n])"
)
_WHITE = " \t\n\r\f\v"
_BLOCK = re.compile(rf"<(?:/?{BLOCK_NAME}|(?i:blockquote))")
_NAME = rf"(?!blockquote|p[\s/>]){BLOCK_NAME}"
#: A tag alone, or an element from its start tag to its end tag: it needs no paragraph. Quotations get some.
_WHOLE = re.compile(rf"<(?:/{_NAME}[^<>]*>|{_NAME}[^<>]*>(?:.*</{_NAME}>|))", re.DOTALL | re.ASCII)
#: A paragraph of the text's own.
_OWN = re.compile(r"<p(?:\s[^<>]*)?>(.*)</p>", re.DOTALL | re.ASCII)


def in_pieces(text: str, *, breaks: bool) -> str | None:
    """The text as `autop` gives it; None where it takes the long way."""
    if _FAR_REACHING.search(text) is not None or ("!" in text and in_comments(text, "\n", "<")):
        return None
    writing = _Writing(breaks=breaks)
    for chunk in BLANK.split(text):
        if "<" not in chunk or _BLOCK.search(chunk) is None:
            if not writing.add_plain(chunk):
                return None
            continue
        for piece in BLANK.split(part_blocks(chunk)):
            if piece and _WHOLE.fullmatch(piece) is not None and "\n" not in piece and "<br" not in piece:
                writing.before = piece
                writing.out.append(piece)
            elif not writing.add(piece):
                return None
    return "".join([html + "\n" for html in writing.out])


class _Writing:
    """The pieces so far, and the source of the last of them."""

    __slots__ = ("before", "breaks", "out")

    def __init__(self, *, breaks: bool) -> None:
        self.breaks = breaks
        self.out: list[str] = []
        self.before = ""

    def add_plain(self, piece: str) -> bool:
        """Write a piece without the tag of a block: as `add` does."""
        inner = piece.strip(_WHITE)
        if len(inner) < len(piece) or "<br" in piece:
            return self.add(piece)
        if inner:
            html = f"<p>{piece}</p>"
            self.out.append(break_lines(html) if self.breaks and "\n" in piece else html)
            self.before = piece
        return True

    def add(self, piece: str) -> bool:
        """Write a piece; False where those before or after may change it."""
        if not piece.strip(_WHITE):
            return not piece or bool(self.out)  # it goes, but for the first
        piece = piece.strip("\n")
        html = _paragraph(piece)
        if "\n" in html or "<br" in html:
            html = settle_breaks(html) if self.breaks else drop_breaks(html)
        if html.startswith("</p>") and self.out and not _lost_end(self.before, self.out[-1]):
            self.out[-1] += html.removeprefix("</p>")  # it goes as every other right after the tag of a block
        elif html and (self.out or not html.startswith("</p>")):
            self.out.append(html)
        else:
            return False
        self.before = piece
        return True


def _paragraph(piece: str) -> str:
    """The piece with what paragraphs it needs; empty where those before or after may change it."""
    if "<" not in piece or _BLOCK.search(piece) is None:
        return f"<p>{piece}</p>"
    if "<p>" in piece or "</p>" in piece:
        own = _OWN.fullmatch(piece)
        return piece if own is not None and own[1].strip(_WHITE) and _BLOCK.search(own[1]) is None else ""
    html = settle_ends(place_paragraphs(f"<p>{piece}</p>"))
    return html if ends_block(html) else ""


def _lost_end(piece: str, html: str) -> bool:
    """Whether the end tag of the piece's paragraph went: one that follows it then stays."""
    if html.endswith("</p>"):
        return piece.endswith("</p>")
    return place_paragraphs(f"<p>{piece}</p>").endswith("</p>")
