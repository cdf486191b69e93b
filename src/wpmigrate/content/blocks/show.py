"""Blocks to HTML: inner ones first, by a stack of our own, since posts can nest without limit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wpmigrate.content.paragraphs import autop
from wpmigrate.content.scene import Scene

from .grammar import Block, parse
from .handler import Handler


@dataclass(slots=True)
class _Frame:
    """A block whose parts are being shown."""

    block: Block
    parts: Iterator[str | Block]
    pieces: list[str] = field(default_factory=list)


def show_blocks(text: str, handlers: Mapping[str, Handler], other: Handler, scene: Scene) -> str:
    """The HTML of a text with blocks. `other` is for names without a handler."""
    return "".join(
        _show_loose(block, scene) if block.name is None else _show(block, handlers, other, scene) for block in parse(text)
    )


def _show_loose(block: Block, scene: Scene) -> str:
    """Text outside of the blocks. WordPress makes no paragraphs of it; its blank lines still divide it."""
    text = block.own_html
    bare = text.strip()
    if not bare or (bare.startswith("<") and bare.endswith(">") and "\n\n" not in bare):
        return text
    return "\n" + autop(text, breaks=False)


def _show(top: Block, handlers: Mapping[str, Handler], other: Handler, scene: Scene) -> str:
    frames = [_Frame(top, iter(top.content))]
    while True:
        frame = frames[-1]
        for part in frame.parts:
            if isinstance(part, str):
                frame.pieces.append(part)
            else:
                frames.append(_Frame(part, iter(part.content)))
                break
        else:
            frames.pop()
            block = frame.block
            if block.is_open:
                scene.count("WXR507", str(block.name))
            html = handlers.get(str(block.name), other).show(block, "".join(frame.pieces), scene)
            if not frames:
                return html
            frames[-1].pieces.append(html)
