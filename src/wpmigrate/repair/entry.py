"""An entry of an export under repair: its bytes, its tree, and the changes that were decided on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from wpmigrate.reader import Element
from wpmigrate.wxr import Edit, Span, edited, new_text, removal, spans_of

_NAME = re.compile(rb"<([^\s/>]+)")


@dataclass(slots=True)
class EntryText:
    """Bytes of one entry and changes to them. `elements` pairs each element with where it stands, in file order."""

    xml: bytes
    element: Element
    edits: list[Edit] = field(default_factory=list)
    _spans: list[Span] = field(default_factory=list)

    def elements(self) -> Iterator[tuple[Element, Span]]:
        """Every element of the entry, itself first; the bytes are looked at only now."""
        if not self._spans:
            self._spans = spans_of(self.xml)
        return zip(in_order(self.element), self._spans, strict=True)

    def put(self, span: Span, text: str) -> None:
        """Give a leaf another text."""
        self.edits.append(new_text(self.xml, span, text))

    def remove(self, span: Span) -> None:
        """Take an element out."""
        self.edits.append(removal(self.xml, span))

    def append(self, name: str, text: bytes) -> None:
        """Add a field at the end of the entry. `name` is a WordPress field without its prefix."""
        (_, whole), *_ = self.elements()
        prefix = next(
            (self._prefix(span) for element, span in self.elements() if element.key.startswith("wp:")), b"wp:"
        )
        end = whole.close
        while self.xml[end - 1 : end].isspace():
            end -= 1
        tag = prefix + name.encode()
        self.edits.append(Edit(end, end, b"\n\t\t<" + tag + b">" + text + b"</" + tag + b">"))

    def after_name(self) -> int:
        """The offset after the name in the entry's own start tag."""
        found = _NAME.search(self.xml)
        return found.end() if found else len(self.xml)

    def result(self) -> bytes:
        """The bytes with all changes."""
        return edited(self.xml, self.edits) if self.edits else self.xml

    def _prefix(self, span: Span) -> bytes:
        found = _NAME.match(self.xml, span.start)
        prefix, colon, _ = found[1].partition(b":") if found else (b"", b"", b"")
        return prefix + colon if colon else b""


def in_order(top: Element) -> Iterator[Element]:
    """The element and all below it in the order of their start tags; iterative, because hostile trees are deep."""
    to_do = [top]
    while to_do:
        element = to_do.pop()
        yield element
        if element.children:
            to_do.extend(reversed(element.children))
