"""Applies the patterns of `unsafe`: compiled once a dialect, behind one search that most texts end with."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from wpmigrate.markdown.dialect import Dialect

from .unsafe import LINE, LINK, TEXT, Unsafe

_NAMED = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;", "\u00a0": "&nbsp;"}
#: The characters that a line-start pattern can begin with, beside digits.
_LINE_STARTS = frozenset("#-+*>=~:[!_|0123456789")


def _wanted(rows: Iterable[Unsafe], dialect: Dialect) -> list[Unsafe]:
    """The rows that hold in a dialect."""
    return [row for row in rows if not row.needs or getattr(dialect, row.needs)]


def _compiled(rows: Iterable[Unsafe]) -> re.Pattern[str]:
    """One pattern for any of the rows."""
    return re.compile("|".join(f"(?:{row.pattern})" for row in rows))


class Escaper:
    """Escaping for one dialect."""

    __slots__ = ("_guard", "_line", "_link", "_replace", "_text", "character")

    def __init__(self, dialect: Dialect) -> None:
        """Compile the rows that hold in `dialect`."""
        escapable = dialect.escapable

        def character(char: str) -> str:
            return "\\" + char if char in escapable else _NAMED.get(char) or f"&#{ord(char)};"

        def replace(match: re.Match[str]) -> str:
            return "".join(map(character, match[0]))

        self.character: Callable[[str], str] = character
        self._replace = replace
        text = _wanted(TEXT, dialect)
        self._guard = re.compile(r"[\\`*_\[\]<&~|{$^]").search
        self._text = _compiled(text).sub
        self._link = _compiled([*_wanted(LINK, dialect), *text]).sub
        self._line = [re.compile(row.pattern).match for row in _wanted(LINE, dialect)]

    def text(self, text: str) -> str:
        """Text in a paragraph."""
        return self._text(self._replace, text) if self._guard(text) else text

    def link_text(self, text: str) -> str:
        """Text in a link or the description of a picture."""
        return self._link(self._replace, text) if self._guard(text) else text

    def line(self, line: str) -> str:
        """A line that must not begin what a block begins with; text in it is escaped already."""
        if not line or line[0] not in _LINE_STARTS:
            return line
        for match in self._line:
            if found := match(line):
                start = found.start(1)
                return line[:start] + self.character(line[start]) + line[start + 1 :]
        return line

    def lines(self, text: str) -> str:
        """All lines of a paragraph."""
        if "\n" not in text:
            return self.line(text)
        return "\n".join(map(self.line, text.split("\n")))


@lru_cache(maxsize=32)
def escaper_for(dialect: Dialect) -> Escaper:
    """The escaper of a dialect, made once."""
    return Escaper(dialect)
