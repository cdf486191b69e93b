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

#: What rules reach beyond their piece for: what is held back, tags that are not closed at once.
_FAR_REACHING = re.compile(
    r"<(?:P>|/?option|/object|source|track|figcaption|script|style|svg|math|!\[CDATA\[|[^<>\n]*[<\n])"
)
_WHITE = " \t\n\r\f\v"
_BLOCK = re.compile(rf"<(?:/?{BLOCK_NAME}|(?i:blockquote))")
#: A tag alone, or an element from its start tag to its end tag: it needs no paragraph. Quotations get some.
_WHOLE = re.compile(
    rf"<(?:/?(?!blockquote){BLOCK_NAME}[^<>]*>|(?!blockquote){BLOCK_NAME}[^<>]*>.*</(?!blockquote){BLOCK_NAME}>)",
    re.DOTALL,
)
#: A paragraph of the text's own.
_OWN = re.compile(r"<p(?:\s[^<>]*)?>(.*)</p>", re.DOTALL | re.ASCII)


def in_pieces(text: str, *, breaks: bool) -> str | None:
    """The text as `autop` gives it; None where it takes the long way."""
    if _FAR_REACHING.search(text) is not None or in_comments(text, "\n", "<"):
        return None
    out: list[str] = []
    before = ""
    for piece, is_plain in _pieces(text):
        html = f"<p>{piece}</p>" if is_plain else _block(piece)
        if "\n" in html or "<br" in html:
            html = settle_breaks(html) if breaks else drop_breaks(html)
        if html.startswith("</p>") and out and not _lost_end(before, out[-1]):
            out[-1] += html.removeprefix("</p>")  # it goes as every other right after the tag of a block
        elif html and (out or not html.startswith("</p>")):
            out.append(html)
        else:
            return None
        before = piece
    return "".join([html + "\n" for html in out])


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """What stands between blank lines and between the edges of blocks, and whether it has no tag of a block."""
    is_first = True
    for chunk in BLANK.split(text):
        is_plain = "<" not in chunk or _BLOCK.search(chunk) is None
        for piece in (chunk,) if is_plain else BLANK.split(part_blocks(chunk)):
            if piece.strip(_WHITE):
                yield piece.strip("\n"), is_plain or _BLOCK.search(piece) is None
            elif piece and is_first:
                yield "", False
            is_first = is_first and not piece


def _block(piece: str) -> str:
    """The piece with what paragraphs it needs; empty where those before or after may change it."""
    if "<p>" in piece or "</p>" in piece:
        own = _OWN.fullmatch(piece)
        return piece if own is not None and own[1].strip(_WHITE) and _BLOCK.search(own[1]) is None else ""
    if _WHOLE.fullmatch(piece) is not None:
        return piece
    html = settle_ends(place_paragraphs(f"<p>{piece}</p>"))
    return html if ends_block(html) else ""


def _lost_end(piece: str, html: str) -> bool:
    """Whether the end tag of the piece's paragraph went: one that follows it then stays."""
    if html.endswith("</p>"):
        return piece.endswith("</p>")
    return place_paragraphs(f"<p>{piece}</p>").endswith("</p>")
