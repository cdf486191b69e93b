"""Attributes: what the vocabulary has stays, the rest goes."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from wpmigrate.html import HtmlElement, is_safe_url

from .state import State
from .vocabulary import ATTRIBUTES, CLASSES

_NONE: frozenset[str] = frozenset()
#: So many attributes has no honest element.
_MANY = 64
_LANGUAGE = "language-"
_LIST_TYPES = frozenset({"1", "a", "A", "i", "I"})
_ALIGNMENTS = frozenset({"left", "center", "right"})


def keep_attributes(element: HtmlElement, tag: str, names: Sequence[object], state: State) -> None:
    """Drop every attribute that is not part of the vocabulary; count handlers; remember ids for later.

    `names` are the attributes that the element was written with.
    """
    if _UNCHECKED.get(tag, _NONE).issuperset(names):
        return
    checks = _CHECKS.get(tag, _NO_CHECKS)
    if len(names) > _MANY:
        _keep_few(element, checks.keys() | {"id", "class"}, state)
    for key, text in element.items():
        name, value = str(key), str(text)
        check = checks.get(name)
        if check is not None:
            if not check(value):
                del element.attrib[name]
        elif name == "id":
            state.with_id.append(element)
        elif name == "class":
            _keep_classes(element, tag, value)
        else:
            if name.startswith("on"):
                state.account.note("WXR511")
            del element.attrib[name]


def _keep_few(element: HtmlElement, allowed: AbstractSet[str], state: State) -> None:
    """Keep the allowed of very many attributes: each look-up and removal would walk along all of them."""
    names = list(map(str, element.keys()))
    values = [(name, element.get(name) or "") for name in names if name in allowed]
    element.attrib.clear()
    for name, value in values:
        element.set(name, value)
    state.account.note_handlers(names)


def _keep_classes(element: HtmlElement, tag: str, value: str) -> None:
    classes = value.split()
    if tag in {"code", "pre"}:
        kept = [name for name in classes if name.startswith(_LANGUAGE) and len(name) > len(_LANGUAGE)][:1]
    else:
        known = CLASSES.get(tag, _NONE)
        kept = [name for name in classes if name in known] if known else []
    if not kept:
        del element.attrib["class"]
    elif (new := " ".join(dict.fromkeys(kept))) != value:
        element.set("class", new)


def _is_whole(value: str) -> bool:
    return value.isascii() and value.removeprefix("-").isdigit() and len(value) <= 9


def _is_size(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) <= 5 and int(value) > 1


def _stays(_value: str) -> bool:
    return True


_CHECKED: dict[tuple[str, str], Callable[[str], bool]] = {
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
_CHECKS = {tag: {name: _CHECKED.get((tag, name), _stays) for name in names} for tag, names in ATTRIBUTES.items()}
"""Element → attribute that may stay → whether it does with a value."""
_UNCHECKED = {
    tag: frozenset(name for name in names if (tag, name) not in _CHECKED) for tag, names in ATTRIBUTES.items()
}
"""Element → attributes that stay whatever they say."""
_NO_CHECKS: dict[str, Callable[[str], bool]] = {}


def settle_ids(state: State) -> None:
    """Keep an id where something links to it; anchors that nothing links to go, their text stays."""
    wanted = state.fragments | state.options.linked_ids
    for element in state.with_id:
        if element.get("id") not in wanted:
            element.attrib.pop("id", "")
            if element.tag == "a" and element.get("href") is None:
                state.unwrap_later(element)
