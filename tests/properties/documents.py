"""Documents at random: all kinds of blocks and marks, in each other, with texts that look like Markdown.

Whoever calls gives the source of chance. Hypothesis's own (`st.randoms`) makes failing documents small; a seeded one makes a
document in a fraction of a millisecond, where a strategy of as many parts takes 40.
"""

from collections.abc import Callable
from random import Random
from typing import TypeVar

from wpmigrate.markdown import Document
from wpmigrate.markdown.ast import (
    Block,
    Break,
    Code,
    CodeSpan,
    Definition,
    DefinitionList,
    Details,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inline,
    Item,
    Link,
    List,
    Paragraph,
    Player,
    Quote,
    Rule,
    Strike,
    Strong,
    Table,
    Tagged,
    Term,
    Text,
)

T = TypeVar("T")

#: So many leaves has a mark or block that holds others, and so deep do they go.
INLINE_LEAVES = 6
BLOCK_LEAVES = 5
DEPTH = 3

PIECES = [
    "a", "b", "word", " ", " ", " ", *"*_`[]()<>&~|\\#-+.!:=$^{}\"'@/%?;,0123", "Ä", "é", "日本", "。", "（", "😀", "€", "\u00a0",
    "1.", "10)", "- ", "# ", "> ", "```", "~~~", "---", "===", "***", "___", "<b>", "</b>", "<!--", "-->", "&amp;", "&#42;", "&lt",
    "[x]:", "[^1]", "[^1]: ", "](u)", "![", "http://a.b/c_d", "<http://x.y>", "a@b.cd", "\\*", "\\", "| --- |", "|", ":--", "+++",
    "{{", "{%", "{: .a}", "$$", "\t", "<div>", "<?", "<!D", "[ ] ", "[x] ", "snake_case", "2 * 3", "C#", "**", "__", "~~",
]  # fmt: skip
_IN_SPANS = ["a", " ", "b*", "`", "``", "\\", "|", "<", "&amp;", "```", "日"]
_URLS = ["http://a.b/c", "/x y", "a(b)c", "", "#id", "?a=1&b=2&amp;c", "x_y_z", "a\\b", "<x>", 'q"q', "a|b", "m%20n"]
_TITLES = ["", "", "t", 'a "q" b', "it's", "x\\", "<b>", "&amp;", "a|b", "]", "*e*"]
_PICTURES = ["a.png", "x y.jpg", "b(1).gif"]
_CODE_LINES = ["a", "", "    b", "```", "~~~", "\tc", "x ", "  ", "> d", "- e", "<f>", "&amp;", "日本"]
_ALIGNMENTS = ["", "left", "right", "center"]


def random_document(chance: Random) -> Document:
    """A document of one to four blocks."""
    return Document(_several(chance, 4, lambda: _block(chance, BLOCK_LEAVES, DEPTH)))


def words(chance: Random) -> str:
    """One to five pieces of text."""
    return "".join(chance.choices(PIECES, k=chance.randint(1, 5)))


def line(chance: Random, *, breaks: bool = False) -> list[Inline]:
    """One to five inlines, with hard breaks among them where these may stand."""
    return _several(chance, 5, lambda: _inline(chance, INLINE_LEAVES, DEPTH, breaks=breaks))


def _several(chance: Random, most: int, make: Callable[[], T], *, least: int = 1) -> list[T]:
    return [make() for _ in range(chance.randint(least, most))]


def _inline(chance: Random, leaves: int, depth: int, *, breaks: bool) -> Inline:
    """A leaf, or a mark around at most so many."""
    if not depth or chance.randrange(2):
        return _leaf(chance, breaks=breaks)
    parts = chance.randint(1, min(4, leaves))
    inner = [_inline(chance, leaves // parts, depth - 1, breaks=breaks) for _ in range(parts)]
    return _MARKS[chance.randrange(len(_MARKS))](chance, inner)


def _leaf(chance: Random, *, breaks: bool) -> Inline:
    kind = chance.randrange(6 if breaks else 5)
    if kind < 3:
        return Text(words(chance))
    if kind == 3:
        return CodeSpan("".join(chance.choices(_IN_SPANS, k=chance.randint(1, 4))))
    return _image(chance) if kind == 4 else Break()


def _image(chance: Random) -> Image:
    alt = " ".join(words(chance).split()) if chance.randrange(2) else ""
    return Image(chance.choice(_PICTURES), alt, chance.choice(_TITLES))


def _block(chance: Random, leaves: int, depth: int) -> Block:
    """A block that holds no others, or one around at most so many."""
    if not depth or chance.randrange(2):
        return _LEAVES[chance.randrange(len(_LEAVES))](chance)

    def blocks(least: int = 1) -> list[Block]:
        number = chance.randint(least, min(3, leaves))
        return [_block(chance, leaves // max(number, 1), depth - 1) for _ in range(number)]

    match chance.randrange(4):
        case 0:
            return Quote(blocks())
        case 1:
            return List(
                _several(chance, 3, lambda: Item(blocks(0), chance.choice([None, None, None, True, False]))),
                chance.choice([None, None, 1, 0, 7, 99]),
                bool(chance.randrange(2)),
            )
        case 2:
            return Details(line(chance), blocks())
        case _:
            return DefinitionList(
                _several(chance, 3, lambda: Definition(blocks()) if chance.randrange(2) else Term(line(chance)))
            )


def _table(chance: Random) -> Table:
    """A table of two or three columns, with and without a head."""
    width = chance.randint(2, 3)

    def row() -> list[list[Inline]]:
        return [line(chance, breaks=True) if chance.randrange(2) else [] for _ in range(width)]

    head = row() if chance.randrange(2) else []
    return Table(chance.choices(_ALIGNMENTS, k=width), head, _several(chance, 3, row))


_MARKS: tuple[Callable[[Random, list[Inline]], Inline], ...] = (
    lambda _, inner: Emphasis(inner),
    lambda _, inner: Strong(inner),
    lambda _, inner: Strike(inner),
    lambda chance, inner: Link(chance.choice(_URLS), chance.choice(_TITLES), inner),
    lambda chance, inner: Tagged(chance.choice(["sup", "kbd", "u"]), (), inner),
    lambda _, inner: Tagged("abbr", (("title", 'x "y" | <z>'),), inner),
)
_LEAVES: tuple[Callable[[Random], Block], ...] = (
    lambda chance: Paragraph(line(chance, breaks=True)),
    lambda chance: Paragraph(line(chance, breaks=True)),
    lambda chance: Heading(chance.randint(1, 6), line(chance)),
    lambda chance: Code(
        "\n".join(chance.choices(_CODE_LINES, k=chance.randint(0, 5))), chance.choice(["", "php", "c++"])
    ),
    lambda _: Rule(),
    _table,
    lambda chance: Figure([Paragraph([_image(chance)])], line(chance)),
    lambda chance: Player(chance.choice(["iframe", "video"]), (("src", "http://x.y/?a=1&b"), ("controls", ""))),
)
