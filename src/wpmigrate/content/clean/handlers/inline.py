"""Marks on words, and the spans around them that mean nothing."""

from wpmigrate.content.clean.state import State
from wpmigrate.content.clean.style import read_style
from wpmigrate.html import HtmlElement, wrap_inside

_RENAMED = {"b": "strong", "strong": "strong", "i": "em", "em": "em"}
#: Longer texts in a typewriter face are whole letters, not code.
_SHORT = 60
#: How many elements above a mark are asked whether they give the same one.
_LOOK_UP = 16


def span(element: HtmlElement, state: State) -> int:
    """Unwrap a span or font; what its style meant is put around its words. Formulas stay."""
    classes = element.get("class")
    if classes and "math" in classes.split() and element.tag == "span" and not len(element):
        state.code_until = max(state.code_until, state.position)
        return 0
    if state.position > state.code_until and _is_code(element):
        inner = wrap_inside(element, "code")
        inner.tail = None
    if element.get("id"):
        element.tag = "a"
        return 0
    style = element.get("style")
    meaning = read_style(style) if style else None
    if meaning is None or not meaning.marks:
        state.unwrap_later(element)
    else:
        element.tag = "span"
    return 0


def strong(element: HtmlElement, state: State) -> int:
    """`b` and `strong`, unless the style or a span around all its words says that they are not bold."""
    return _mark(element, state, "not_bold")


def emphasis(element: HtmlElement, state: State) -> int:
    """`i` and `em`, unless the style or a span around all its words says that they are upright."""
    return _mark(element, state, "not_italic")


def _mark(element: HtmlElement, state: State, denial: str) -> int:
    written = str(element.tag)
    tag = _RENAMED[written]
    if tag != written:
        element.tag = tag
    if _is_denied(element, denial) or (tag in state.marks_around and _is_within(element, tag)):
        state.unwrap_later(element)
    elif len(element):
        state.marks_around.add(tag)
    return 0


def _is_denied(element: HtmlElement, denial: str) -> bool:
    """Whether the style of a mark, or of the span around all its words, takes it back."""
    style = element.get("style")
    if style and getattr(read_style(style), denial):
        return True
    if len(element) != 1 or (element.text or "").strip():
        return False
    only = element[0]
    style = only.get("style") if only.tag == "span" and not (only.tail or "").strip() else None
    return bool(style) and bool(getattr(read_style(style or ""), denial))


def _is_within(element: HtmlElement, tag: str) -> bool:
    """Whether one of the elements right above gives the same mark already."""
    up = element.getparent()
    for _ in range(_LOOK_UP):
        if up is None:
            return False
        if up.tag == tag:
            return True
        up = up.getparent()
    return False


def _is_code(element: HtmlElement) -> bool:
    """Whether a typewriter face can only mean code: a few words of a line that are set in it."""
    style, face = element.get("style") or "", element.get("face") or ""
    if not style and not face:
        return False
    if not read_style(style or f"font-family:{face}").monospaced or len(element):
        return False
    text = element.text or ""
    before = element.getprevious()
    beside = (element.tail or "").strip() or (
        before.tail if before is not None else getattr(element.getparent(), "text", "")
    )
    return 0 < len(text.strip()) <= _SHORT and "\n" not in text and bool((beside or "").strip())
