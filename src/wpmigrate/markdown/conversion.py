"""A clean tree to Markdown, with what is to be said about it."""

import re
from dataclasses import dataclass, field

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.html import HtmlElement

from .ast import Document
from .escaping import escaper_for, without_marks
from .options import MarkdownOptions
from .plain import plain_text
from .reading import read
from .writing import write_with, writer_for

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Written:
    """Markdown, the syntax tree it came from, and what stayed HTML."""

    text: str
    document: Document
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def plain_text(self) -> str:
        """The words, without marks."""
        return plain_text(self.document)


def convert(root: HtmlElement, options: MarkdownOptions) -> Written:
    """The Markdown of a clean tree; elements that stay HTML are named once each (WXR522). Changes nothing in the tree."""
    document = read(root)
    writer = writer_for(options)
    text = without_marks(write_with(writer, document), options.marks)
    found = [
        diagnose("WXR522", near=f"<{tag}", number=number, element=f"<{tag}>")
        for tag, number in sorted(writer.html.items())
    ]
    return Written(text, document, found)


def escape(text: str, options: MarkdownOptions) -> str:
    """Plain text as one line of Markdown that shows it."""
    escaper = escaper_for(options.dialect)
    return without_marks(escaper.line(escaper.text(_BLANKS.sub(" ", text).strip())), options.marks)
