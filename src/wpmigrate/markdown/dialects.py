"""The dialects, as data: what each reader of Markdown reads, seen in builds with each."""

import re
from collections.abc import Mapping
from dataclasses import replace

from .dialect import ASCII_PUNCTUATION, FEW_ESCAPES, KRAMDOWN_ESCAPES, Dialect

# What the readers of ids behind headings take for one.
_WORDS = re.compile(r"[\w.:-]+")
_XML_NAME = re.compile(r"[^\W\d][\w.:-]*")
_NO_PAIR = re.compile(r"[^\s={}]+")
_NO_BRACE = re.compile(r"[^{}]+")

#: The common subset: what CommonMark, goldmark, kramdown and Python-Markdown all read, with the usual tables, strikes and notes.
PORTABLE = Dialect(
    name="portable",
    bullet="-   ",
    number_width=4,
    hard_break="  \n",
    escapable=FEW_ESCAPES,
    has_lone_tilde=True,
    has_footnotes=True,
    has_tasks=True,
    has_loose_hash=True,
    has_attribute_lists=True,
    reads_definitions=True,
    has_nested_fences=False,
    joins_neighbours=True,
)

COMMONMARK = Dialect(name="commonmark", has_tables=False, has_strike=False)

#: GitHub, Astro, Zola. No backslash at the end of a line: it would belong to a bare address before it.
GFM = Dialect(
    name="gfm",
    hard_break="  \n",
    has_lone_tilde=True,
    has_footnotes=True,
    has_tasks=True,
    links_bare_addresses=True,
)

#: Hugo.
GOLDMARK = Dialect(
    name="goldmark",
    has_lone_tilde=True,
    has_footnotes=True,
    has_tasks=True,
    has_definitions=True,
    reads_definitions=True,
    heading_ids=_WORDS,
    has_markdown_in_html=True,
)

#: Jekyll.
KRAMDOWN = Dialect(
    name="kramdown",
    is_commonmark=False,
    has_pipes_in_cell_code=False,
    bullet="-   ",
    number_width=4,
    hard_break="  \n",
    escapable=KRAMDOWN_ESCAPES,
    has_lone_tilde=True,
    has_footnotes=True,
    has_tasks=True,
    has_definitions=True,
    reads_definitions=True,
    heading_ids=_XML_NAME,
    has_loose_hash=True,
    has_bare_pipe=True,
    read_in_titles="|",
    has_loose_tags=True,
    has_free_ticks=True,
    # kramdown's elements with the content model "span"; it takes those that it does not know for raw ones.
    read_tags=frozenset(
        {
            *(
                "a",
                "abbr",
                "acronym",
                "b",
                "bdo",
                "big",
                "cite",
                "del",
                "dfn",
                "em",
                "i",
                "ins",
                "label",
                "q",
                "rb",
                "rbc",
            ),
            *("rp", "rt", "rtc", "ruby", "small", "span", "strong", "sub", "sup", "tt"),
        }
    ),
    has_attribute_lists=True,
    joins_neighbours=True,
    math=(("$$", "$$"), ("$$\n", "\n$$")),
)

#: Pelican, MkDocs, Nikola, with the extensions that come with Python-Markdown ("extra").
PYTHON_MARKDOWN = Dialect(
    name="python-markdown",
    is_commonmark=False,
    has_pipes_in_cell_code=False,
    bullet="-   ",
    number_width=4,
    hard_break="  \n",
    escapable=FEW_ESCAPES,
    has_strike=False,
    has_footnotes=True,
    has_definitions=True,
    reads_definitions=True,
    heading_ids=_NO_PAIR,
    has_loose_hash=True,
    has_attribute_lists=True,
    has_free_attributes=True,
    has_admonitions=True,
    read_in_titles="`",
    ends_references=True,
    has_nested_fences=False,
    joins_neighbours=True,
)

#: Nikola, whose own extension strikes.
NIKOLA = replace(PYTHON_MARKDOWN, name="nikola", has_strike=True, read_in_titles="`~")

#: Eleventy, VitePress: markdown-it as it comes.
MARKDOWN_IT = Dialect(name="markdown-it", has_markdown_in_html=True)

#: Hexo. Its reader pairs backticks, and angle brackets, before it looks at backslashes, and strikes no backslash at an end of line.
MARKED = Dialect(
    name="marked",
    hard_break="  \n",
    escapable=ASCII_PUNCTUATION - {"`", "<"},
    has_blind_angles=True,
    has_greedy_emphasis=True,
    read_in_titles="~",
    has_lone_tilde=True,
    has_tasks=True,
    has_markdown_in_html=True,
)

#: Docusaurus, whose `.md` is CommonMark when its config says `format: detect`.
DOCUSAURUS = Dialect(
    name="docusaurus",
    hard_break="  \n",
    takes_titles=True,
    links_bare_addresses=True,
    has_lone_tilde=True,
    has_footnotes=True,
    has_tasks=True,
    heading_ids=_NO_BRACE,
    reads_escaped_ids=True,
    has_attribute_lists=True,
    has_directives=True,
)

#: Obsidian, with the marks of its vaults.
OBSIDIAN = Dialect(
    name="obsidian",
    has_lone_tilde=True,
    has_footnotes=True,
    has_tasks=True,
    has_vault_marks=True,
    math=(("$", "$"), ("$$\n", "\n$$")),
)

DIALECTS: Mapping[str, Dialect] = {
    dialect.name: dialect
    for dialect in (
        PORTABLE,
        COMMONMARK,
        GFM,
        GOLDMARK,
        KRAMDOWN,
        PYTHON_MARKDOWN,
        NIKOLA,
        MARKDOWN_IT,
        MARKED,
        OBSIDIAN,
        DOCUSAURUS,
    )
}
"""Every dialect by its name."""
