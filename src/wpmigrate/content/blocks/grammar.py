"""The block grammar, read in linear time: `<!-- wp:name {"json":1} -->` … `<!-- /wp:name -->` in a text."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

#: A delimiter as WordPress writes it: no `<` and no `-->` in its JSON. Empty alternatives take less time than `?`.
_USUAL = re.compile(
    r"<!--\s+(/?)wp:(?:core/|)([a-z][a-z0-9_-]*+(?:/[a-z][a-z0-9_-]*+|))\s+"
    r"(?:(\{[^<-]*(?:-(?!->)[^<-]*)*\})\s+|)(/?)-->",
    re.ASCII,
)
_HEAD = re.compile(r"<!--\s+(/)?wp:((?:[a-z][a-z0-9_-]*/)?[a-z][a-z0-9_-]*)\s+", re.ASCII)
#: What stands between the attributes and the arrow: WordPress allows any white space, we that much.
_TAIL = re.compile(r"\}\s+(/)?\Z", re.ASCII)
_LONGEST_TAIL = 80
_ATTRIBUTES_END = re.compile(r"\}\s+(/)?-->", re.ASCII)


@dataclass(slots=True, eq=False)
class Block:
    """A block. `name` is None for text outside of blocks; `content` holds its HTML and its inner blocks in order."""

    name: str | None
    #: The JSON of the comment as written; empty for none.
    json: str = ""
    content: list["str | Block"] = field(default_factory=list)
    #: The block was never closed; its content runs to the end of what encloses it.
    is_open: bool = False

    @property
    def attributes(self) -> dict[str, Any]:
        """The attributes; empty where the JSON cannot be read."""
        if not self.json:
            return {}
        try:
            found = json.loads(self.json)
        except (ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    @property
    def inner_blocks(self) -> list["Block"]:
        """The blocks directly inside."""
        return [part for part in self.content if isinstance(part, Block)]

    @property
    def own_html(self) -> str:
        """Its HTML without that of its inner blocks."""
        return "".join(part for part in self.content if isinstance(part, str))


class _Comment(NamedTuple):
    """A delimiter as found in the text."""

    start: int
    end: int
    name: str
    json: str
    closes: bool
    is_void: bool


def usual_delimiters(text: str) -> list[re.Match[str]] | None:
    """All delimiters in order, each with its slash before, name, JSON and slash after; None where some are unusual."""
    usual = list(_USUAL.finditer(text))
    # Broken ones have all kinds of blanks: whatever else says `wp:` costs no more than the longer way.
    return usual if len(usual) == text.count("wp:") else None


def _comments(text: str) -> Iterable[_Comment]:
    """All delimiters in order: by one pattern where it sees each of them, else one by one."""
    usual = usual_delimiters(text)
    if usual is None:
        return iter(_Delimiters(text))
    return [
        _Comment(found.start(), found.end(), found[2], found[3] or "", found[1] == "/", found[4] == "/")
        for found in usual
    ]


class _Delimiters:
    """Finds the next delimiter; looks at no part of the text twice."""

    __slots__ = ("_arrow", "_json_tried", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._arrow = 0
        self._json_tried = 0

    def __iter__(self) -> Iterator[_Comment]:
        at = 0
        while (comment := self.after(at)) is not None:
            yield comment
            at = comment.end

    def after(self, at: int) -> _Comment | None:
        """The first delimiter at or after an offset."""
        text = self._text
        while True:
            start = text.find("<!--", at)
            if start < 0:
                return None
            head = _HEAD.match(text, start)
            at = start + 4
            if head is None:
                continue
            if (found := self._rest(head)) is not None:
                return found
            arrow = self._next_arrow(at)
            if arrow < 0:
                return None
            at = arrow + 3  # a broken mark is a comment, and a mark inside of it is none

    def _rest(self, head: re.Match[str]) -> _Comment | None:
        text, at = self._text, head.end()
        name = head[2].removeprefix("core/")
        closes = head[1] is not None
        if text.startswith("-->", at):
            return _Comment(head.start(), at + 3, name, "", closes, is_void=False)
        if text.startswith("/-->", at):
            return _Comment(head.start(), at + 4, name, "", closes, is_void=True)
        if not text.startswith("{", at):
            return None
        end = self._next_arrow(at)
        if end < 0:
            return None
        tail = _TAIL.search(text, max(at, end - _LONGEST_TAIL), end)
        if tail is not None:
            return _Comment(head.start(), end + 3, name, text[at : tail.start() + 1], closes, tail[1] is not None)
        return self._with_arrow_inside(head, name)

    def _next_arrow(self, at: int) -> int:
        if 0 <= self._arrow < at:
            self._arrow = self._text.find("-->", at)
        return self._arrow

    def _with_arrow_inside(self, head: re.Match[str], name: str) -> _Comment | None:
        """Attributes that hold `-->` themselves: taken only if they are JSON; no stretch of text is tried twice."""
        if head.end() < self._json_tried:
            return None
        found = _ATTRIBUTES_END.search(self._text, head.end())
        self._json_tried = found.end() if found else len(self._text)
        if found is None:
            return None
        source = self._text[head.end() : found.start() + 1]
        try:
            json.loads(source)
        except (ValueError, RecursionError):
            return None
        return _Comment(head.start(), found.end(), name, source, head[1] is not None, found[1] is not None)


class _Builder:
    """Puts delimiters and the text between them together."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.top: list[str | Block] = []
        self.open: list[Block] = []
        self._open_names: Counter[str] = Counter()

    def add(self, part: "str | Block") -> None:
        (self.open[-1].content if self.open else self.top).append(part)

    def enter(self, block: Block) -> None:
        self.add(block)
        self.open.append(block)
        self._open_names[str(block.name)] += 1

    def close(self, name: str) -> None:
        """Close the nearest block of the name, or the last one if none has it; blocks inside it stay marked as open.

        WordPress closes the last one whatever the name says, and reads no further at a closer without an opener.
        """
        named = self._open_names[name] > 0
        while self.open:
            block = self.open.pop()
            self._open_names[str(block.name)] -= 1
            if not named or block.name == name:
                return
            block.is_open = True


def parse(text: str) -> list[Block]:
    """The blocks of a text in order, text outside of them as blocks without a name. Source: `WP_Block_Parser`."""
    builder = _Builder(text)
    at = 0
    for start, end, name, source, closes, is_void in _comments(text):
        if start > at:
            builder.add(text[at:start])
        at = end
        if is_void:
            builder.add(Block(name, source))
        elif closes:
            builder.close(name)
        else:
            builder.enter(Block(name, source))
    if at < len(text):
        builder.add(text[at:])
    for block in builder.open:
        block.is_open = True
    return [part if isinstance(part, Block) else Block(None, content=[part]) for part in builder.top]
