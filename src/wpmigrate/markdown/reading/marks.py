"""Emphasis: `<em>`, `<strong>`, `<del>` and their old names."""

from wpmigrate.html import HtmlElement
from wpmigrate.markdown.ast import Emphasis, Inline, Strike, Strong

from .distribute import Maker
from .reader import InlineHandler, MakerOf, Reader
from .tidy import edges, in_order, is_plain, says_something

_KINDS: dict[str, type[Emphasis | Strong | Strike]] = {
    "em": Emphasis,
    "i": Emphasis,
    "strong": Strong,
    "b": Strong,
    "del": Strike,
    "s": Strike,
    "strike": Strike,
}


def _mark(kind: type[Emphasis | Strong | Strike]) -> InlineHandler:
    """A handler that puts what an element holds into one node; pictures alone are not emphasized."""
    name = kind.__name__

    def handle(reader: Reader, element: HtmlElement) -> None:
        marks = reader.marks
        if name in marks:
            reader.phrasing(element)
            return
        marks.add(name)
        inner = reader.inside(element)
        marks.discard(name)
        if not inner:
            return
        nodes = reader.nodes
        if is_plain(inner):
            nodes.append(kind(inner))
            return
        before, middle, after = edges(inner)
        nodes += before
        if middle and says_something(middle):
            nodes.append(in_order(kind(middle)))
        else:
            nodes += middle
        nodes += after

    return handle


def _maker(kind: type[Emphasis | Strong | Strike]) -> MakerOf:
    """What wraps the lines of blocks inside of the mark."""

    def make(run: list[Inline]) -> list[Inline]:
        return [in_order(kind(run))] if says_something(run) else run

    def give(_: HtmlElement) -> tuple[str, Maker]:
        return kind.__name__, make

    return give


MARKS: dict[str, InlineHandler] = {tag: _mark(kind) for tag, kind in _KINDS.items()}
MARK_MAKERS: dict[str, MakerOf] = {tag: _maker(kind) for tag, kind in _KINDS.items()}
