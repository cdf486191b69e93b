"""What goes into `render` and what comes out."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.html import HtmlElement
from wpmigrate.model import Attachment


class Surroundings(Protocol):
    """What a body may ask of the rest of the site."""

    def attachment(self, id: int) -> Attachment | None:  # noqa: A002 - the field's own word
        """The file of the media library with this post id."""

    def attached(self, post_id: int, kind: str) -> Sequence[int]:
        """Ids of the files of a kind ("image", "audio", "video") that were uploaded to the post, in WordPress's order."""

    def reusable_block(self, id: int) -> str | None:  # noqa: A002 - the field's own word
        """The body of a reusable block."""

    def permalink(self, post_id: int) -> str:
        """The old address of an item; empty when unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body as WordPress stored it, with the id and the post meta of its item."""

    text: str
    post_id: int | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    #: A reader wrote it: brackets are text to WordPress, and block comments are none.
    is_comment: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentOptions:
    """How bodies are rendered and cleaned."""

    #: "safe": only what cannot run code; "keep": all elements stay.
    html: Literal["safe", "keep"] = "safe"
    #: (name, rule): keep, drop, unwrap, a template with `{content}` and `{attr:name}`, or a function of a plug-in; goes
    #: before the built-in handlers, and of two for one name the last counts.
    shortcodes: tuple[tuple[str, str | Callable[[Mapping[str, str], str], str | None]], ...] = ()
    #: Lone addresses that WordPress turns into players: "link" keeps the address, "iframe" makes a player where one
    #: is known.
    embeds: Literal["link", "iframe"] = "link"
    #: Data that stands only in the attributes of a block: "name" tells of it, "keep" puts its texts into the body as
    #: well.
    block_data: Literal["name", "keep"] = "name"
    #: Hosts that are the old site itself.
    site_hosts: frozenset[str] = frozenset()
    #: Names of files of the library that end like those of resized pictures: `poster-600x900.jpg`.
    sized_names: frozenset[str] = frozenset()


@dataclass(slots=True, kw_only=True)
class Rendered:
    """A body as a clean tree, and what was found on the way. Lines of diagnostics count from 1 within the body."""

    root: HtmlElement
    diagnostics: list[Diagnostic] = field(default_factory=list)
    #: Shortcodes that were left as text, and blocks that are unknown or have no content, by name.
    shortcodes: Counter[str] = field(default_factory=Counter)
    blocks: Counter[str] = field(default_factory=Counter)
    #: The body itself where it already was Markdown.
    markdown: str | None = None
