"""The vocabulary of clean HTML as tables: which elements stay, under which name, with which attributes."""

#: Elements that go, while what they hold stays as blocks.
AS_BLOCKS = "wpmigrate-blocks"

#: Attributes that stay, by element. `id` is settled by what links to it, `class` by `CLASSES`.
ATTRIBUTES: dict[str, frozenset[str]] = {
    "a": frozenset({"href", "title"}),
    "img": frozenset({"src", "alt", "title", "width", "height"}),
    "iframe": frozenset({"src", "title"}),
    "video": frozenset({"src", "poster"}),
    "audio": frozenset({"src"}),
    "source": frozenset({"src"}),
    "td": frozenset({"align", "colspan", "rowspan"}),
    "th": frozenset({"align", "colspan", "rowspan"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "li": frozenset({"value"}),
    "abbr": frozenset({"title"}),
    "bdo": frozenset({"dir"}),
    "input": frozenset({"type", "checked"}),
    "details": frozenset({"open"}),
}

#: Classes that are part of the vocabulary, by element.
CLASSES: dict[str, frozenset[str]] = {
    "figure": frozenset({"gallery"}),
    "p": frozenset({"embed"}),
    "span": frozenset({"math"}),
    "div": frozenset({"math"}),
    "section": frozenset({"footnotes"}),
    "sup": frozenset({"footnote-ref"}),
}

#: Old names and their meaning.
RENAMED = {
    "b": "strong", "i": "em", "strike": "del", "s": "del", "tt": "code", "acronym": "abbr", "dir": "ul", "menu": "ul",
    "var": "em", "dfn": "em", "xmp": "pre", "listing": "pre", "plaintext": "pre", "samp": "code",
}  # fmt: skip

#: Elements that stay as they are, but for their attributes.
KEPT = frozenset({
    "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "strong",
    "em", "del", "ins", "mark", "sub", "sup", "kbd", "abbr", "q", "cite", "small", "u", "code", "table", "thead",
    "tbody", "tfoot", "tr", "td", "th", "caption", "figure", "figcaption", "ruby", "rt", "rp", "bdo", "details",
    "summary",
})  # fmt: skip

#: Boxes without a meaning of their own: they become paragraphs or go, see `structure`.
BOXES = frozenset({
    "div", "section", "article", "main", "header", "footer", "nav", "aside", "address", "center", "fieldset", "hgroup",
    "dialog", "search", "body", "html", "form", "noframes", "multicol", "layer",
})  # fmt: skip

#: Marks on words: they need words to stand on, and never hold blocks.
MARKS = frozenset({
    "strong", "em", "del", "ins", "mark", "sub", "sup", "kbd", "abbr", "q", "cite", "small", "u", "code", "bdo", "a",
    "span", "ruby", "rt", "rp",
})  # fmt: skip

#: Blocks that mean nothing when they hold nothing. Not items and cells: their number counts.
EMPTY_BLOCKS = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure", "figcaption", "ul", "ol", "dl", "caption", "pre",
    "details", "summary", "table", "thead", "tbody", "tfoot", "section", "div",
})  # fmt: skip

#: Blocks for which a box around all they hold says nothing.
HOLDERS = frozenset({
    "li", "td", "th", "dd", "dt", "figcaption", "summary", "caption", "h1", "h2", "h3", "h4", "h5", "h6",
})  # fmt: skip
