"""The strict pass: expat over the bytes, entry by entry of the channel, with exact lines and offsets.

Expat reads no DTD and no external entity unless a handler asks for them; a DOCTYPE is refused at its first byte. It is
used without its own namespace support, because strict namespace checks would refuse exports that are otherwise fine:
`names.Scope` resolves prefixes, and `records` reports what was undeclared.
"""

from collections.abc import Callable
from typing import NoReturn
from xml.parsers import expat

from wpmigrate.diagnostics import diagnose
from wpmigrate.errors import InputError

from .element import CONTAINERS, ITEM_MARKS, LEAVES, Element
from .entries import Entry, Stray
from .frame import Misplaced, fault_of_frame
from .hidden import Hidden, swallows, whole_items
from .names import Scope
from .options import ReaderOptions

_SYNTHETIC_HEAD = b"<rss><channel>"
"""What the parser is told first when it goes on in the middle of a channel."""

_CDATA_OPEN = "<![CDATA["
_SHORT = 40
_BUFFER = 1 << 18
_ENTRY_DEPTH = 2
"""Elements below `rss` and `channel`: the entries of the channel."""


class StrictPass:
    """One run of expat over consecutive blocks, from a document's start or from the middle of a channel.

    `found` collects entries and stray text in order; the caller empties it. `open_at` is the offset of the entry that
    is not closed yet, None between entries. `root` is the key of the root element once it was met.
    """

    def __init__(self, scope: Scope, options: ReaderOptions, *, offset: int, line: int, is_inside: bool) -> None:
        """Begin at `offset`, on `line`; `is_inside` when that lies in the middle of a channel."""
        #: Whether to end at what is misplaced; a part that was mended has its frame already.
        self.checks_frame = True
        self.scope = scope
        self.options = options
        self.found: list[Entry | Stray | Hidden] = []
        self.open_at: int | None = None
        self.open_line = line
        self.root: Element | None = None
        self.comments: list[str] = []
        self.is_done = False
        #: What stands where nothing of the kind may: the pass has ended there.
        self.misplaced: Misplaced | None = None
        #: Offset of the start tag of the root or the channel, whichever was met last.
        self.body_at = offset
        self.fed = 0
        #: Offset and line of the end tag that ended the last entry.
        self.closed_at, self.closed_line = -1, line
        self._first_line = line - 1
        self.is_inside = is_inside
        self._base = offset - (len(_SYNTHETIC_HEAD) if is_inside else 0)
        self._text: list[str] = []
        self._stack: list[Element] = []
        self._has_channel = False
        #: Where the fields begin that stand in the channel since the last item.
        self._fields_at: int | None = None
        #: Where the items begin that stand inside another entry and are not closed yet.
        self._nested: list[int] = []
        self._parser = self._make_parser()
        if is_inside:
            self.feed(_SYNTHETIC_HEAD)
            self.body_at = offset

    def feed(self, block: bytes, *, is_last: bool = False) -> None:
        """Parse a block.

        Raises `expat.ExpatError` where the XML breaks, `Misplaced` where the frame of the export does, and `InputError`
        for what is refused.
        """
        self.parse(block, is_last=is_last)
        if self.fed - self._parser.CurrentByteIndex > self.options.max_token:
            raise self._limit("a tag or a comment", f"{self.options.max_token >> 20} MB")
        if len(self._text) > 1 and sum(map(len, self._text)) > self.options.max_field:
            raise self._limit("a field", f"{self.options.max_field >> 20} MB")

    def parse(self, block: bytes, *, is_last: bool = False) -> None:
        """Have the parser read what comes next."""
        self._parser.Parse(block, is_last)
        self.fed += len(block)

    def skip(self, size: int, lines: int) -> None:
        """Go on behind whole items that the parser is not shown."""
        self._base += size
        self._first_line += lines
        self._fields_at = None

    def close(self) -> None:
        """Let go of the parser: it and its handlers hold each other, and a file may need thousands of passes."""
        names = ("StartElement", "EndElement", "CharacterData", "Comment", "ProcessingInstruction", "StartDoctypeDecl")
        for name in names:
            setattr(self._parser, f"{name}Handler", None)
        self.found.clear()

    @property
    def offset(self) -> int:
        """The byte offset of the current event: after an error, where expat stopped."""
        return self._base + max(self._parser.ErrorByteIndex, 0)

    @property
    def line(self) -> int:
        """The line of the current event: after an error, of the error."""
        return self._first_line + self._parser.ErrorLineNumber

    @property
    def parsed_to(self) -> int:
        """The byte offset behind all that was parsed."""
        return self._base + self.fed

    @property
    def open_key(self) -> str:
        """The key of the entry that is not closed yet, empty between entries."""
        return self._stack[_ENTRY_DEPTH].key if self.open_at is not None and len(self._stack) > _ENTRY_DEPTH else ""

    def _limit(self, what: str, limit: str) -> InputError:
        found = diagnose("WXR006", what=what, limit=limit)
        return InputError(found.message, code=found.code, line=self.line)

    def _make_parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.buffer_size = _BUFFER
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = self._start_handler(parser)
        parser.EndElementHandler = self._end_handler(parser)
        parser.CharacterDataHandler = self._text.append
        parser.CommentHandler = self._comment
        parser.ProcessingInstructionHandler = self._instruction
        return parser

    def _refuse_doctype(self, *_: object) -> None:
        found = diagnose("WXR020")
        raise InputError(found.message, code=found.code, line=self._first_line + self._parser.CurrentLineNumber)

    def _start_handler(self, parser: expat.XMLParserType) -> Callable[[str, dict[str, str]], None]:
        """A closure: attribute look-ups on `self` would cost a third of the whole pass."""
        text, stack, max_depth = self._text, self._stack, self.options.max_depth

        def start(name: str, attributes: dict[str, str]) -> None:
            line = self._first_line + parser.CurrentLineNumber
            if text:
                if not (text[0].isspace() and len(text) == 1):
                    self._stray("".join(text), line)
                text.clear()
            scope = self.scope
            if attributes:
                names = "".join(attributes)
                if "xmlns" in names:
                    scope = self._enter(attributes, line)
                if ":" in names:
                    scope.note_attributes(attributes, line)
            key = scope.keys.get(name) or scope.key(name, line)
            element = Element(key, attributes, line)
            depth = len(stack)
            stack.append(element)
            if depth <= _ENTRY_DEPTH:
                self._open(element, depth)
            elif depth > max_depth:
                raise self._limit("the depth of the XML", f"{max_depth} levels")
            elif key == "item":
                self._nested.append(self._here)

        return start

    def _end_handler(self, parser: expat.XMLParserType) -> Callable[[str], None]:
        text, stack = self._text, self._stack

        def end(_: str) -> None:
            element = stack.pop()
            if text:
                value = element.text = text[0] if len(text) == 1 else "".join(text)
                text.clear()
                if len(value) > _SHORT and _CDATA_OPEN in value and swallows(element.key, value):
                    self._is_odd = True
            if element.children is not None and (element.key in LEAVES or not (element.text or " ").isspace()):
                self._is_odd = True
            if len(stack) > _ENTRY_DEPTH:
                if element.key == "item":
                    self._close_nested(element)
                parent = stack[-1]
                if parent.children is None:
                    parent.children = [element]
                else:
                    parent.children.append(element)
            else:
                self._close(element, self._first_line + parser.CurrentLineNumber)
            if self._inner and self._inner[-1][0] == len(stack):
                self.scope = self._inner.pop()[1]

        self._inner: list[tuple[int, Scope]] = []
        self._is_odd = False
        return end

    def _enter(self, attributes: dict[str, str], line: int) -> Scope:
        """A scope of its own for an element that declares namespaces; the root's goes on beyond it."""
        if not self._stack:
            self.scope.declare(attributes, line)
        else:
            self._inner.append((len(self._stack), self.scope))
            self.scope = Scope(self.scope)
            self.scope.declare(attributes, line)
        return self.scope

    @property
    def _here(self) -> int:
        """The byte offset of the current event, inside a handler."""
        return self._base + self._parser.CurrentByteIndex

    def _open(self, element: Element, depth: int) -> None:
        if depth == 0:
            self.root = element
        if self.checks_frame and (fault := fault_of_frame(self._stack, has_channel=self._has_channel)):
            self._stack.pop()
            self._misplace(Misplaced(fault, element.line, self._here, is_root=element.key == "rss"))
        if depth < _ENTRY_DEPTH:
            self.body_at = self._here
            self._has_channel |= element.key == "channel"
        else:
            at = self._here
            self._note_field(element, at)
            self.open_at = at
            self.open_line = element.line
            self._is_odd = False

    def _misplace(self, misplaced: Misplaced) -> NoReturn:
        self.misplaced = misplaced
        raise misplaced

    def _note_field(self, element: Element, at: int) -> None:
        """Fields in the channel may be those of an item without its start tag: the first is where it began."""
        if element.key == "item":
            self._fields_at = None
            return
        if self._fields_at is None:
            self._fields_at = at
        if element.key in ITEM_MARKS and self.checks_frame:
            start = self._fields_at
            self.found[:] = [one for one in self.found if not (isinstance(one, Entry) and one.start >= start)]
            self._misplace(Misplaced("the start tag of an item is missing", element.line, start, is_open=True))

    def _close_nested(self, element: Element) -> None:
        """An item that stands inside another entry; what is no post, such as a plugin's own data, may."""
        at = self._nested[0]
        self._nested.pop()
        outer = self._stack[-1].key
        if self.checks_frame and (outer == "item" or element.is_post()):
            self._misplace(Misplaced(f"<item> stands inside <{outer}>", element.line, at))

    def _comment(self, text: str) -> None:
        """Before the root comments name the exporter; anywhere they may hide items."""
        if "<item" in text or "</item" in text:
            self._hide(text, "an XML comment")
        elif self.root is None:
            self.comments.append(text)
        elif text.startswith("[CDATA[") and len(self._stack) > _ENTRY_DEPTH:
            # Serializers of HTML know no sections.
            self._text.append(text[7:].removesuffix("]]"))
            self._is_odd = True

    def _instruction(self, target: str, text: str) -> None:
        if "<item" in text or "</item" in text:
            self._hide(text, f"a processing instruction <?{target} … ?>")

    def _hide(self, text: str, where: str) -> None:
        """Whole items that somebody took out stay out, and are named; half an item shows that the end was forgotten."""
        line = self._first_line + self._parser.CurrentLineNumber
        number = whole_items(text.encode())
        if number is None and self.checks_frame:
            self._misplace(Misplaced(f"{where} is not closed before the next item", line, self._here))
        if number:
            self.found.append(Hidden(number, where, line))

    def _close(self, element: Element, line: int) -> None:
        depth = len(self._stack)
        if depth == _ENTRY_DEPTH and self.open_at is not None:
            self.closed_at, self.closed_line = self._here, line
            self.found.append(Entry(element, self.open_at, self.closed_at, self._is_odd or element.is_double()))
            self.open_at = None
            return
        if element.text and not element.text.isspace():
            self.found.append(Stray(element.text, line))
        self.is_done = depth == 0

    def _stray(self, text: str, line: int) -> None:
        """Text before an element's start, in an element that should hold none."""
        if text.isspace():
            return
        if len(self._stack) > _ENTRY_DEPTH:
            if any(element.key in CONTAINERS or element.key in LEAVES for element in self._stack[_ENTRY_DEPTH:]):
                self._is_odd = True
        elif self._stack:
            self.found.append(Stray(text, line - text.count("\n")))
