"""Applies the patterns of `unsafe`: compiled once a dialect, behind a look for their characters that most texts end with."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeAlias

from wpmigrate.markdown.dialect import Dialect

from .unsafe import LINE, LINK, TEXT, Unsafe

_NAMED = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;", "\u00a0": "&nbsp;"}
#: Characters of which a run is looked at as one, and the rest of a run behind its first character.
_RUNS = {"_": "(?<=_)_+", "~": "(?<=~)~+"}

#: In shorter texts it is cheaper to see that all are letters, digits and blanks than to look for each character.
_SHORT = 40

_Matcher: TypeAlias = Callable[[str, int], re.Match[str] | None]


def _wanted(rows: Iterable[Unsafe], dialect: Dialect) -> list[Unsafe]:
    """The rows that hold in a dialect."""
    return [row for row in rows if not row.needs or getattr(dialect, row.needs)]


def _scanner(chars: Iterable[str]) -> re.Pattern[str]:
    """Finds characters, or runs of them. It begins with one set of characters, which `re` looks for ten times as fast."""
    runs = "|".join(rest for char, rest in _RUNS.items() if char in chars)
    return re.compile(f"[{''.join(map(re.escape, chars))}](?:{runs})?")


def _by_character(rows: Iterable[Unsafe]) -> dict[str, _Matcher]:
    """One pattern for each character, of all its rows."""
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row.character, []).append(f"(?:{row.pattern})")
    return {char: re.compile("|".join(patterns)).match for char, patterns in found.items()}


def _is_unsafe(text: str, char: str, match: _Matcher) -> bool:
    """Whether a character that a text holds stands somewhere where a row of it matches: `R & D` and `5 * 3` are safe."""
    at = text.find(char)
    while at >= 0:
        if match(text, at) is not None:
            return True
        at = text.find(char, at + 1)
    return False


class Escaper:
    """Escaping for one dialect. Most texts hold no character of a row, and are given back as they are."""

    __slots__ = ("_escapable", "_line", "link_text", "text")

    def __init__(self, dialect: Dialect) -> None:
        """Compile the rows that hold in `dialect`."""
        self._escapable = dialect.escapable
        rows = _wanted(TEXT, dialect)
        #: Escapes text in a paragraph.
        self.text = self._function(rows)
        #: Escapes text in a link or the description of a picture.
        self.link_text = self._function([*_wanted(LINK, dialect), *rows])
        self._line: dict[str, list[_Matcher]] = {}
        for row in _wanted(LINE, dialect):
            for char in "0123456789" if row.character == "0" else row.character:
                self._line.setdefault(char, []).append(re.compile(row.pattern).match)

    def _function(self, rows: list[Unsafe]) -> Callable[[str], str]:
        """A function that escapes what `rows` match."""
        matchers = _by_character(rows)
        sub = _scanner(matchers).sub

        def replace(match: re.Match[str]) -> str:
            found = matchers[match[0][0]](match.string, match.start())
            if found is None:
                return match[0]
            return "".join(map(self.character, found[0])) + match[0][len(found[0]) :]

        def escape(text: str) -> str:
            if len(text) < _SHORT and text.replace(" ", "").isalnum():
                return text
            for char in matchers:
                if char in text and _is_unsafe(text, char, matchers[char]):
                    return sub(replace, text)
            return text

        return escape

    def character(self, char: str) -> str:
        """One character made plain: behind a backslash where the dialect reads that, else as an entity."""
        return "\\" + char if char in self._escapable else _NAMED.get(char) or f"&#{ord(char)};"

    def line(self, line: str) -> str:
        """A line that must not begin what a block begins with; text in it is escaped already."""
        if line[:1] not in self._line:
            return line
        for match in self._line[line[0]]:
            if found := match(line, 0):
                start = found.start(1)
                return line[:start] + self.character(line[start]) + line[start + 1 :]
        return line

    def lines(self, text: str) -> str:
        """All lines of a paragraph."""
        if "\n" not in text:
            return self.line(text) if text[:1] in self._line else text
        if text[0] == "[":  # the name of a link definition may go over several lines
            text = self.line(text)
        return "\n".join(map(self.line, text.split("\n")))


@lru_cache(maxsize=32)
def escaper_for(dialect: Dialect) -> Escaper:
    """The escaper of a dialect, made once."""
    return Escaper(dialect)
