"""Breaking paragraphs at a column, without making a block of what then begins a line."""

import re

from wpmigrate.markdown.escaping import Escaper

#: Words that would end the paragraph they stand in, or be read as something else, at the start of a line.
_BLOCK_STARTS = re.compile(r"[-+*>=~:|!\[]|#|\d+[.)]$|`{3}|_+$|</?[a-zA-Z!?]")
#: The ticks of a code span, which alone on a line would be a fence.
_FENCE = re.compile(r"`{3,}[^`]*")
#: A tag with attributes: a line end in a value would be part of the value.
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
#: Stands for a blank in a tag; no text holds it.
_HELD_BLANK = "\0"


def wrapped(text: str, width: int, escaper: Escaper) -> str:
    """The paragraph with line ends for blanks, so that lines have at most `width` characters where words allow."""
    return "\n".join(_line(line, width, escaper) for line in text.split("\n"))


def _line(line: str, width: int, escaper: Escaper) -> str:
    """One line of the paragraph; blanks at its end (a hard break) stay."""
    bare = line.rstrip(" ")
    if len(bare) <= width:
        return line
    done: list[str] = []
    row: list[str] = []
    length = 0
    is_fence = False
    for word in _TAG.sub(_held, bare).split(" "):
        can_break = row and word and row[-1] and row[-1][-1] != "\\" and not is_fence
        if can_break and length + 1 + len(word) > width and not _is_unsafe(word, escaper):
            finished = " ".join(row)
            if escaper.line(finished) == finished:
                done.append(finished)
                row, length = [], 0
        is_fence = "`" not in word if is_fence else not row and _FENCE.fullmatch(word) is not None
        length += len(word) + bool(row)
        row.append(word)
    done.append(" ".join(row))
    return "\n".join(done).replace(_HELD_BLANK, " ") + line[len(bare) :]


def _held(tag: re.Match[str]) -> str:
    """A tag whose blanks are no place to break the line."""
    return tag[0].replace(" ", _HELD_BLANK)


def _is_unsafe(word: str, escaper: Escaper) -> bool:
    """Whether a word must not begin a line."""
    return _BLOCK_STARTS.match(word) is not None or escaper.line(word) != word
