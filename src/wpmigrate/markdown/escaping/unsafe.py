"""What plain text must not look like: each pattern names what a reader of Markdown would take it for.

A row's pattern matches exactly the characters that need a backslash or an entity; the rows of `LINE` stand for the start of a
line, and what they escape is their group. Source: CommonMark 0.31; rows with `needs` hold in dialects with that property.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unsafe:
    """A pattern, and what would go wrong. `needs` names a property of a dialect; empty: all dialects."""

    pattern: str
    why: str
    needs: str = ""


TEXT: tuple[Unsafe, ...] = (
    Unsafe(
        r"""\\(?=[!-/:-@\[-`{-~]|$)""", "a backslash before punctuation would vanish, at the end of a line break it"
    ),
    Unsafe(r"`", "backticks would begin a code span"),
    Unsafe(r"(?<!\s)\*|\*(?!\s)", "an asterisk with text on one side could open or close emphasis"),
    Unsafe(
        r"(?<!_)(?!(?<=[^\W_])_++(?=\w))(?!(?<=\s)_++(?=\s))_++",
        "underscores at the edge of a word could open or close emphasis; inside of a word they cannot",
    ),
    Unsafe(r"\](?=[(])", "a bracket before a parenthesis would make a link"),
    Unsafe(r"\[(?=\^)", "a bracket with a caret would be a footnote", "has_footnotes"),
    Unsafe(r"<(?=[A-Za-z/!?])", "a tag, a comment or an autolink would begin"),
    Unsafe(r"&(?=#?\w{1,31};)", "a character reference would be resolved"),
    Unsafe(r"~~++", "two tildes would strike", "has_strike"),
    Unsafe(r"(?<=[^\W_])~|(?<=[^\w\s])~(?!\w)|~(?<=\A~)|~$", "a tilde that could close a strike", "has_lone_tilde"),
    Unsafe(r"\|", "a bare pipe would begin a table", "has_bare_pipe"),
    Unsafe(r"\{(?=[:#.])|\{(?=::)", "an attribute list would begin", "has_attribute_lists"),
    Unsafe(r"\$(?=\$)|(?<=\$)\$", "two dollar signs would begin mathematics", "math"),
)
"""Anywhere in a text."""

LINK: tuple[Unsafe, ...] = (
    Unsafe(r"[\[\]]", "a bracket would end the text of the link too early or too late"),
    Unsafe(r"\A\^", "a caret at the start would make a footnote of the link"),
)
"""In the text of a link or of a picture, before the rows of `TEXT`."""

LINE: tuple[Unsafe, ...] = (
    Unsafe(r"(#)#{0,5}(?=\s|$)", "a heading would begin"),
    Unsafe(r"(#)", "a heading would begin, blank or not", "has_loose_hash"),
    Unsafe(r"([-+*])(?=\s|$)", "a list item, a rule or an underline would begin"),
    Unsafe(r"(-)-[-\s]*$", "a rule would be drawn, front matter begin, or the line above become a heading"),
    Unsafe(r"(-)[-:|\s]+$", "the line above would become the head of a table", "has_tables"),
    Unsafe(r"([:|])[-:|\s]*-[-:|\s]*$", "the line above would become the head of a table", "has_tables"),
    Unsafe(r"\d+([.)])(?=\s|$)", "an ordered list would begin"),
    Unsafe(r"(>)", "a quote would begin"),
    Unsafe(r"(=)=*\s*$", "the line above would become a heading"),
    Unsafe(r"(\+)\+\++\s*$", "front matter in TOML would begin"),
    Unsafe(r"(~)~~", "a fence would begin"),
    Unsafe(r"(:)(?=\s)", "the line above would become a term, this its definition", "reads_definitions"),
    Unsafe(r"\[\^[^\]]+\](:)", "a footnote mark would become the footnote's text"),
    Unsafe(r"(\[)(?:[^\[\]\\]|\\.)*\]:", "a link definition would vanish"),
    Unsafe(r"(!)!!(?=\s)", "an admonition would begin", "has_admonitions"),
    Unsafe(r"(\[)TOC\]\s*$", "a table of contents would be put here", "has_admonitions"),
    Unsafe(r"(_)\s+_[_\s]*$", "a rule would be drawn"),
)
"""At the start of a line."""
