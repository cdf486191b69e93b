"""Marks and links that are left open at the end of a paragraph: browsers open them again in the next one.

`wpautop()` makes such out of `<b>one⏎⏎two</b>` and `<a><h3>…</h3></a>`; libxml2 would end the mark with the paragraph.
"""

import re
from collections import Counter
from collections.abc import Iterator

from wpmigrate.html import BLOCK

#: HTML Living Standard, 13.2.4.3 "list of active formatting elements", without those that are mere looks.
_MARKS = ("a", "b", "big", "code", "em", "i", "s", "small", "strike", "strong", "tt", "u")
_NAMES = frozenset(_MARKS)
_CELLS = frozenset({"table", "caption", "tr", "td", "th"})
"""No mark goes on beyond these (the standard's "markers")."""
_BLOCKS = (BLOCK | _CELLS) - {"hr", "br", "img"}
_TAG = re.compile(r"<(?:(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]*>|!--)")
_MARK_OR_END = re.compile(rf"<(?:({'|'.join(_MARKS)})[ >]|/(?:({'|'.join(_MARKS)})|p)>)")
_MOST = 32
"""Marks that may be open at once; with more, the text stays as it is: nobody wrote that."""


def reopen_marks(html: str) -> str:
    """The HTML with each mark ended before the paragraph ends, and begun anew with the words after it.

    Only marks whose end tag comes later: of one that is never closed nobody knows where it was meant to end. Linear.
    """
    if not _is_left_open(html):
        return html
    tags = list(_tags(html))
    return _Reopening(html, _closed(tags)).run(tags)


def _is_left_open(html: str) -> bool:
    """Whether a paragraph ends between a mark and its end tag, or an end tag has none before it."""
    paragraph = 0
    begun_in: dict[str, int] = {}
    for start, end in _MARK_OR_END.findall(html):
        if start:
            begun_in[start] = paragraph
        elif not end:
            paragraph += 1
        elif begun_in.pop(end, -1) != paragraph:
            return True
    return False


def _tags(html: str) -> Iterator[re.Match[str]]:
    """The tags outside of comments and scripts."""
    at = 0
    while (tag := _TAG.search(html, at)) is not None:
        at = tag.end()
        if tag[2] is None:
            end = html.find("-->", at)
            at = end + 3 if end >= 0 else len(html)
            continue
        if not tag[0].endswith("/>") or tag[2].lower() not in _NAMES:
            yield tag
        if not tag[1] and tag[2].lower() in ("script", "style", "textarea"):
            end = html.find("</" + tag[2], at)
            at = end if end >= 0 else len(html)


def _closed(tags: list[re.Match[str]]) -> set[int]:
    """Where the start and end tags of marks stand that belong together."""
    found: set[int] = set()
    open_: dict[str, list[int]] = {name: [] for name in _MARKS}
    for tag in tags:
        name = tag[2].lower()
        if name in _CELLS:
            for places in open_.values():
                places.clear()
        elif name in _NAMES and not tag[1]:
            if name == "a":
                open_[name].clear()
            open_[name].append(tag.start())
        elif name in _NAMES and open_[name]:
            found |= {open_[name].pop(), tag.start()}
    return found


class _Reopening:
    """One run over the tags of a body."""

    def __init__(self, html: str, closed: set[int]) -> None:
        self.html, self.closed = html, closed
        self.out: list[str] = []
        #: Open blocks, and how many of each name.
        self.blocks: list[str] = []
        self.number: Counter[str] = Counter()
        #: Open marks: name, start tag, how many blocks were open.
        self.open: list[tuple[str, str, int]] = []
        #: Marks that the next words open again: start tag by name.
        self.waiting: dict[str, str] = {}

    def run(self, tags: list[re.Match[str]]) -> str:
        """The HTML with its marks mended."""
        at = 0
        for tag in tags:
            self._text(self.html[at : tag.start()])
            at = tag.end()
            name = tag[2].lower()
            if name in _NAMES:
                self._mark(tag, name)
            elif name in _BLOCKS:
                self._block(tag, name)
            else:
                if name == "img":
                    self._reopen()
                self.out.append(tag[0])
            if len(self.open) > _MOST:
                return self.html
        self.out.append(self.html[at:])
        return "".join(self.out)

    def _text(self, text: str) -> None:
        if self.waiting and text.strip():
            self._reopen()
        if text:
            self.out.append(text)

    def _reopen(self) -> None:
        for name, tag in self.waiting.items():
            self.out.append(tag)
            self.open.append((name, tag, len(self.blocks)))
        self.waiting.clear()

    def _mark(self, tag: re.Match[str], name: str) -> None:
        if tag.start() in self.closed:
            if not tag[1]:
                self._reopen()
                self.open.append((name, tag[0], len(self.blocks)))
            elif self.waiting.pop(name, None) is not None:
                return
            else:
                at = next((at for at in reversed(range(len(self.open))) if self.open[at][0] == name), None)
                if at is not None:
                    del self.open[at]
        self.out.append(tag[0])

    def _block(self, tag: re.Match[str], name: str) -> None:
        if tag[1]:
            if self.number[name]:
                while self._end_block() != name:
                    pass
        else:
            if self.blocks and self.blocks[-1] == "p":
                self._end_block()
            self.blocks.append(name)
            self.number[name] += 1
        self.out.append(tag[0])

    def _end_block(self) -> str:
        """End the innermost block, and the marks that were opened in it; gives its name."""
        ended = []
        while self.open and self.open[-1][2] >= len(self.blocks):
            ended.append(self.open.pop())
            if self.out[-1] == ended[-1][1]:
                self.out.pop()  # nothing stood in it
            else:
                self.out.append(f"</{ended[-1][0]}>")
        for name, tag, _ in reversed(ended):
            self.waiting[name] = tag
        name = self.blocks.pop()
        self.number[name] -= 1
        return name
