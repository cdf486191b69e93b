"""The first pass: once over the tree, element by element; what is unsafe, hidden or mere looks goes."""

from collections.abc import Sequence

from lxml import etree

from wpmigrate.html import HtmlElement, drop, wrap_inside

from .attributes import keep_attributes
from .handlers import HANDLERS
from .handlers.frame import is_embedded_post
from .state import IN_LINE, State, count_below
from .style import Meaning, read_style
from .vocabulary import BOXES, KEPT, RENAMED

#: Blocks that a style may make bold or italic as a whole. Not headings, which are bold already.
_MARKED_BLOCKS = frozenset({"p", "div", "li", "td", "dd", "dt", "blockquote", "figcaption", "center"})
_MARKED_INLINE = frozenset({"span", "font", "a", "strong", "em", "b", "i", "u", "del", "small", "sub", "sup", "mark"})
_MARKED = _MARKED_BLOCKS | _MARKED_INLINE
#: Elements that need a look at their attributes only.
_PLAIN = ((KEPT | BOXES) - HANDLERS.keys()) | {"td", "th"}
#: How many elements above one are asked whether they give the same mark.
_LOOK_UP = 16
#: Elements that show the text of a program or player: hiding is their handler's matter.
_SELF_HIDDEN = frozenset({"script", "style", "noscript", "input", "link", "meta", "img", "svg", "template"})


def run(state: State) -> None:
    """Handle every element below the root in document order; subtrees that went are skipped."""
    nodes = state.nodes = list(state.root.iterdescendants())
    position, end = 0, len(nodes)
    while position < end:
        element = nodes[position]
        tag: object = element.tag
        if tag in _PLAIN:
            if names := element.keys():
                state.position = position
                position += _element(element, str(tag), names, state)
        elif isinstance(tag, str):
            if tag == IN_LINE:
                state.unwrap_later(element)
            else:
                state.position = position
                position += _element(element, tag, element.keys(), state)
        else:
            _comment(element, state)
        position += 1


def _element(element: HtmlElement, tag: str, names: Sequence[object], state: State) -> int:
    """Handle one element with attributes of these names; gives how many nodes after it went with it."""
    meaning = None
    if "style" in names or "hidden" in names:
        if _is_hidden(element, tag):
            skipped = count_below(element)
            state.account.hide(element)
            drop(element)
            return skipped
        style = element.get("style") or ""
        state.account.see_background(style)
        if tag in _MARKED and state.position > state.code_until:
            meaning = read_style(style)
    skipped = 0
    handler = HANDLERS.get(tag)
    if handler is not None:
        skipped = handler(element, state)
        tag = str(element.tag)
        if tag == IN_LINE or element.getparent() is None:
            return skipped
    elif tag not in _PLAIN:
        tag = _renamed(element, tag, state)
    if names:
        keep_attributes(element, tag, names, state)
        if meaning is not None:
            _apply(element, meaning, state)
    if tag == "span" and not element.keys():
        state.unwrap_later(element)
    return skipped


def _renamed(element: HtmlElement, tag: str, state: State) -> str:
    """Give an old element its new name; an unknown one goes, what it holds stays. Gives what it is called now."""
    new = RENAMED.get(tag)
    if new is None:
        state.unwrap_later(element)
        return IN_LINE
    element.tag = new
    state.marks_around.add(new)
    return new


def _is_hidden(element: HtmlElement, tag: str) -> bool:
    """Whether the page hid an element (and its text with it)."""
    if tag in _SELF_HIDDEN or is_embedded_post(element):
        return False
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    if not style:
        return False
    meaning = read_style(style)
    return meaning.hidden or (meaning.clipped and tag != "iframe")


def _apply(element: HtmlElement, meaning: Meaning, state: State) -> None:
    """Say with elements what a style said."""
    if (meaning.not_bold and element.tag == "strong") or (meaning.not_italic and element.tag == "em"):
        state.unwrap_later(element)
    if meaning.align and element.tag in {"td", "th"} and "align" not in element.attrib:
        element.set("align", meaning.align)
    if not meaning.marks:
        return
    above = {element.tag, *(up.tag for up in _some_above(element))}
    inner = element
    for mark in meaning.marks:
        if mark not in above and not (mark == "u" and "a" in above):
            inner = wrap_inside(inner, mark)
            state.marks_around.add(mark)


def _some_above(element: HtmlElement) -> list[HtmlElement]:
    found: list[HtmlElement] = []
    up = element.getparent()
    while up is not None and len(found) < _LOOK_UP:
        found.append(up)
        up = up.getparent()
    return found


def _comment(comment: HtmlElement, state: State) -> None:
    """Keep the marks between blocks that the vocabulary has; processing instructions and other comments go."""
    text = (comment.text or "").strip()
    kind: object = comment.tag
    if kind is etree.Comment and (text == "nextpage" or text.startswith("more")):
        return
    if not text.startswith(("[if", "[endif", "/wp:", "wp:", "StartFragment", "EndFragment", "noteaser")):
        state.account.note("WXR518")
    drop(comment)
