"""What a dialect of Markdown is: data that the writer looks up, nothing it has to ask."""

import re
from dataclasses import dataclass
from typing import Literal

#: CommonMark 0.31, "Backslash escapes": any ASCII punctuation.
ASCII_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
#: Python-Markdown's `ESCAPED_CHARS`; before any other character it shows the backslash.
FEW_ESCAPES = frozenset("\\`*_{}[]()>#+-.!")
#: kramdown's list of characters that a backslash makes plain, without the angle brackets: `\\<<` is a sign of its own.
KRAMDOWN_ESCAPES = frozenset("\\.*_+`()[]{}#!:|\"'$=-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One reader of Markdown, and so how to write for it."""

    name: str
    #: Whether it reads what people type as CommonMark: lists two columns in, fences right after a paragraph.
    is_commonmark: bool = True
    #: The mark of a list item with the blanks after it; "-   " where children must stand four columns in.
    bullet: str = "- "
    #: The least width of an ordered marker, "1." and the blanks after it.
    number_width: int = 3
    hard_break: Literal["  \n", "\\\n", "<br>\n"] = "\\\n"
    #: What a backslash makes plain; everything else becomes an entity.
    escapable: frozenset[str] = ASCII_PUNCTUATION
    has_tables: bool = True
    #: In a cell, a pipe in code stands behind a backslash that is not shown (GFM); elsewhere such code is HTML.
    has_pipes_in_cell_code: bool = True
    has_strike: bool = True
    #: One tilde strikes too: `~x~`.
    has_lone_tilde: bool = False
    has_footnotes: bool = False
    has_tasks: bool = False
    has_definitions: bool = False
    #: The ids that are read behind a heading, `## Title {#id}`; None: none are.
    heading_ids: re.Pattern[str] | None = None
    #: Such an id is read even where its braces are escaped.
    reads_escaped_ids: bool = False
    #: `#tag` at the start of a line is a heading, and `C#` at the end of one loses its sign.
    has_loose_hash: bool = False
    #: A bare `|` in a paragraph begins a table.
    has_bare_pipe: bool = False
    #: A character reference without its semicolon gets one, in a code span too.
    ends_references: bool = False
    #: A bare address becomes a link, and its backslashes are part of it.
    links_bare_addresses: bool = False
    #: Signs that are read in the title of a link too, or in a tag, so that they stand there as entities.
    read_in_titles: str = ""
    #: Any character after `<` may begin the name of a tag.
    has_loose_tags: bool = False
    #: A lone backtick before a blank is text.
    has_free_ticks: bool = False
    #: The tags in a line whose text is read; that of others is shown as it is. None: all.
    read_tags: frozenset[str] | None = None
    #: `{: .class}` and the like.
    has_attribute_lists: bool = False
    #: Any words in braces are attributes, after an element or at the end of a block.
    has_free_attributes: bool = False
    #: `!!! note` and `[TOC]`.
    has_admonitions: bool = False
    #: In emphasis, a mark that faces both ways is read as one of the outer pair's.
    has_greedy_emphasis: bool = False
    #: No emphasis is read between a `<` and the next `>`, tag or not.
    has_blind_angles: bool = False
    #: A first heading of the first level is taken for the title, and left out.
    takes_titles: bool = False
    #: `:::note` and the like.
    has_directives: bool = False
    #: Obsidian's own: `#tag`, `[[note]]`, `%%comment%%`, `==highlight==`, `^block`, `$math$`.
    has_vault_marks: bool = False
    #: `: text` under a line is a definition, whether or not definition lists are written.
    reads_definitions: bool = False
    #: Fences are only read at the left margin: code in lists and quotes is indented.
    has_nested_fences: bool = True
    #: Markdown between the tags of `<details>` is read.
    has_markdown_in_html: bool = False
    #: Lists of two kinds, or two quotes, become one where they follow each other; a bare marker is no item.
    joins_neighbours: bool = False
    #: What stands around TeX in a line and as a block; None: the text as it is, between dollar signs.
    math: tuple[tuple[str, str], tuple[str, str]] | None = None
    more: str = "<!--more-->"

    def __hash__(self) -> int:
        """By the name: fields are forty, and asked for once a document."""
        return hash(self.name)
