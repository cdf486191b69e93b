"""Attributes: what the vocabulary has stays, the rest goes."""

from collections.abc import Callable

from wpmigrate.html import HtmlElement, is_safe_url

from .state import State
from .vocabulary import ATTRIBUTES, CLASSES

_NONE: frozenset[str] = frozenset()
#: So many attributes has no honest element.
_MANY = 64
_LANGUAGE = "language-"
_LIST_TYPES = frozenset({"1", "a", "A", "i", "I"})
_ALIGNMENTS = frozenset({"left", "center", "right"})


def keep_attributes(element: HtmlElement, state: State) -> None:
    """Drop every attribute that is not part of the vocabulary; count handlers; remember ids for later."""
    tag = str(element.tag)
    allowed = ATTRIBUTES.get(tag, _NONE)
    attributes = element.attrib
    names = element.keys()
    if len(names) > _MANY:
        _keep_few(element, allowed | {"id", "class"}, state)
        names = element.keys()
    for name in map(str, names):
        if name in allowed:
            check = _CHECKS.get((tag, name))
            if check is not None and not check(str(attributes[name])):
                del attributes[name]
        elif name == "id":
            state.with_id.append(element)
        elif name == "class":
            _keep_classes(element, tag)
        else:
            if name.startswith("on"):
                state.account.note("WXR511")
            del attributes[name]


def _keep_few(element: HtmlElement, allowed: frozenset[str], state: State) -> None:
    """Keep the allowed of very many attributes: each look-up and removal would walk along all of them."""
    names = list(map(str, element.keys()))
    values = [(name, element.get(name) or "") for name in names if name in allowed]
    element.attrib.clear()
    for name, value in values:
        element.set(name, value)
    state.account.note_handlers(names)


def _keep_classes(element: HtmlElement, tag: str) -> None:
    known = CLASSES.get(tag, _NONE)
    classes = element.get("class", "").split()
    if tag in {"code", "pre"}:
        kept = [name for name in classes if name.startswith(_LANGUAGE) and len(name) > len(_LANGUAGE)][:1]
    else:
        kept = [name for name in classes if name in known] if known else []
    if kept:
        element.set("class", " ".join(dict.fromkeys(kept)))
    else:
        del element.attrib["class"]


def _is_whole(value: str) -> bool:
    return value.isascii() and value.removeprefix("-").isdigit() and len(value) <= 9


def _is_size(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) <= 5 and int(value) > 1


_CHECKS: dict[tuple[str, str], Callable[[str], bool]] = {
    ("img", "width"): _is_size,
    ("img", "height"): _is_size,
    ("img", "title"): bool,
    ("a", "title"): bool,
    ("iframe", "title"): bool,
    ("video", "poster"): lambda value: bool(value.strip()) and is_safe_url(value.strip()),
    ("td", "colspan"): _is_size,
    ("td", "rowspan"): _is_size,
    ("th", "colspan"): _is_size,
    ("th", "rowspan"): _is_size,
    ("td", "align"): lambda value: value in _ALIGNMENTS,
    ("th", "align"): lambda value: value in _ALIGNMENTS,
    ("ol", "start"): lambda value: _is_whole(value) and value != "1",
    ("ol", "type"): lambda value: value in _LIST_TYPES and value != "1",
    ("li", "value"): _is_whole,
}


def settle_ids(state: State) -> None:
    """Keep an id where something links to it; anchors that nothing links to go, their text stays."""
    wanted = state.fragments | state.options.linked_ids
    for element in state.with_id:
        if element.get("id") not in wanted:
            element.attrib.pop("id", "")
            if element.tag == "a" and element.get("href") is None:
                state.unwrap_later(element)
