"""What the writer can be told."""

from dataclasses import dataclass
from typing import Literal

from .dialect import Dialect
from .dialects import PORTABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownOptions:
    """How Markdown is written."""

    dialect: Dialect = PORTABLE
    #: The column to break paragraphs at; None: a paragraph is one line.
    wrap: int | None = None
    #: Players and embeds as they are, or as a link to their address.
    embeds: Literal["iframe", "link"] = "iframe"
    #: A picture with a caption: `<figure>`, or a picture and its caption in italics below.
    figures: Literal["html", "markdown"] = "html"
    #: The more marker; None: the dialect's own.
    more: str | None = None
    #: What a template language would read before Markdown is read (see `escaping.templates`); empty: none does.
    marks: tuple[str, ...] = ()
