"""Normal form of a run of inlines: what touches is joined, blanks stand outside of emphasis."""

import re
from operator import is_

from wpmigrate.markdown.ast import Break, CodeSpan, Emphasis, Image, Inline, Link, Strike, Strong, Text

_JOINED_TEXTS = (Text, CodeSpan)
_JOINED_MARKS = (Emphasis, Strong, Strike)
_MARKS = frozenset(_JOINED_MARKS)
_JOINED = frozenset({*_JOINED_TEXTS, *_JOINED_MARKS})
_BARE = (Break, Image)
#: Two letters of a script that puts blanks between words.
_DIVIDED = re.compile(r"[A-Za-z0-9\u00c0-\u0dff]{2}")
#: What a mark may give up at its edges.
_POINTS = ".,;:、。，；："
#: Points and brackets, of which nobody can see whether they are bold.
_FAINT = " \t\u00a0\u3000.,;:()[]\"'“”‘’、。，；：（）"


def tidy(nodes: list[Inline]) -> list[Inline]:
    """The run with equal neighbours joined and no blank before a break; the list itself where nothing is to be done."""
    kinds = list(map(type, nodes))
    has_marks = not _MARKS.isdisjoint(kinds)
    if any(map(is_, kinds, kinds[1:])):
        nodes = _joined(nodes)
    if Break in kinds:
        nodes = _without_blanks(nodes)
    return _without_points(nodes) if has_marks and _touches_letters(nodes) else nodes


def _without_blanks(nodes: list[Inline]) -> list[Inline]:
    """No blank at the end of a line."""
    for at in range(1, len(nodes)):
        before = nodes[at - 1]
        if type(nodes[at]) is Break and isinstance(before, Text) and before.text[-1:] == " ":
            before.text = before.text[:-1]
    return [node for node in nodes if not (isinstance(node, Text) and not node.text)]


def _touches_letters(nodes: list[Inline]) -> bool:
    """Whether a letter stands right before or behind a mark."""
    is_letter = is_mark = False
    for node in nodes:
        if type(node) is Text:
            text = node.text
            if is_mark and text[0].isalnum():
                return True
            is_letter, is_mark = text[-1].isalnum(), False
        else:
            is_mark = type(node) in _MARKS
            if is_mark and is_letter:
                return True
            is_letter = False
    return False


def _without_points(nodes: list[Inline]) -> list[Inline]:
    """Points at the edge of a mark stand outside where a letter follows: `<strong>OK.</strong>Now` cannot be written else."""
    done: list[Inline] = []
    for at, node in enumerate(nodes):
        before = after = ""
        if isinstance(node, _JOINED_MARKS) and node.children:
            if at and _is_letter(done[-1], -1) and isinstance(first := node.children[0], Text):
                bare = first.text.lstrip(_POINTS)
                before, first.text = first.text[: len(first.text) - len(bare)], bare
            if at + 1 < len(nodes) and _is_letter(nodes[at + 1], 0) and isinstance(last := node.children[-1], Text):
                bare = last.text.rstrip(_POINTS)
                after, last.text = last.text[len(bare) :], bare
        if not (before or after):
            done.append(node)
            continue
        done += _around(node, before, after)
    return _joined(done) if len(done) != len(nodes) else done


def _is_letter(node: Inline, at: int) -> bool:
    """Whether a text begins (0) or ends (-1) with a letter or digit."""
    return isinstance(node, Text) and node.text[at].isalnum()


def _around(mark: Inline, before: str, after: str) -> list[Inline]:
    """A mark with what it gave up, blanks outside again."""
    assert isinstance(mark, _JOINED_MARKS)
    left, middle, right = edges([node for node in mark.children if not (isinstance(node, Text) and not node.text)])
    run: list[Inline] = [Text(before)] if before else []
    run += left
    if middle:
        run.append(in_order(type(mark)(middle)))
    run += right
    return [*run, Text(after)] if after else run


def in_order(mark: Emphasis | Strong | Strike) -> Inline:
    """The mark; bold around nothing but italics is italics around bold, which is how `***` is read."""
    if type(mark) is Strong and len(mark.children) == 1 and isinstance(inner := mark.children[0], Emphasis):
        return Emphasis([Strong(inner.children)])
    return mark


def _joined(nodes: list[Inline]) -> list[Inline]:
    """One pass over the run: each stretch of one kind becomes one node."""
    done: list[Inline] = []
    at, size = 0, len(nodes)
    while at < size:
        first = nodes[at]
        kind = type(first)
        end = at + 1
        if kind in _JOINED:
            while end < size and type(nodes[end]) is kind and _is_one(nodes[end - 1], nodes[end]):
                end += 1
        done.append(first if end == at + 1 else _one(first, nodes[at:end]))
        at = end
    return done


def _is_one(left: Inline, right: Inline) -> bool:
    """Whether two neighbours of one kind are one: bold and italics only where they divide a word of a script with blanks."""
    if isinstance(left, (*_JOINED_TEXTS, Strike)):
        return True
    before, after = _edge(left, -1), _edge(right, 0)
    return bool(_DIVIDED.match(before + after)) or _shares_points(left, right, before, after)


