"""Template languages that read Markdown before Markdown does: what they would take for a tag, and how it stays text.

A mark loses its second character to a character reference, which Markdown and HTML resolve and no template language knows;
its last may begin a tag of HTML.
Code knows no references: where a mark stands in it, the writer makes it HTML.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

TEMPLATE_MARKS: Mapping[str, tuple[str, ...]] = {
    "": (),
    # Hugo's shortcodes (docs: "Shortcodes", "Nesting" and "Escape").
    "hugo": ("{{<", "{{%"),
    # Jekyll; Eleventy as it comes.
    "liquid": ("{{", "{%"),
    # Hexo, Eleventy with Nunjucks.
    "nunjucks": ("{{", "{%", "{#"),
    # Nikola's shortcodes.
    "nikola": ("{{%",),
    # Zola reads shortcodes only, in these two forms.
    "tera": ("{{", "{%", "{#"),
    # A page of Vue or MDX is a program: every brace begins an expression.
    "vue": ("{{",),
    "mdx": ("{",),
}
"""By template language: the texts that begin something."""


@lru_cache(maxsize=32)
def _pattern(marks: tuple[str, ...]) -> re.Pattern[str]:
    """Matches the second character of each mark between the others, or its only one."""
    parts = (map(re.escape, (mark[:-1][:1], mark[:2][-1:], mark[2:])) for mark in marks)
    return re.compile("|".join(f"(?<={before}){character}(?={after})" for before, character, after in parts))


def holds_marks(text: str, marks: tuple[str, ...]) -> bool:
    """Whether a template language with these marks would read something in `text`."""
    return any(mark in text for mark in marks)


def without_marks(text: str, marks: tuple[str, ...]) -> str:
    """Markdown or HTML, code left aside, in which no mark stands and which shows the same."""
    if not holds_marks(text, marks):
        return text
    return _pattern(marks).sub(lambda found: f"&#{ord(found[0])};", text)
