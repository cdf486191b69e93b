"""The shortcode grammar: finds shortcodes of known names in a text, in linear time.

Source: `get_shortcode_regex()`: `[name attributes]`, `[name attributes /]`, `[name attributes]content[/name]` (the
first closing tag ends it, the same name does not nest) and `[[name]]`, which stands for the text `[name]`.
"""

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from .attributes import parse_attributes

_HEAD = re.compile(r"\[(\[?)([A-Za-z0-9_-]+)")
_NAME = re.compile(r"\[([A-Za-z0-9_-]+)")
_BLANKS = r"(?:[\r\n\t \u00a0]|&nbsp;)*+"
_PARAGRAPH = re.compile(rf"<p>(?=[\[\r\n\t \u00a0&]){_BLANKS}(?=\[)")
_PARAGRAPH_END = re.compile(rf"{_BLANKS}</p>")


@dataclass(frozen=True, slots=True)
class Shortcode:
    """A shortcode in a text. `content` is None when it encloses nothing."""

    name: str
    #: What stands between the name and the closing bracket, as written.
    attribute_text: str
    content: str | None
    #: Where it stands in the text, escaping brackets included.
    start: int
    end: int
    #: A bracket more than needed before and after.
    bracket_before: bool = False
    bracket_after: bool = False

    @property
    def attributes(self) -> dict[str, str]:
        """Attributes by lower-case name, those without a name by position ("0", "1" …)."""
        return parse_attributes(self.attribute_text)

    @property
    def is_escaped(self) -> bool:
        """Whether it stands in doubled brackets and hence for its own text."""
        return self.bracket_before and self.bracket_after


def has_shortcode(text: str, names: Container[str]) -> bool:
    """Whether one of the names stands after an opening bracket, wherever that is: without one there is no shortcode."""
    return any(name in names for name in _NAME.findall(text))


class _Scanner:
    """Reads a shortcode at a place; remembers which brackets and closing tags are not to be found any more."""

    __slots__ = ("_bracket", "_closers", "_openers", "names", "text", "unnested")

    def __init__(self, text: str, names: Container[str], unnested: Container[str] = frozenset()) -> None:
        self.text = text
        self.names = names
        self.unnested = unnested
        self._bracket = 0
        self._closers: dict[str, int] = {}
        self._openers: dict[str, int] = {}

    def read(self, at: int) -> Shortcode | None:
        """The shortcode that starts at an opening bracket, None if there is none."""
        head = _HEAD.match(self.text, at)
        return self.rest(head) if head is not None and head[2] in self.names else None

    def rest(self, head: re.Match[str]) -> Shortcode | None:
        """The shortcode that begins so, None if its bracket is never closed."""
        text, name = self.text, head[2]
        bracket = self._next_bracket(head.end())
        if bracket < 0:
            return None
        end = bracket + 1
        content = None
        attributes = text[head.end() : bracket]
        if attributes.endswith("/"):
            attributes = attributes[:-1]
        elif (closer := self._next(self._closers, name, f"[/{name}]", end)) >= 0 and not (
            name in self.unnested and 0 <= self._next(self._openers, name, f"[{name}", end) < closer
        ):
            content = text[end:closer]
            end = closer + len(name) + 3
        doubled = text.startswith("]", end)
        return Shortcode(name, attributes, content, head.start(), end + doubled, bool(head[1]), doubled)

    def _next_bracket(self, at: int) -> int:
        if 0 <= self._bracket < at:
            self._bracket = self.text.find("]", at)
        return self._bracket

    def _next(self, known: dict[str, int], name: str, wanted: str, at: int) -> int:
        """Where `wanted` next stands, from `at` on; looked for only when the last answer lies behind."""
        place = known.get(name, 0)
        if 0 <= place < at:
            place = known[name] = self.text.find(wanted, at)
        return place


def shortcodes(text: str, names: Container[str], unnested: Container[str] = frozenset()) -> Iterator[Shortcode]:
    """The shortcodes of the given names in order; what they enclose is not looked into.

    One of the `unnested` names encloses nothing when the same name opens again before it is closed: plugins use such
    names with and without content, and WordPress would take all that lies between for the content.
    """
    scanner = _Scanner(text, names, unnested)
    at = 0
    while (head := _HEAD.search(text, at)) is not None:
        found = scanner.rest(head) if head[2] in names else None
        if found is not None:
            yield found
        at = found.end if found else head.start() + 1


def replace_shortcodes(
    text: str,
    names: Container[str],
    replacement: Callable[[Shortcode], str | None],
    unnested: Container[str] = frozenset(),
) -> str:
    """The text with each shortcode replaced; escaped ones become their text, None leaves one as it stands."""
    if not has_shortcode(text, names):
        return text
    pieces: list[str] = []
    at = 0
    for found in shortcodes(text, names, unnested):
        if found.is_escaped:
            new: str | None = text[found.start + 1 : found.end - 1]
        elif (new := replacement(found)) is not None:
            new = "[" * found.bracket_before + new + "]" * found.bracket_after
        if new is not None:
            pieces += (text[at : found.start], new)
            at = found.end
    pieces.append(text[at:])
    return "".join(pieces)


def unwrap_paragraphs(text: str, names: Container[str], unnested: Container[str] = frozenset()) -> str:
    """The text without the `<p>` round a shortcode that stands alone in it. Source: `shortcode_unautop()`."""
    scanner = _Scanner(text, names, unnested)
    pieces: list[str] = []
    at = 0
    for opening in _PARAGRAPH.finditer(text):
        if opening.start() < at:
            continue
        found = scanner.read(opening.end())
        if found is None or found.bracket_before:
            continue
        closing = _PARAGRAPH_END.match(text, found.end - found.bracket_after)
        if closing is not None:
            pieces += (text[at : opening.start()], text[opening.end() : closing.start()])
            at = closing.end()
    pieces.append(text[at:])
    return "".join(pieces)
