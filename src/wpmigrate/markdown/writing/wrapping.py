"""Breaking paragraphs at a column, without making a block of what then begins a line."""

import re

from wpmigrate.markdown.escaping import Escaper

#: Words that would end the paragraph they stand in, or be read as something else, at the start of a line.
_BLOCK_STARTS = re.compile(r"[-+*>=~:|!\[]|#|\d+[.)]$|`{3}|</?[a-zA-Z!?]")


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
    for word in bare.split(" "):
        can_break = row and word and row[-1] and row[-1][-1] != "\\"
        if can_break and length + 1 + len(word) > width and not _is_unsafe(word, escaper):
            done.append(" ".join(row))
            row, length = [word], len(word)
        else:
            length += len(word) + bool(row)
            row.append(word)
    done.append(" ".join(row))
    return "\n".join(done) + line[len(bare) :]


def _is_unsafe(word: str, escaper: Escaper) -> bool:
    """Whether a word must not begin a line."""
    return _BLOCK_STARTS.match(word) is not None or escaper.line(word) != word
