"""A sighting: what one page, feed or text says of one post. Several of them make an item (`joining`)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Role = Literal["single", "list", "feed", "text"]
"""The page of the post itself; a page that lists posts; an entry of a feed; a text that was copied."""


@dataclass(slots=True, kw_only=True)
class TermSeen:
    """A term as a page shows it: `slug` from its address, `name` as printed; `taxonomy` empty where none is told."""

    taxonomy: str
    slug: str
    name: str


@dataclass(slots=True, kw_only=True)
class CommentSeen:
    """A comment in a page: `id` 0 where the theme prints none, `parent` 0 at top level; `content` is HTML."""

    id: int
    parent: int = 0
    kind: str = "comment"
    author: str = ""
    url: str = ""
    #: From `<time datetime>`; else the words that the theme printed.
    moment: datetime | None = None
    date_text: str = ""
    content: str = ""


@dataclass(slots=True, kw_only=True)
class Sighting:
    """One view of one post. Empty, zero and None mean that it is not told; `evidence` says where a field came from."""

    file: str
    line: int = 1
    role: Role
    type: str = "post"
    post_id: int | None = None
    url: str = ""
    guid: str = ""
    title: str | None = None
    #: The body as HTML in a form that `wpautop` leaves alone.
    body: str = ""
    #: Only an excerpt is shown here.
    is_partial: bool = False
    excerpt: str = ""
    #: Only the password form is shown.
    is_protected: bool = False
    is_sticky: bool = False
    #: Moments with an offset or local ones, each with the evidence, the best first.
    dates: list[tuple[datetime, str]] = field(default_factory=list)
    modified: datetime | None = None
    #: (nicename, display name), either may be empty.
    author: tuple[str, str] = ("", "")
    terms: list[TermSeen] = field(default_factory=list)
    #: The box bears `post_class`, which names every category and tag: what it does not name is not there.
    has_all_terms: bool = False
    comment_count: int | None = None
    comments_open: bool | None = None
    #: A comment form stands here and no comment: none is there, unless the words over it name some.
    is_bare: bool = False
    comments: list[CommentSeen] = field(default_factory=list)
    #: Lines beside the body in which the theme may say when, where and by whom.
    lines: list[str] = field(default_factory=list)
    #: The hour that some themes hide in the title of the permalink.
    hour: str = ""
    #: (this page, number of pages) of a post with `<!--nextpage-->`.
    page: tuple[int, int] = (1, 1)
    lang: str = ""
    attachment_url: str = ""
    evidence: dict[str, str] = field(default_factory=dict)
