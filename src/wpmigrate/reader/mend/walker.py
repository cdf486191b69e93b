"""Walks over a broken part of an export tag by tag and writes it anew as strict XML.

Two kinds of part: an item, which begins at its start tag; and a stretch of the channel, which ends where the next item
begins. Known fields and containers are kept, their text is mended, all else is named and left out. Line ends are never
lost, so that the lines of the new XML are those of the file.
"""

import re
from dataclasses import dataclass, field

from wpmigrate.reader.element import CONTAINERS, LEAVES
from wpmigrate.reader.lines import count_lines, line_ends
from wpmigrate.reader.names import CONVENTIONAL, Scope
from wpmigrate.reader.source import Data
from wpmigrate.wxr import CDATA_OPEN

from .finder import Finder
from .finding import Finding, sample_of
from .payload import Place, read_payload
from .references import mend_references
from .tags import TAG, attributes_of

_OTHER_LEAVES = frozenset({"comments", "author", "source", "enclosure", "cloud", "docs", "ttl", "managingEditor"})
"""Elements of RSS that an item or a channel may have beside WordPress's own."""

_BOUNDARIES = frozenset({"item", "channel", "rss"})
_MAX_UNKNOWN = 1 << 16
"""An unknown element longer than this is taken for foreign text."""


@dataclass(slots=True)
class Walked:
    """A part written anew: strict XML (of an item: with its tags), where it ends, and what was mended.

    `is_cut`: the file ended inside.
    """

    xml: bytes
    end: int
    findings: list[Finding]
    is_cut: bool = False
    #: Key of the field in which the file ended, or empty.
    cut_in: str = ""
    #: The last element is not whole.
    is_partial: bool = False


@dataclass(slots=True)
class Walker:
    """The state of one walk."""

    finder: Finder
    scope: Scope
    start: int
    line: int
    out: list[bytes] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    open: list[bytes] = field(default_factory=list)
    foreign: int = -1
    _counted: tuple[int, int] = (0, 0)
    _named: set[tuple[str, int]] = field(default_factory=set)

    @property
    def data(self) -> Data:
        """The bytes of the file."""
        return self.finder.data

    def line_of(self, offset: int) -> int:
        """The line of an offset; counted on from the last one that was asked for."""
        position, line = self._counted
        if line == 0 or offset < position:
            position, line = self.start, self.line
        line += count_lines(self.data, position, offset)
        self._counted = (offset, line)
        return line

    def note(self, offset: int, code: str, values: dict[str, object]) -> None:
        """Keep a finding; one for each code and line is enough."""
        line = self.line_of(offset)
        if (code, line) not in self._named:
            self._named.add((code, line))
            self.findings.append(Finding(code, line, values))

    def key(self, name: bytes, offset: int) -> str:
        """The normalized key of a raw tag name."""
        text = name.decode("utf-8", "replace")
        return self.scope.keys.get(text) or self.scope.key(text, self.line_of(offset))

    def leave_out(self, start: int, end: int) -> None:
        """Keep blanks, and only the line ends of foreign text; what is together is named together."""
        text = self.data[start:end]
        if not text.strip():
            self.out.append(text)
            return
        self.out.append(line_ends(text))
        if self.foreign < 0:
            self.foreign = start

    def end_foreign(self, offset: int) -> None:
        """Name the foreign text that ends here."""
        if self.foreign >= 0:
            text = self.data[self.foreign : offset].strip()
            first = (
                self.foreign + len(self.data[self.foreign : offset]) - len(self.data[self.foreign : offset].lstrip())
            )
            self.note(first, "WXR240", {"size": len(text), "sample": sample_of(text)})
            self.foreign = -1


