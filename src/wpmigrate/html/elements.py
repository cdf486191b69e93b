"""Families of HTML elements, by the HTML Living Standard (with the obsolete names that old posts use)."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

#: Elements without an end tag.
VOID = frozenset(
    {"area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link"}
    | {"meta", "param", "source", "track", "wbr"}
)

#: Elements that browsers show as blocks: text before and after them stands on other lines.
BLOCK = HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr",
    "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p", "plaintext", "pre",
    "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
}  # fmt: skip

#: Elements that stand in a line and say something about the words in it.
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "blink", "nobr",
})  # fmt: skip

#: Elements that show something although they hold no text.
REPLACED = frozenset({
    "applet", "audio", "canvas", "embed", "hr", "iframe", "img", "input", "math", "object", "picture", "svg", "video",
})  # fmt: skip

#: What may stand in a paragraph.
PHRASING = (
    INLINE
    | (REPLACED - {"hr"})
    | {"br", "wbr", "area", "button", "datalist", "map", "meter", "noscript", "output", "progress"}
    | {"script", "select", "slot", "template", "textarea"}
)

#: The parts of a table; blanks between them are no text.
TABLE_PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "colgroup", "col", "caption"})

#: Elements whose text is exact: white space and marks in it are never touched.
VERBATIM = frozenset({"pre", "code", "textarea", "kbd", "samp", "tt", "xmp", "listing", "plaintext", "math"})
