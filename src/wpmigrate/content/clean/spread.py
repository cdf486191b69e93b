"""Marks and links around whole blocks: each paragraph in them gets its own, as only words can be marked."""

from lxml import etree

from wpmigrate.html import BLOCK, HEADINGS, HtmlElement, wrap_inside

from .state import IN_LINE
from .structure import wrap_loose
from .vocabulary import AS_BLOCKS

_BLOCKS = BLOCK | {AS_BLOCKS}
_NOT_MARKED = frozenset(
    {"pre", "hr", "table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "figure", "video", "audio", AS_BLOCKS}
)
#: Bold by themselves.
_BOLD = HEADINGS | {"th"}
#: The name of a run of words while marks are put around it.
_RUN = "wpmigrate-run"
#: Phrases that are no marks of words: they just go.
_GOES = frozenset({"abbr", "q", "bdo", "span", "ruby", "rt", "rp"})


def spread(root: HtmlElement, marks: list[HtmlElement], holders: set[HtmlElement]) -> int:
    """Move every mark in `marks` (elements with blocks below them) around the words of those blocks.

    One walk over the tree; a mark that is open twice counts once, so hostile nesting adds little. Gives how many links
    had nothing to stand on.
    """
    wide = set(marks)
    open_marks: list[HtmlElement] = []
    leaves: list[tuple[HtmlElement, tuple[HtmlElement, ...]]] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element in wide:
            if event == "start":
                open_marks.append(element)
                wrap_loose(element, holders)
            else:
                open_marks.pop()
        elif event == "start" and open_marks and element.tag in _BLOCKS and element.tag not in _NOT_MARKED:
            leaves.append((element, _distinct(open_marks)))
    for leaf, outer in leaves:
        wrap_loose(leaf, holders, _RUN)
        for run in list(leaf.iterchildren(_RUN)):
            run.tag = IN_LINE
            wide -= _mark_all(run, outer, leaf.tag in _BOLD)
    lost = sum(1 for mark in wide if mark.get("href"))
    for mark in marks:
        mark.attrib.clear()
        mark.tag = AS_BLOCKS
    return lost


def _distinct(marks: list[HtmlElement]) -> tuple[HtmlElement, ...]:
    """The innermost mark of each kind, outermost kind first; at most as many as there are kinds."""
    found: dict[str, HtmlElement] = {}
    for mark in reversed(marks[-16:]):
        if mark.tag not in _GOES:
            found.setdefault(str(mark.tag), mark)
    return tuple(reversed(found.values()))


def _mark_all(run: HtmlElement, marks: tuple[HtmlElement, ...], is_bold: bool) -> set[HtmlElement]:
    """Put the marks around all that a run holds; gives those that stand now."""
    used: set[HtmlElement] = set()
    for mark in reversed(marks):
        if mark.tag == "a" and next(run.iter("a"), None) is not None:
            continue
        if mark.tag == "strong" and is_bold:
            continue
        if len(run) == 1 and run[0].tag == mark.tag and not (run.text or "").strip():
            continue
        used.add(mark)
        inner = wrap_inside(run, str(mark.tag))
        for name in ("href", "title"):
            if mark.get(name):
                inner.set(name, mark.get(name) or "")
    return used
