"""Blocks to HTML: inner ones first, by a stack of our own, since posts can nest without limit."""

from collections.abc import Container, Iterator, Mapping

from wpmigrate.content.paragraphs import autop
from wpmigrate.content.scene import Scene

from .grammar import Block, parse
from .handler import Handler
from .outline import outline

#: Blocks that are shown anew nest no deeper than this in any honest post; deeper ones keep their content as it is.
_DEEPEST = 50


def show_blocks(
    text: str, handlers: Mapping[str, Handler], other: Handler, static: Container[str], scene: Scene
) -> str:
    """The HTML of a text with blocks. `other` is for names without a handler, `static` names those that do nothing."""
    writing = _Writing(handlers, other, scene)
    parts = outline(text, static, _loose)
    if parts is None:
        parts = [slice(0, len(text))]
    for part in parts:
        if isinstance(part, str):
            writing.add(part)
            continue
        for block in parse(text[part]):
            if block.name is None:
                writing.add(_loose(block.own_html))
            else:
                writing.write(block)
    return "".join(writing.pieces)


def _loose(text: str) -> str:
    """Text outside of the blocks. WordPress makes no paragraphs of it; its blank lines still divide it."""
    bare = text.strip()
    if not bare or (bare.startswith("<") and bare.endswith(">") and "\n\n" not in bare):
        return text
    return "\n" + autop(text, breaks=False)


class _Frame:
    """A block whose parts are being written."""

    __slots__ = ("block", "filled", "handler", "parts", "pieces")

    def __init__(
        self, block: Block, handler: Handler, parts: Iterator[str | Block], pieces: list[str], filled: int
    ) -> None:
        self.block = block
        self.handler = handler
        self.parts = parts
        #: Its own pieces where it is shown anew, else those of what encloses it.
        self.pieces = pieces
        #: How many pieces with anything in them there were before it.
        self.filled = filled


class _Writing:
    """The HTML written so far. What stays as it is is never copied, however deep it lies."""

    def __init__(self, handlers: Mapping[str, Handler], other: Handler, scene: Scene) -> None:
        self.handlers = handlers
        self.other = other
        self.scene = scene
        self.pieces: list[str] = []
        self._filled = 0
        self._depth = 0

    def add(self, piece: str) -> None:
        """Write a piece of HTML."""
        self.pieces.append(piece)

    def write(self, top: Block) -> None:
        """Write a block and all that it holds."""
        handler = self.handlers.get(str(top.name), self.other)
        if handler.show is None and handler.note is None and not top.is_open and len(top.content) == 1:
            part = top.content[0]
            if isinstance(part, str):  # most blocks: a paragraph, a heading
                self.pieces.append(part)
                return
        frames = [self._enter(top, self.pieces)]
        while frames:
            frame = frames[-1]
            for part in frame.parts:
                if isinstance(part, str):
                    frame.pieces.append(part)
                    if not part.isspace():
                        self._filled += 1
                else:
                    frames.append(self._enter(part, frame.pieces))
                    break
            else:
                frames.pop()
                self._leave(frame, frames[-1].pieces if frames else self.pieces)

    def _enter(self, block: Block, pieces: list[str]) -> _Frame:
        if block.is_open:
            self.scene.count("WXR507", str(block.name))
        handler = self.handlers.get(str(block.name), self.other)
        if handler.show is not None:
            self._depth += 1
            if self._depth <= _DEEPEST:
                pieces = []
        return _Frame(block, handler, iter(block.content), pieces, self._filled)

    def _leave(self, frame: _Frame, outer: list[str]) -> None:
        handler = frame.handler
        if handler.show is not None:
            self._depth -= 1
            if frame.pieces is not outer:
                outer.append(handler.show(frame.block, "".join(frame.pieces), self.scene))
                self._filled += 1
        elif handler.note is not None:
            after = handler.note(frame.block, self._filled > frame.filled, self.scene)
            if after:
                outer.append(after)