def walk_item(finder: Finder, scope: Scope, start: int, line: int) -> Walked:
    """An item from its start tag on."""
    walker = Walker(finder, scope, start, line)
    tag = TAG.match(finder.data, start)
    if tag is None:
        return Walked(b"", len(finder.data), [], is_cut=True)
    walker.out.append(b"<item" + attributes_of(tag, walker.note) + b">")
    walker.open.append(b"item")
    return _walk(walker, tag.end(), is_item=True)


def walk_channel(finder: Finder, scope: Scope, start: int, line: int) -> Walked:
    """A stretch of the channel, up to the next item or the channel's end."""
    return _walk(Walker(finder, scope, start, line), start, is_item=False)


def _walk(walker: Walker, position: int, *, is_item: bool) -> Walked:
    data = walker.data
    size = len(data)
    while True:
        tag_start = data.find(b"<", position)
        walker.leave_out(position, size if tag_start < 0 else tag_start)
        if tag_start < 0:
            return _cut(walker, size, "")
        tag = TAG.match(data, tag_start)
        if tag is None:
            position = _step_over(walker, tag_start)
            if position < 0:
                return _cut(walker, size, "")
            continue
        key = walker.key(tag[2], tag_start) if _is_known_form(walker, tag[2]) else ""
        if key in _BOUNDARIES:
            ended = _boundary(walker, tag, key, is_item=is_item)
            if ended is not None:
                return ended
            position = tag.end()
        elif key in LEAVES and not tag[1]:
            walker.end_foreign(tag_start)
            payload_end = _leaf(walker, tag, key)
            if payload_end < 0:
                return _cut(walker, size, key)
            position = payload_end
        elif key in CONTAINERS:
            walker.end_foreign(tag_start)
            _container(walker, tag)
            position = tag.end()
        else:
            position = _unknown(walker, tag, key)


def _is_known_form(walker: Walker, name: bytes) -> bool:
    """Whether a name may be one of an export; names of foreign markup must not count as undeclared prefixes."""
    prefix, colon, _ = name.partition(b":")
    text = prefix.decode("utf-8", "replace")
    return not colon or text in walker.scope.families or text in CONVENTIONAL


def _step_over(walker: Walker, start: int) -> int:
    """The offset after something that is no tag: a comment, a section outside fields, a lone `<`; -1 at the end."""
    data = walker.data
    for opening, closing in ((b"<!--", b"-->"), (CDATA_OPEN, b"]]>"), (b"<?", b"?>")):
        if data[start : start + len(opening)] == opening:
            stop = walker.finder.find(closing, start)
            next_field = walker.finder.search(rb"</?(?:wp|item|channel|rss)[:\s>]", start)
            if stop < 0 or (0 <= next_field < stop and opening != b"<!--"):
                break
            if opening != CDATA_OPEN:
                walker.out.append(line_ends(data[start : stop + len(closing)]))
            else:
                walker.leave_out(start, stop + len(closing))
            return stop + len(closing)
    stop = data.find(b"<", start + 1)
    if stop < 0:
        return -1
    walker.leave_out(start, stop)
    return stop


def _boundary(walker: Walker, tag: re.Match[bytes], key: str, *, is_item: bool) -> Walked | None:
    """The end of the part at the tag of an item or of the channel; None when the tag is only to be left out."""
    is_end = bool(tag[1])
    walker.end_foreign(tag.start())
    if not is_item:
        if key != "item" and not is_end:
            walker.out.append(line_ends(tag[0]))
            return None
        if key == "item" and is_end:
            walker.leave_out(tag.start(), tag.end())
            return None
        _close_down_to(walker, 0, tag.start())
        return Walked(b"".join(walker.out), tag.start(), walker.findings)
    if key != "item" and not is_end:
        walker.leave_out(tag.start(), tag.end())
        return None
    end = tag.end()
    if not (key == "item" and is_end):
        walker.note(walker.start, "WXR254", {})
        end = tag.start()
    _close_down_to(walker, 0, tag.start())
    return Walked(b"".join(walker.out), end, walker.findings)


