"""Normal form of a run of inlines: what touches is joined, blanks stand outside of emphasis."""

from wpmigrate.markdown.ast import Break, CodeSpan, Emphasis, Image, Inline, Strike, Strong, Text

_JOINED_TEXTS = (Text, CodeSpan)
_JOINED_MARKS = (Emphasis, Strong, Strike)
_JOINED = frozenset({*_JOINED_TEXTS, *_JOINED_MARKS})
_BARE = (Break, Image)


def tidy(nodes: list[Inline]) -> list[Inline]:
    """The run with equal neighbours joined; the list itself where there is nothing to join."""
    last: type | None = None
    for node in nodes:
        kind = type(node)
        if kind is last and kind in _JOINED:
            return _joined(nodes)
        last = kind
    return nodes


def _joined(nodes: list[Inline]) -> list[Inline]:
    """One pass over the run: each stretch of one kind becomes one node."""
    done: list[Inline] = []
    at, size = 0, len(nodes)
    while at < size:
        first = nodes[at]
        kind = type(first)
        end = at + 1
        if kind in _JOINED:
            while end < size and type(nodes[end]) is kind:
                end += 1
        done.append(first if end == at + 1 else _one(first, nodes[at:end]))
        at = end
    return done


def _one(first: Inline, stretch: list[Inline]) -> Inline:
    """One node for a stretch of one kind."""
    if isinstance(first, _JOINED_TEXTS):
        return type(first)("".join(node.text for node in stretch if isinstance(node, _JOINED_TEXTS)))
    assert isinstance(first, _JOINED_MARKS)
    return type(first)(tidy([child for node in stretch if isinstance(node, _JOINED_MARKS) for child in node.children]))


def edges(nodes: list[Inline]) -> tuple[list[Inline], list[Inline], list[Inline]]:
    """Blanks and line breaks in front, the middle, blanks and line breaks behind."""
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


def _is_blank(node: Inline) -> bool:
    """Whether a node shows nothing but space."""
    return type(node) is Break or (isinstance(node, Text) and node.text.isspace())


def says_something(nodes: list[Inline]) -> bool:
    """Whether emphasis would be seen: anything but pictures, breaks and blanks."""
    return any(not isinstance(node, _BARE) and not _is_blank(node) for node in nodes)


def stripped(nodes: list[Inline]) -> list[Inline]:
    """The run without plain blanks and breaks at its edges; other spaces (`&nbsp;`) stay."""
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
