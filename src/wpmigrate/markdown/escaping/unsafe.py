"""What plain text must not look like: each pattern names what a reader of Markdown would take it for.

A row's pattern matches exactly the characters that need a backslash or an entity; the rows of `LINE` stand for the start of a
line, and what they escape is their group. Source: CommonMark 0.31; rows with `needs` hold in dialects with that property.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unsafe:
    """A pattern, the character it begins with, and what would go wrong.

    `needs` names a property of a dialect; empty: all dialects.
    """

    character: str
    pattern: str
    why: str
    needs: str = ""


TEXT: tuple[Unsafe, ...] = (
    Unsafe("\\", r"\\(?=[!-/:-@\[-`{-~]|$)", "before punctuation it would vanish, at the end of a line break it"),
    Unsafe("`", "`", "a code span would begin"),
    Unsafe("*", r"(?<!\s)\*|\*(?!\s)", "with text on one side it could open or close emphasis"),
    Unsafe(
        "_",
        r"(?!(?<=[^\W_])_++(?=\w))(?!(?<=\s)_++(?=\s))_++",
        "at the edge of a word they could open or close emphasis; inside of a word they cannot",
    ),
    Unsafe("]", r"\](?=\()", "a link would be made with what stands in the parentheses"),
    Unsafe("[", r"\[(?=\^)|(?<=\^)\[", "it would be a footnote", "has_footnotes"),
    Unsafe("<", r"<(?=[A-Za-z/!?])", "a tag, a comment or an autolink would begin"),
    Unsafe("<", r"<(?=[\w.!#$%&'*+/=?^`{|}~-]+@|$)", "an address of mail would become a link, also in marks"),
    Unsafe("<", r"<(?=\S|$)", "a tag with a name in any script would begin", "has_loose_tags"),
    Unsafe(">", r">(?=>)|(?<=>)>", "two would be a quotation mark", "has_loose_tags"),
    Unsafe("<", r"<", "emphasis before the next > would not be read", "has_blind_angles"),
    Unsafe("&", r"&(?=#?\w{1,31};)", "a character reference would be resolved"),
    Unsafe("[", r"\[(?=TOC\])", "a table of contents would be put here", "has_admonitions"),
    Unsafe(
        ":",
        r"(?<=\w):(?=//\S*[*_<~`\[\]&\\])",
        "a link would be made, with the backslashes in it",
        "links_bare_addresses",
    ),
    Unsafe(
        ".",
        r"(?<=www)\.(?=\S*[*_<~`\[\]&\\])",
        "a link would be made, with the backslashes in it",
        "links_bare_addresses",
    ),
    Unsafe("\u2028", "\u2028", "for readers in JavaScript and Python a line would end"),
    Unsafe("\u2029", "\u2029", "for readers in JavaScript and Python a line would end"),
    Unsafe("~", "~~++", "two tildes would strike", "has_strike"),
    Unsafe("~", r"(?<=[^\W_])~|(?<=[^\w\s])~(?!\w)|~$", "one could close a strike", "has_lone_tilde"),
    Unsafe("|", r"\|", "a table would begin", "has_bare_pipe"),
    Unsafe("{", r"\{(?=[:#.])", "an attribute list would begin", "has_attribute_lists"),
    Unsafe("{", r"\A\{(?=[^\s}])", "after an element it would be its attributes", "has_free_attributes"),
    Unsafe(
        "{",
        r"(?<=\s)\{(?=[^\s{}][^{}\n]{0,999}\}\s*\Z)",
        "at the end of a block it would be its attributes",
        "has_free_attributes",
    ),
    Unsafe("$", r"\$(?=\$)|(?<=\$)\$", "two would begin mathematics", "math"),
    Unsafe("$", r"\$(?=[^\s$])", "mathematics would begin", "has_vault_marks"),
    Unsafe("#", r"(?<!\S)#(?=[\w/-]*[^\W\d])", "a tag would be made", "has_vault_marks"),
    Unsafe("[", r"\[(?=\[)|(?<=\[)\[", "a link to a note would begin", "has_vault_marks"),
    Unsafe("%", r"%(?=%)|(?<=%)%", "what follows would be a comment", "has_vault_marks"),
    Unsafe("=", r"=(?==)", "what follows would be highlighted", "has_vault_marks"),
    Unsafe("^", r"(?<=\s)\^(?=[\w-]+$)", "it would be the name of the block", "has_vault_marks"),
)
"""Anywhere in a text. Runs of underscores and tildes are looked at as one."""

LINK: tuple[Unsafe, ...] = (
    Unsafe("[", r"\[", "the text of the link would end too late"),
    Unsafe("]", r"\]", "the text of the link would end too early"),
    Unsafe("^", r"\A\^", "the link would be a footnote"),
)
"""In the text of a link or of a picture, before the rows of `TEXT`."""

LINE: tuple[Unsafe, ...] = (
    Unsafe("#", r"(#)#{0,5}(?=\s|$)", "a heading would begin"),
    Unsafe("#", r"(#)", "a heading would begin, blank or not", "has_loose_hash"),
    Unsafe("-+*", r"([-+*])(?=\s|$)", "a list item, a rule or an underline would begin"),
    Unsafe("-", r"(-)-[-\s]*$", "a rule would be drawn, front matter begin, or the line above become a heading"),
    Unsafe("-", r"(-)[-:|\s]+$", "the line above would become the head of a table", "has_tables"),
    Unsafe(":|", r"([:|])(?=[-:|\s]*+$)(?=[:|\s]*+-)", "the line above would become the head of a table", "has_tables"),
    Unsafe("0", r"\d+([.)])(?=\s|$)", "an ordered list would begin"),
    Unsafe(">", r"(>)", "a quote would begin"),
    Unsafe("=", r"(=)=*\s*$", "the line above would become a heading"),
    Unsafe("+", r"(\+)\+\++\s*$", "front matter in TOML would begin"),
    Unsafe("~", r"(~)~~", "a fence would begin"),
    Unsafe(":", r"(:)(?=\s)", "the line above would become a term, this its definition", "reads_definitions"),
    Unsafe("[", r"\[\^[^\]]+\](:)", "a footnote mark would become the footnote's text"),
    Unsafe("[", r"(\[)(?:[^\]\\]|\\[\s\S])*\]:", "a link definition would vanish"),
    Unsafe("!", r"(!)!!(?=\s)", "an admonition would begin", "has_admonitions"),
    Unsafe(":", r"(:)::", "a directive would begin", "has_directives"),
    Unsafe("_", r"(_)\s+_[_\s]*$", "a rule would be drawn"),
)
"""At the start of a line; `0` stands for any digit."""