def _cut(walker: Walker, size: int, key: str) -> Walked:
    """The file ended: what is there is closed, so that it can be named."""
    walker.foreign = -1
    is_partial = bool(key or walker.open)
    for name in reversed(walker.open):
        walker.out.append(b"</" + name + b">")
    return Walked(b"".join(walker.out), size, walker.findings, is_cut=True, cut_in=key, is_partial=is_partial)


def _leaf(walker: Walker, tag: re.Match[bytes], key: str) -> int:
    """A field: its tag, its mended text, its end tag. Returns the offset after it, -1 when the file ended in it."""
    attributes = attributes_of(tag, walker.note)
    if tag[3].rstrip().endswith(b"/"):
        walker.out.append(b"<" + tag[2] + attributes + b"/>")
        return tag.end()
    payload = read_payload(Place(walker.finder, tag[2], key, tag.end(), walker.note))
    walker.out += (b"<" + tag[2] + attributes + b">", payload.xml, b"</" + tag[2] + b">")
    return -1 if payload.is_cut else payload.end


def _container(walker: Walker, tag: re.Match[bytes]) -> None:
    """The tag of a container; one that was never closed is closed where its like begins or its parent ends."""
    name = tag[2]
    if not tag[1]:
        if name in walker.open:
            _close_down_to(walker, len(walker.open) - 1 - walker.open[::-1].index(name), tag.start())
        walker.out.append(b"<" + name + attributes_of(tag, walker.note) + b">")
        if not tag[3].rstrip().endswith(b"/"):
            walker.open.append(name)
        else:
            walker.out.append(b"</" + name + b">")
    elif name in walker.open:
        depth = len(walker.open) - 1 - walker.open[::-1].index(name)
        _close_down_to(walker, depth + 1, tag.start())
        walker.open.pop()
        walker.out.append(b"</" + name + b">")
    else:
        walker.leave_out(tag.start(), tag.end())


def _close_down_to(walker: Walker, depth: int, offset: int) -> None:
    """Close the containers deeper than `depth`, and say so (the item itself is no surprise)."""
    while len(walker.open) > depth:
        name = walker.open.pop()
        walker.out.append(b"</" + name + b">")
        if name != b"item":
            walker.note(offset, "WXR255", {"reason": f"the end tag of {name.decode('utf-8', 'replace')} is missing"})


def _unknown(walker: Walker, tag: re.Match[bytes], key: str) -> int:
    """An element that is none of WordPress's: kept when it is one of a plugin or of RSS, else foreign text."""
    data, name = walker.data, tag[2]
    is_element = b":" in name or key in _OTHER_LEAVES
    if (
        is_element
        and not tag[1]
        and (key or walker.scope.families.get(name.partition(b":")[0].decode("utf-8", "replace")))
    ):
        if tag[3].rstrip().endswith(b"/"):
            walker.out.append(b"<" + name + attributes_of(tag, walker.note) + b"/>")
            return tag.end()
        closing = b"</" + name + b">"
        stop = data.find(closing, tag.end(), tag.end() + _MAX_UNKNOWN)
        if stop >= 0 and b"<" not in data[tag.end() : stop]:
            walker.end_foreign(tag.start())
            text = mend_references(
                data[tag.end() : stop],
                lambda offset, code, values: walker.note(
                    tag.end() + offset, code, {**values, "where": key} if code == "WXR221" else values
                ),
            )
            walker.out += (b"<" + name + attributes_of(tag, walker.note) + b">", text, closing)
            return stop + len(closing)
        if stop >= 0 and data[tag.end() : stop].lstrip().startswith(CDATA_OPEN):
            walker.end_foreign(tag.start())
            payload = read_payload(Place(walker.finder, name, key, tag.end(), walker.note))
            walker.out += (b"<" + name + attributes_of(tag, walker.note) + b">", payload.xml, closing)
            return payload.end
    walker.leave_out(tag.start(), tag.end())
    return tag.end()