def _shares_points(left: Inline, right: Inline, before: str, after: str) -> bool:
    """Whether a mark at the edge of one would give up points to a text of the other: they are written as one, and it would."""
    if not (isinstance(left, _JOINED_MARKS) and isinstance(right, _JOINED_MARKS)):
        return False
    last, first = left.children[-1:], right.children[:1]
    if after in _POINTS and before.isalnum():
        return type(last[0]) is Text and type(first[0]) in _MARKS
    return before in _POINTS and after.isalnum() and type(last[0]) in _MARKS and type(first[0]) is Text


def _edge(node: Inline, at: int) -> str:
    """The first (0) or last (-1) character of a node; a blank where it is no text."""
    while not isinstance(node, _JOINED_TEXTS):
        children: list[Inline] = getattr(node, "children", [])
        if not children:
            return " "
        node = children[at]
    return node.text[at] if node.text else " "


def _one(first: Inline, stretch: list[Inline]) -> Inline:
    """One node for a stretch of one kind."""
    if isinstance(first, _JOINED_TEXTS):
        return type(first)("".join(node.text for node in stretch if isinstance(node, _JOINED_TEXTS)))
    assert isinstance(first, _JOINED_MARKS)
    return type(first)(tidy([child for node in stretch if isinstance(node, _JOINED_MARKS) for child in node.children]))


def edges(nodes: list[Inline]) -> tuple[list[Inline], list[Inline], list[Inline]]:
    """Blanks and line breaks in front, the middle, blanks and line breaks behind."""
    if nodes and not _has_edge(nodes[0], 0) and not _has_edge(nodes[-1], -1):
        return [], nodes, []
    start, end = 0, len(nodes)
    before: list[Inline] = []
    after: list[Inline] = []
    while start < end and _is_blank(nodes[start]):
        before.append(nodes[start])
        start += 1
    while end > start and _is_blank(nodes[end - 1]):
        end -= 1
        after.append(nodes[end])
    middle = nodes[start:end]
    if not middle:
        return before, [], after[::-1]
    if isinstance(first := middle[0], Text) and first.text[0].isspace():
        bare = first.text.lstrip()
        before.append(Text(first.text[: -len(bare)]))
        middle[0] = Text(bare)
    if isinstance(last := middle[-1], Text) and last.text[-1].isspace():
        bare = last.text.rstrip()
        after.append(Text(last.text[len(bare) :]))
        middle[-1] = Text(bare)
    return before, middle, after[::-1]


def is_plain(nodes: list[Inline]) -> bool:
    """Whether a run is one text that says something, without a blank at its edges."""
    if len(nodes) != 1 or type(only := nodes[0]) is not Text:
        return False
    return only.text.strip() == only.text and bool(only.text.strip(_FAINT))


def _has_edge(node: Inline, at: int) -> bool:
    """Whether a node is a break, or a text that begins (0) or ends (-1) with a blank."""
    return node.text[at].isspace() if type(node) is Text else type(node) is Break


def _is_blank(node: Inline) -> bool:
    """Whether a node shows nothing but space."""
    return type(node) is Break or (isinstance(node, Text) and node.text.isspace())


def says_something(nodes: list[Inline]) -> bool:
    """Whether emphasis would be seen: on anything but pictures, breaks, blanks and points."""
    return any(map(_is_seen, nodes))


def _is_seen(node: Inline) -> bool:
    if isinstance(node, Text):
        return bool(node.text.strip(_FAINT))
    if isinstance(node, Link):
        return any(map(_is_seen, node.children))
    return not isinstance(node, _BARE)


def stripped(nodes: list[Inline]) -> list[Inline]:
    """The run without plain blanks and breaks at its edges; other spaces (`&nbsp;`) stay."""
    if nodes and not _has_plain_edge(nodes[0], 0) and not _has_plain_edge(nodes[-1], -1):
        return nodes
    start, end = 0, len(nodes)
    while start < end and _is_plain_blank(nodes[start]):
        start += 1
    while end > start and _is_plain_blank(nodes[end - 1]):
        end -= 1
    nodes = nodes[start:end]
    if nodes:
        if isinstance(first := nodes[0], Text) and first.text[0] == " ":
            nodes[0] = Text(first.text[1:])
        if isinstance(last := nodes[-1], Text) and last.text[-1] == " ":
            nodes[-1] = Text(last.text[:-1])
    return nodes


def _has_plain_edge(node: Inline, at: int) -> bool:
    """Whether a node is a break, or a text that begins (0) or ends (-1) with a plain blank."""
    return node.text[at] == " " if type(node) is Text else type(node) is Break


def _is_plain_blank(node: Inline) -> bool:
    return type(node) is Break or (isinstance(node, Text) and node.text == " ")


def paragraphs(nodes: list[Inline]) -> list[list[Inline]]:
    """The run split where two or more line breaks follow each other: readers see paragraphs there."""
    runs: list[list[Inline]] = []
    run: list[Inline] = []
    breaks = 0
    for node in nodes:
        if type(node) is Break:
            breaks += 1
        elif breaks and _is_plain_blank(node):
            pass
        else:
            if breaks > 1:
                runs.append(run)
                run = []
            breaks = 0
        run.append(node)
    runs.append(run)
    return [done for each in runs if (done := stripped(each))]
