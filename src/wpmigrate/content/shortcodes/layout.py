"""Page builders: their shortcodes divide a page into rows, columns and boxes; what they hold is the text.

Each tag, opening or closing, is read by itself, before paragraphs are made: builders nest the same names, which the
shortcode grammar does not allow.
"""

import re
from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from wpmigrate.content.code_ranges import CodeRanges
from wpmigrate.content.scene import Scene

from .grammar import Shortcode, replace_shortcodes
from .layout_parts import raw_html, shown_part

#: Names begin with: the builder.
FAMILIES = {
    "av": "Enfold",
    "bt": "BoldThemes",
    "cs": "Cornerstone",
    "et_pb": "Divi",
    "fusion": "Avada Fusion",
    "kc": "King Composer",
    "mk": "Jupiter",
    "mks": "Meks Flexible Shortcodes",
    "nectar": "Salient",
    "pl": "Pagelayer",
    "porto": "Porto",
    "su": "Shortcodes Ultimate",
    "tatsu": "Tatsu",
    "themify": "Themify",
    "thb": "Fuel Themes",
    "tm": "Power Builder",
    "ux": "Flatsome",
    "vc": "WPBakery",
    "wm": "WebMan",
    "x": "X",
}
#: Names without a family; they count only where the text closes them.
PAIRED = frozenset(
    """
    one_half one_half_last one_third one_third_last two_third two_third_last two_thirds one_fourth one_fourth_last
    three_fourth three_fourth_last three_fourths one_fifth two_fifth three_fifth four_fifth one_sixth five_sixth
    one_fifth_last two_fifth_last three_fifth_last four_fifth_last one_sixth_last five_sixth_last
    column_half column_half_last column_third column_third_last column_two_third column_two_third_last
    column_fourth column_fourth_last column_three_fourth column_three_fourth_last column_fifth column_fifth_last
    column columns row col span2 span3 span4 span6 span8 span9 half third fullwidth full_width container section
    inner_row inner_column row_inner col_inner
    button btn dropcap tabs tab tabgroup tab_group accordions accordion accordion_item toggles toggle testimonial
    box infobox iconbox contentbox alert notice
    """.split()  # noqa: SIM905 - a list of names reads better as a text
)
#: Salient's, which mean something else elsewhere: they count where WPBakery, its builder, divides the text.
AMONG_ROWS = frozenset(
    """
    button carousel client clients fancy_box icon image_with_animation item morphing_outline split_line_heading
    team_member text-with-icon
    """.split()  # noqa: SIM905 - a list of names reads better as a text
)
#: What parts the boxes of a page, by the last words of its name: themes add their own, `[baroque_empty_space height="35"]`.
_GAPS = ("empty_space", "spacing", "spacer", "divider", "separator")
_FAMILY_NAME = "(?:" + "|".join(sorted(FAMILIES, key=len, reverse=True)) + r")_[\w-]+"
_GAP_NAME = rf"(?:[a-z]+_){{0,2}}(?:{'|'.join(_GAPS)})"
_OTHER_NAME = "|".join(sorted(PAIRED | AMONG_ROWS, key=len, reverse=True))
_TAG = re.compile(rf"\[(?<!\[\[)(/?)({_FAMILY_NAME}|{_GAP_NAME}|{_OTHER_NAME})(\s[^\[\]]*|/)?\](?!\])")
_CLOSING = re.compile(r"\[/([\w-]+)\]")
#: Other families could be an index in brackets: `[x_i]`.
_UNMISTAKABLE = ("vc_", "et_pb_", "fusion_")
_STARTS = tuple(f"{family}_" for family in FAMILIES)
_RAW = frozenset({"vc_raw_html", "vc_raw_js", "fusion_code"})
_INLINE = re.compile(
    r"highlight|dropcap|tooltip|label|button|btn|(?<!with-)icon(?!_?box)|abbr|popover|lightbox|text_link|fontawesome|animate"
)
#: Of these, what stands beside each other but is no part of a word.
_APART = re.compile(r"button|btn|icon|label|fontawesome")


def open_layout(text: str, met: AbstractSet[str], keep: Mapping[str, object], scene: Scene) -> str:
    """The text without the tags of page builders; headings, pictures and links of their attributes take their place.

    `met` are its `bracket_names`. Names in `keep` (rules of the user) are left alone.
    """
    names = {name.removeprefix("/") for name in met}
    if PAIRED.isdisjoint(names) and not any(name.startswith(_STARTS) or name.endswith(_GAPS) for name in names):
        return text
    if "[vc_raw" in text or "[fusion_code" in text:
        text = replace_shortcodes(text, _RAW - keep.keys(), lambda code: raw_html(code, scene))
    if _TAG.search(text) is None:
        return text
    has_rows = "[vc_row" in text
    code = CodeRanges(text)
    closed = {found[1] for found in _CLOSING.finditer(text) if not code.holds(found.start())}
    ends = _Ends()

    def tag(found: re.Match[str]) -> str:
        name, attributes = found[2], found[3] or ""
        certain = name in closed
        if name in AMONG_ROWS and (has_rows or name not in PAIRED):
            certain = has_rows and (certain or "=" in attributes)
        elif name not in PAIRED:
            certain = certain or "=" in attributes or name.startswith(_UNMISTAKABLE)
        if not certain or name in keep or code.holds(found.start()):
            return found[0]
        edge = "\n\n" if not _INLINE.search(name) else " " if _APART.search(name) else ""
        if found[1]:
            return ends.close(name, edge) + edge
        content = "" if name in closed and not attributes.endswith("/") else None
        before, behind = shown_part(Shortcode(name, attributes.rstrip("/"), content, 0, 0), scene)
        if content is not None:
            ends.open(name, behind)
        return edge + before + ("" if behind == "</a>" else edge)

    return _TAG.sub(tag, text) + ends.close_all()


class _Ends:
    """What waits for the closing tags, innermost last."""

    __slots__ = ("_number", "_open")

    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []
        self._number: Counter[str] = Counter()

    def open(self, name: str, behind: str) -> None:
        """A shortcode was opened; `behind` follows what it encloses."""
        self._open.append((name, behind))
        self._number[name] += 1

    def close(self, name: str, edge: str) -> str:
        """What stands behind the contents of the shortcode, and of those in it that were never closed."""
        shown = ""
        while self._number[name]:
            closed, behind = self._open.pop()
            self._number[closed] -= 1
            shown += behind if behind in ("", "</a>") else edge + behind
            if closed == name:
                break
        return shown

    def close_all(self) -> str:
        """What is left at the end of the text."""
        return "".join(f"\n\n{behind}" for _, behind in reversed(self._open) if behind not in ("", "</a>"))
