"""What an inline style means: hidden, a mark, an alignment. Everything else is looks."""

import re
from dataclasses import dataclass
from functools import lru_cache

_MONOSPACED = ("courier", "consolas", "menlo", "monaco", "lucida console", "monospace", "source code", "andale mono")
_BOLD = frozenset({"bold", "bolder", "600", "700", "800", "900"})
_LIGHT = frozenset({"normal", "lighter", "100", "200", "300", "400"})
_RAISED = {"super": "sup", "sub": "sub"}
_ALIGNMENTS = frozenset({"left", "center", "right"})
#: Three digits or more to the left or above: outside of the page.
_FAR_AWAY = re.compile(r"-\d{3,}")
_VERY_FAR_AWAY = re.compile(r"-\d{4,}")
_ZERO = re.compile(r"0*(?:\.0+)?(?:px|em|rem|pt|%|ex|vw|vh|)")
_CLIPPED = re.compile(r"rect\(\s*(?:[01](?:px)?[\s,]*){4}\)")
_CACHED_LENGTH = 400
#: Anchored to the start of a declaration, so that no part of a style is read twice.
_BACKGROUND = re.compile(r"(?:^|;)\s*background(?:-image)?\s*:[^;]*?\burl\(\s*[\"']?\s*([^\"'()]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is left of a style. `marks` are element names, outermost first."""

    marks: tuple[str, ...] = ()
    hidden: bool = False
    #: Hidden only where a script would show it (a player that is laid over its own link).
    clipped: bool = False
    not_bold: bool = False
    not_italic: bool = False
    monospaced: bool = False
    align: str = ""


NOTHING = Meaning()


def read_style(style: str) -> Meaning:
    """The meaning of a `style` attribute, by CSS 2.1; unreadable declarations mean nothing. Linear in its length."""
    return _cached(style) if len(style) <= _CACHED_LENGTH else _read(style)


def background_of(style: str) -> str:
    """The address of the picture behind an element; empty without one, and for one that stands in the style itself.

    Linear in the length of the style.
    """
    found = _BACKGROUND.search(style)
    address = found[1].strip() if found else ""
    return "" if address.startswith(("data:", "#")) else address


def declarations(style: str) -> dict[str, str]:
    """Property → value, lower case, later ones win, without `!important`."""
    found = {}
    for declaration in style.lower().split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip()] = value.partition("!")[0].strip()
    return found


def _read(style: str) -> Meaning:
    css = declarations(style)
    weight = css.get("font-weight", "")
    slant = css.get("font-style", "")
    meaning = Meaning(
        marks=_marks(css, weight, slant),
        hidden=_is_hidden(css),
        clipped=_CLIPPED.fullmatch(css.get("clip", "")) is not None,
        not_bold=weight in _LIGHT,
        not_italic=slant == "normal",
        monospaced=css.get("font-family", "").lstrip("'\" ").startswith(_MONOSPACED),
        align=css["text-align"] if css.get("text-align") in _ALIGNMENTS else "",
    )
    return NOTHING if meaning == NOTHING else meaning


def _marks(css: dict[str, str], weight: str, slant: str) -> tuple[str, ...]:
    found = []
    if weight in _BOLD:
        found.append("strong")
    if slant in {"italic", "oblique"}:
        found.append("em")
    line = css.get("text-decoration", "") + " " + css.get("text-decoration-line", "")
    if "line-through" in line:
        found.append("del")
    if "underline" in line:
        found.append("u")
    raised = _RAISED.get(css.get("vertical-align", ""))
    if raised:
        found.append(raised)
    return tuple(found)


def _is_hidden(css: dict[str, str]) -> bool:
    if css.get("display") == "none" or css.get("visibility") in {"hidden", "collapse"}:
        return True
    if any(_FAR_AWAY.match(css.get(name, "")) for name in ("left", "top", "right", "bottom", "text-indent")):
        return True
    if _VERY_FAR_AWAY.match(css.get("margin-left", "")) or _VERY_FAR_AWAY.match(css.get("margin-top", "")):
        return True
    if _is_zero(css.get("font-size")) or _is_zero(css.get("opacity")):
        return True
    if css.get("overflow") == "hidden" and any(
        _is_zero(css.get(name)) for name in ("width", "height", "max-width", "max-height")
    ):
        return True
    return _same_colours(css)


def _is_zero(value: str | None) -> bool:
    return bool(value) and _ZERO.fullmatch(value or "") is not None


_COLOURS = {
    "#fff": "white", "#ffffff": "white", "rgb(255,255,255)": "white",
    "#000": "black", "#000000": "black", "rgb(0,0,0)": "black",
}  # fmt: skip


def _same_colours(css: dict[str, str]) -> bool:
    """Text in the colour of its ground, both given here."""
    ink = css.get("color")
    ground = css.get("background-color") or css.get("background")
    if not ink or not ground:
        return False
    ink, ground = ink.replace(" ", ""), ground.replace(" ", "")
    return _COLOURS.get(ink, ink) == _COLOURS.get(ground, ground) and ink not in {"inherit", "transparent", "initial"}


_cached = lru_cache(maxsize=4096)(_read)
